import { isLetterAt, skipBlanks } from './phrase-trie.ts';
import type { PhraseTrie } from './phrase-trie.ts';
import { isDigitAt, readDigits } from './read-digits.ts';
import { isHanNumeral, readHan } from './read-han.ts';
import type { ReadNumber } from './written-number.ts';

export interface NumberWords {
  readonly numbers: PhraseTrie<number>;
  readonly multipliers: PhraseTrie<number>;
  /** 3千米: what looks like a multiplier may begin a unit. */
  readonly units: PhraseTrie<unknown>;
}

/** The number at `at`, in digits, Chinese numerals or words, with exponent and multiplier; null where none stands there. */
export function readNumber(text: string, at: number, words: NumberWords): ReadNumber | null {
  const read = isDigitAt(text, at)
    ? readDigits(text, at)
    : isHanNumeral(text.charCodeAt(at))
      ? readHan(text, at, words.units)
      : readWords(text, at, words);
  if (read === null || read.written === 'words') return read;
  const behind = skipBlanks(text, read.end, 1);
  const multiplied = words.units.match(text, behind) === null ? words.multipliers.match(text, behind) : null;
  const [by = 1] = multiplied?.values ?? [];
  if (multiplied === null) return read;
  return { ...read, end: multiplied.end, value: read.value * by, withDecimalComma: read.withDecimalComma * by, plain: false };
}

/** Twenty-five; сто пятьдесят: each smaller than the one before it. */
function readWords(text: string, at: number, { numbers, multipliers }: NumberWords): ReadNumber | null {
  const [first, end] = wordAt(text, at, numbers);
  if (first === undefined) return null;
  let value = first;
  let last = first;
  let index = end;
  for (let more = 0; more < 3; more += 1) {
    const from = index + (text[index] === ' ' || text[index] === '-' ? 1 : 0);
    if (from === index || !isLetterAt(text, from)) break;
    const [by = 0] = multipliers.match(text, from)?.values ?? [];
    const [next, nextEnd] = wordAt(text, from, numbers);
    if (by >= 100) {
      value *= by;
      last = by;
      index = multipliers.match(text, from)?.end ?? index;
    } else if (next !== undefined && next < last && last >= 20 && next >= 1) {
      value += next;
      last = next;
      index = nextEnd;
    } else break;
  }
  return { end: index, value, withDecimalComma: value, written: 'words', plain: false };
}

function wordAt(text: string, at: number, numbers: PhraseTrie<number>): readonly [number | undefined, number] {
  const match = numbers.match(text, at);
  return [match?.values[0], match?.end ?? at];
}
