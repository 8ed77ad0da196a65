import type { Unit } from '../../catalogue/units.ts';
import type { Amount } from './amounts.ts';
import type { CompiledWords } from './compile-words.ts';
import type { Quantity } from './quantity.ts';
import { readNumber } from './read-number.ts';
import type { ReadNumber } from './written-number.ts';
import { unitAt } from './unit-at.ts';

const FACTORS =
  /(\d{1,6}(?:[.,]\d{1,3})?)(?:\s?[×xXхХ*]\s?(\d{1,6}(?:[.,]\d{1,3})?))(?:\s?[×xXхХ*]\s?(\d{1,6}(?:[.,]\d{1,3})?))?(?![\d^⁰¹²³⁴⁵⁶⁷⁸⁹⁻])/y;

const PIXELS: Unit = {
  base: 'px',
  is: 1,
  plus: 0,
  scale: 'linear',
  measured: ['resolution'],
  ofRange: null,
  lists: false,
  labelled: false,
  prefix: false,
};

/**
 * Numbers that are multiplied: 640×512 (pixels, counted together), 120×80×50 mm (lengths, each for itself), 4×50 W (how many, and the value of each).
 * Null where none stand at `at`, or nothing says what they are.
 */
export function readFactors(text: string, at: number, words: CompiledWords): Quantity | null {
  FACTORS.lastIndex = at;
  const found = FACTORS.exec(text);
  if (found === null) return null;
  const [whole, first = '', second = '', third] = found;
  if (second === '10' && /^\s?[\^⁰¹²³⁴⁵⁶⁷⁸⁹⁻]/.test(text.slice(at + whole.length, at + whole.length + 2))) return null;
  const end = at + whole.length;
  const unit = unitAt(text, end, words.units);
  const numbers = [first, second, ...(third === undefined ? [] : [third])].map((written) => numberOf(written));
  const amountOf = (low: ReadNumber, start: number): Amount => ({
    start,
    end: unit?.end ?? end,
    low,
    lowNegative: false,
    high: null,
    highNegative: false,
    lowUnit: null,
    unit,
    kind: 'single',
    orMore: false,
  });
  const quantity = { start: at, end: unit?.end ?? end, unit, tolerance: false, factors: true };
  const pixels = unit?.units.find(({ base }) => base === 'px');
  if (third === undefined && (pixels !== undefined || (unit === null && isFormat(first, second, words)))) {
    const product = (numbers[0]?.value ?? 0) * (numbers[1]?.value ?? 0);
    const number: ReadNumber = { end, value: product, withDecimalComma: product, written: 'digits', plain: false };
    const written = unit ?? { start: at + first.length, end: at + first.length + 1, units: [PIXELS], weak: false };
    return { ...quantity, unit: written, amounts: [amountOf(number, at)] };
  }
  if (unit === null) return { ...quantity, amounts: [] };
  if (unit.units.some(({ base }) => base === 'm')) return { ...quantity, amounts: numbers.map((number) => amountOf(number, at)) };
  const lastAt = at + whole.lastIndexOf(third ?? second);
  const last = readNumber(text, lastAt, words.numbers);
  return last === null || Number.isNaN(last.value)
    ? { ...quantity, unit: null, amounts: [] }
    : { ...quantity, start: lastAt, amounts: [amountOf(last, lastAt)] };
}

function isFormat(first: string, second: string, { formats }: CompiledWords): boolean {
  return formats.has(`${first}x${second}`) || formats.has(`${second}x${first}`);
}

function numberOf(written: string): ReadNumber {
  const value = Number(written.replace(',', '.'));
  return { end: 0, value, withDecimalComma: value, written: 'digits', plain: false };
}
