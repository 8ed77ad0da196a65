import type { FollowState } from '../model/notice.ts';
import type { Judgement } from './judge.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A notice older than this is visited at so many times its interval; the last row holds for ever. */
const THINNING: readonly (readonly [ageMs: number, times: number])[] = [
  [2 * DAY, 1],
  [7 * DAY, 2],
  [30 * DAY, 4],
  [90 * DAY, 12],
  [Number.POSITIVE_INFINITY, 28],
];
const LONGEST = 30 * DAY;

export interface NextVisit {
  readonly afterMs: number;
  readonly class: 'confirm' | 'follow';
  readonly intervalMs: number;
}

/**
 * When a notice is to be visited again, after the visit that `judgement` judged. Pure; jitter is the scheduler's.
 * Young notices at the interval that was asked for, old ones less often (age counts from the last change);
 * a first sighting of a removal after `confirmAfterMs`; failed and blocked visits back off exponentially, per address.
 */
export function nextVisit(
  judgement: Judgement,
  options: { readonly at: string; readonly firstSeenAt: string; readonly followMs: number; readonly confirmAfterMs: number },
): NextVisit {
  const { follow } = judgement;
  // Where a person has the word, a further sighting decides nothing: the address is followed as any other.
  const pending = follow.removal !== null && follow.removal.confirmedAt === null && !follow.removalWaits;
  const intervalMs = thinned(follow, options);
  if (judgement.observed === 'removed' && pending) return { afterMs: options.confirmAfterMs, class: 'confirm', intervalMs };
  if (judgement.observed === 'blocked' || judgement.observed === 'unreachable') {
    const first = Math.min(options.followMs, 5 * 60_000);
    const backOff = Math.min(first * 2 ** Math.min(follow.errorStreak - 1, 20), Math.max(DAY, intervalMs));
    // A removal that waits for its second sighting is worth the next try as soon as the address may be asked again.
    return {
      afterMs: pending ? Math.min(backOff, Math.max(options.confirmAfterMs, first)) : backOff,
      class: pending ? 'confirm' : 'follow',
      intervalMs,
    };
  }
  return { afterMs: intervalMs, class: 'follow', intervalMs };
}

function thinned(follow: Pick<FollowState, 'lastChangeAt'>, options: { at: string; firstSeenAt: string; followMs: number }): number {
  const born = Date.parse(follow.lastChangeAt ?? options.firstSeenAt);
  const age = Math.max(0, Date.parse(options.at) - born);
  const times = THINNING.find(([limit]) => age < limit)?.[1] ?? 1;
  return Math.min(options.followMs * times, Math.max(LONGEST, options.followMs));
}
