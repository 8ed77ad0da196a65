/** Weights of parts are kept in so many levels, in steps of 8/200, rounded up: the last one stands for all that is more. */
const MOST_LEVEL = 63;
const LEVEL = 8;
/** Weights of encoded names are counted in 200ths. */
const WHOLE = 200;
/** More than levels that have a bound come to, in sum. */
const NO_BOUND = 1 << 20;

/** Bits that a level takes. */
export const LEVEL_BITS = 6;

/** Level of a weight in 200ths. */
export function levelOf(weight: number): number {
  return Math.min(MOST_LEVEL, Math.ceil(weight / LEVEL));
}

/** What each level counts in a sum. */
export const COUNTS_OF_LEVELS = Int32Array.from({ length: MOST_LEVEL + 1 }, (_, level) => (level === MOST_LEVEL ? NO_BOUND : level));

/** The weight that a sum of levels stands for, at most. */
export function weightOfLevels(sum: number): number {
  return sum >= NO_BOUND ? Infinity : (sum * LEVEL) / WHOLE;
}
