const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Times between two checks that are offered. */
export const CHECK_EVERY = [5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR] as const;
/** Times between two visits of a young notice that are offered. */
export const FOLLOW_EVERY = [30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR, 72 * HOUR] as const;

/** Those offered, and the one that is set, in order. */
export function withOwn(offered: readonly number[], own: number | undefined): readonly number[] {
  if (own === undefined || offered.includes(own)) return offered;
  return [...offered, own].toSorted((a, b) => a - b);
}
