import type { CompiledWords } from './compile-words.ts';
import { foldUnit, isLetterAt, skipBlanks, skipBlanksBack } from './phrase-trie.ts';
import { isDigitAt } from './read-digits.ts';
import { readNumber } from './read-number.ts';
import type { ReadNumber } from './written-number.ts';
import { unitAt } from './unit-at.ts';
import type { UnitsAt } from './unit-at.ts';

/** One number, or the two ends of a range; its unit where it has one of its own. */
export interface Amount {
  readonly start: number;
  readonly end: number;
  readonly low: ReadNumber;
  readonly lowNegative: boolean;
  /** Null for a single number. */
  readonly high: ReadNumber | null;
  readonly highNegative: boolean;
  /** Unit of the low end where it differs in place from that of the high one: 500 m to 2 km. */
  readonly lowUnit: UnitsAt | null;
  readonly unit: UnitsAt | null;
  /** `tolerance`: 10 ± 0.5, or ± 0.5 alone with a low end of null value. */
  readonly kind: 'single' | 'range' | 'tolerance';
  /** 5+ km */
  readonly orMore: boolean;
}

/** The amount at `at`, where a number, or a sign of one, begins; null where what stands there is no quantity. */
export function readAmount(text: string, at: number, words: CompiledWords): Amount | null {
  const low = readNumber(text, at, words.numbers);
  if (low === null || Number.isNaN(low.value)) return null;
  const orMore = text[low.end] === '+' && !isDigitAt(text, low.end + 1);
  const numberEnd = orMore ? low.end + 1 : low.end;
  const unit = unitAt(text, numberEnd, words.units);
  const single: Amount = {
    start: at,
    end: unit?.end ?? numberEnd,
    low,
    lowNegative: isNegative(text, at, words),
    high: null,
    highNegative: false,
    lowUnit: null,
    unit,
    kind: 'single',
    orMore,
  };
  return orMore ? single : (readTolerance(text, single, words) ?? readRange(text, single, words) ?? single);
}

function readTolerance(text: string, single: Amount, words: CompiledWords): Amount | null {
  const sign = words.plusMinus.match(text, skipBlanks(text, single.end));
  if (sign === null) return null;
  const high = readNumber(text, skipBlanks(text, sign.end), words.numbers);
  if (high === null || Number.isNaN(high.value)) return null;
  const unit = unitAt(text, high.end, words.units) ?? single.unit;
  return unit === null ? null : { ...single, end: Math.max(high.end, unit.end), high, unit, kind: 'tolerance' };
}

function readRange(text: string, single: Amount, words: CompiledWords): Amount | null {
  const sign = words.range.match(text, skipBlanks(text, single.end));
  if (sign === null || (!sign.values.includes('range') && !isOpened(text, single.start, words))) return null;
  let at = skipBlanks(text, sign.end);
  const signed = /[+\-−–]/.test(text.charAt(at)) && isDigitAt(text, at + 1);
  const minus = signed ? null : words.minus.match(text, at);
  const highNegative = (signed && text[at] !== '+') || minus !== null;
  if (signed) at += 1;
  if (minus !== null) at = skipBlanks(text, minus.end);
  const high = readNumber(text, at, words.numbers);
  if (high === null || Number.isNaN(high.value)) return null;
  const unit = unitAt(text, high.end, words.units);
  if (unit === null && single.unit !== null) return null;
  if (unit !== null && single.unit !== null && !single.unit.units.some(({ base }) => unit.units.some((one) => one.base === base)))
    return null;
  if (single.unit === null && single.low.value > high.value && !single.lowNegative) return null;
  return { ...single, end: unit?.end ?? high.end, high, highNegative, lowUnit: single.unit, unit, kind: 'range' };
}

/** от, between: a word that opens a range stands before it. */
function isOpened(text: string, start: number, words: CompiledWords): boolean {
  const end = skipBlanksBack(text, start);
  for (let at = Math.max(0, end - 8); at < end; at += 1) if (words.opens.matchWord(text, at)?.end === end) return true;
  return false;
}

/** A minus before the number that is no hyphen of a word and no dash of a list. */
function isNegative(text: string, at: number, words: CompiledWords): boolean {
  const before = foldUnit(text.charCodeAt(at - 1));
  if (before === 0x2d && at > 0) return at < 2 || !(isLetterAt(text, at - 2) || isDigitAt(text, at - 2));
  const end = skipBlanksBack(text, at);
  for (let start = Math.max(0, end - 6); start < end; start += 1) if (words.minus.matchWord(text, start)?.end === end) return true;
  return false;
}
