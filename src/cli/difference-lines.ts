import type { Difference } from '../model/copy.ts';
import { terminalLine } from './terminal-text.ts';

/** One difference for people: what it is about, then the words of either side. */
export function differenceLine({ kind, a, b }: Difference): string {
  return `${kind.padEnd(14)}${wordsOf(a)} | ${wordsOf(b)}`;
}

function wordsOf(words: string | null): string {
  return words === null ? '–' : terminalLine(words);
}
