import { toldBy, type Common } from './agreement.ts';

/** Values that both write; and what values of one tell that follow from those of the other: rounded, multiplied, added up, a round share. */
export interface ValuesInCommon extends Common {
  readonly derived: number;
}

/** So many of the most telling values of a text are multiplied and added up. */
const MOST = 24;

/** Smaller values follow from others by chance. */
const LEAST = 1000;

/** What a value tells that follows from others, by what it tells where both write it. */
const ROUNDED = 0.7;
const ROUGH = 0.3;
const COMPUTED = 0.8;
const A_SHARE = 0.5;

/** Securities and advances are such shares of a sum. */
const SHARES = [0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7, 0.8, 0.9];

/** Compares values by what they tell. One purchase is told with its sum in full or in round figures, with the price of one piece or of all. */
export function valuesInCommon(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): ValuesInCommon {
  let shared = 0;
  const [leftOne, leftOther] = [new Map(one), new Map(other)];
  for (const [key, told] of one) {
    if (!other.has(key)) continue;
    shared += told;
    leftOne.delete(key);
    leftOther.delete(key);
  }
  const [ofOne, ofOther] = [derivedFrom(leftOne, other), derivedFrom(leftOther, one)];
  const derived = Math.max(toldBy(ofOne), toldBy(ofOther));
  for (const key of ofOne.keys()) leftOne.delete(key);
  for (const key of ofOther.keys()) leftOther.delete(key);
  return { shared, derived, other: Math.min(toldBy(leftOne), toldBy(leftOther)) };
}

/** The values that follow from those of another text, with what that tells. */
function derivedFrom(values: ReadonlyMap<string, number>, from: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const known = mostTelling(from);
  const computed = new Set<number>();
  for (const [n, one] of known.entries())
    for (const other of known.slice(n + 1)) {
      for (const value of [one * other, one + other, Math.abs(one - other)]) computed.add(rounded(value));
    }
  const found = new Map<string, number>();
  for (const [key, told] of values) {
    const value = Number(key);
    if (value < LEAST) continue;
    const share = derivedShare(value, known, computed);
    if (share > 0) found.set(key, share * told);
  }
  return found;
}

function derivedShare(value: number, known: readonly number[], computed: ReadonlySet<number>): number {
  const digits = significantDigits(value);
  if (digits >= 3 && computed.has(rounded(value))) return COMPUTED;
  const isRounded = known.some((one) => one >= LEAST && (isRoundOf(value, one) || isRoundOf(one, value)));
  if (isRounded) return ROUNDED;
  if (
    digits >= 2 &&
    known.some((one) => one >= LEAST && SHARES.some((share) => rounded(one * share) === rounded(value) || rounded(value * share) === one))
  )
    return A_SHARE;
  return known.some((one) => one >= LEAST && (isRoughly(value, one) || isRoughly(one, value))) ? ROUGH : 0;
}

/** True for a value of two or more digits that another is when it is rounded: 4 060 000 of 4 061 500. */
function isRoundOf(round: number, value: number): boolean {
  const digits = significantDigits(round);
  return digits >= 2 && digits < significantDigits(value) && Number(value.toPrecision(digits)) === round;
}

/** 5 000 000 of 4 980 000. */
function isRoughly(round: number, value: number): boolean {
  return significantDigits(round) === 1 && Math.abs(round - value) <= 0.03 * value;
}

function significantDigits(value: number): number {
  return String(value).replaceAll(/^[0.]+|\.|0+$/g, '').length;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function mostTelling(values: ReadonlyMap<string, number>): readonly number[] {
  return [...values]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, MOST)
    .map(([key]) => Number(key))
    .filter((value) => Number.isFinite(value) && value > 1);
}

/** How far the largest sums of two texts lie from each other, as a natural logarithm; undefined where a text names none. */
export function distanceOfSums(one: Iterable<string>, other: Iterable<string>): number | undefined {
  const [largest, largestOther] = [largestOf(one), largestOf(other)];
  return largest < LEAST || largestOther < LEAST ? undefined : Math.abs(Math.log(largest / largestOther));
}

function largestOf(values: Iterable<string>): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Number(value) || 0);
  return largest;
}
