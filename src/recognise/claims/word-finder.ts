import type { WordsByLang } from '../../catalogue/claim-words.ts';
import { foldText } from '../../text/fold.ts';
import type { Span } from '../../model/span.ts';

/** Finds words of the catalogue in a folded text, the longest at each place; linear in its length. */
export type WordFinder = (folded: string) => readonly Span[];

/** Han words are found anywhere, others as whole words; a bar ends the part that all forms share. */
export function wordFinder(words: WordsByLang | readonly string[]): WordFinder {
  const all = Array.isArray(words) ? (words as readonly string[]) : Object.values(words as WordsByLang).flat();
  const folded = all.map((word) => foldText(word).text).toSorted((one, other) => other.length - one.length);
  const han = folded.filter(isHan).map(escaped);
  const spelled = folded.filter((word) => !isHan(word)).map(spelledPattern);
  const patterns = [
    ...(han.length > 0 ? [new RegExp(han.join('|'), 'gu')] : []),
    ...(spelled.length > 0 ? [new RegExp(`(?<![\\p{L}\\p{N}])(?:${spelled.join('|')})(?![\\p{L}\\p{N}])`, 'gu')] : []),
  ];
  return (text) =>
    patterns
      .flatMap((pattern) => Array.from(text.matchAll(pattern), (match) => ({ start: match.index, end: match.index + match[0].length })))
      .toSorted((one, other) => one.start - other.start);
}

function spelledPattern(word: string): string {
  return escaped(word.replaceAll('|', '\u0000')).replaceAll('\u0000', '\\p{L}{0,8}').replace(/\s+/g, '[\\s-]{1,3}');
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()[\]\\|/]/g, '\\$&');
}

function isHan(word: string): boolean {
  return /\p{Script=Han}/u.test(word);
}
