import type { Bound } from '../../catalogue/parameter-words.ts';
import type { Span } from '../../model/span.ts';
import type { CompiledWords } from './compile-words.ts';
import { foldUnit, skipBlanks } from './phrase-trie.ts';

/** How a value is bounded, and the span of it with the words that say so. */
export interface FoundBound extends Span {
  readonly bound: Bound | null;
  /** Whether the words stand before the value. */
  readonly before: boolean;
}

/** Longest words before a value, in characters. */
const REACH = 28;

/** не менее 5 км, 5公里以上, ≥5 km: the words straight before a value, else those straight behind it. */
export function boundOf(text: string, { start, end }: Span, words: CompiledWords): FoundBound {
  const to = beforeColon(text, start);
  for (let at = Math.max(0, to - REACH); at < to; at += 1) {
    const match = words.before.matchWord(text, at);
    if (match !== null && match.end === to) return { start: at, end, bound: match.values[0] ?? null, before: true };
  }
  const behind = skipBlanks(text, end, 1);
  const match = words.after.match(text, behind);
  if (match === null || isMaximumOf(text, behind, match.end, words)) return { start, end, bound: null, before: false };
  return { start, end: match.end, bound: match.values[0] ?? null, before: false };
}

/** Before the blanks, colon or bracket between the words and the number. */
function beforeColon(text: string, start: number): number {
  let at = start;
  while (at > 0 && start - at < 4) {
    const code = foldUnit(text.charCodeAt(at - 1));
    if (code !== 0x20 && code !== 0x3a && code !== 0x28 && !(code === 0x2b && at === start)) break;
    at -= 1;
  }
  return at;
}

/** 5 km maximum range: the word belongs to what follows. */
function isMaximumOf(text: string, at: number, end: number, { labels }: CompiledWords): boolean {
  return /^m/i.test(text.charAt(at)) && labels.match(text, skipBlanks(text, end)) !== null;
}
