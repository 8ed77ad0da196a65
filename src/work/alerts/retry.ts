/** Five seconds, fifteen, 45 … six hours; after three days an alert is given up. */
const FIRST_MS = 5000;
const LONGEST_MS = 6 * 3_600_000;
const GIVE_UP_MS = 3 * 24 * 3_600_000;

/**
 * When a receiver that failed is tried again, in milliseconds since 1970, or null where it is given up: it says that it takes no more, or has failed for days.
 * `random` in [0,1) spreads it by a fifth either way, so that receivers that went down together are not asked together.
 */
export function retryAt(
  failed: { readonly attempts: number; readonly createdAt: number; readonly afterMs?: number; readonly gone?: true },
  now: number,
  random: number,
): number | null {
  if (failed.gone === true || now - failed.createdAt > GIVE_UP_MS) return null;
  const backOff = Math.min(LONGEST_MS, FIRST_MS * 3 ** Math.min(failed.attempts, 20)) * (0.8 + 0.4 * random);
  return now + Math.round(Math.max(backOff, failed.afterMs ?? 0));
}
