import { foldText } from './fold.ts';

/**
 * Hashes of the words of a text, ascending, each once: pairs of characters where it is written in Han, whole words elsewhere.
 * Numbers and all that holds a digit (times, nonces, counters) are left out, and the words in `without`. Linear.
 */
export function printWords(text: string, without: ReadonlySet<string> = NONE): readonly number[] {
  const found = new Set<number>();
  for (const word of wordsOf(text)) if (!without.has(word)) found.add(hashOf(word));
  return [...found].toSorted((a, b) => a - b);
}

/** The words themselves, folded, in order. */
export function* wordsOf(text: string): Generator<string> {
  const folded = foldText(text.slice(0, MOST_TEXT), { keepLookAlikes: true }).text;
  for (const [run] of folded.matchAll(RUN)) {
    if (DIGIT.test(run)) {
      // In Han there are no blanks: a number inside a sentence takes only itself away.
      for (const [han] of run.matchAll(HAN)) yield* pairsOf(han);
      continue;
    }
    let from = 0;
    for (const match of run.matchAll(HAN)) {
      if (match.index > from) yield run.slice(from, match.index);
      yield* pairsOf(match[0]);
      from = match.index + match[0].length;
    }
    if (from < run.length && run.length - from > 1) yield run.slice(from);
  }
}

/** What lies beyond tells no page from another, and strangers may send much. UTF-16 units. */
const MOST_TEXT = 400_000;
const NONE: ReadonlySet<string> = new Set();
const RUN = /[\p{L}\p{M}\p{N}]+/gu;
const DIGIT = /\p{N}/u;
const HAN = /\p{Script=Han}+/gu;

function* pairsOf(han: string): Generator<string> {
  const characters = [...han];
  if (characters.length === 1) yield han;
  for (let at = 0; at + 1 < characters.length; at++) yield `${characters[at] ?? ''}${characters[at + 1] ?? ''}`;
}

/** FNV-1a over UTF-16 units, 32 bits. */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
