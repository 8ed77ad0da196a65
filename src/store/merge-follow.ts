import type { FollowState } from '../model/notice.ts';

export interface MergeSide {
  readonly follow: FollowState;
  /** Time of the first visit that found it present, or null. */
  readonly firstPresentAt: string | null;
}

/** Whether `one` was seen present before `other`; the first side where neither or both at once. */
export function seenFirst(one: MergeSide, other: MergeSide): boolean {
  if (one.firstPresentAt === null) return other.firstPresentAt === null;
  return other.firstPresentAt === null || one.firstPresentAt <= other.firstPresentAt;
}

/**
 * The follow state of two notices that are one: that of the side seen present first, but a removal there ends, as it does at any visit,
 * where the other side was seen present after it was certain (or, while it is not, after it was first seen): that side then says what it is. Visits add up, the latest sightings of both count,
 * and `versions` is what the joined history shows.
 */
export function mergeFollow(one: MergeSide, other: MergeSide, versions: number): FollowState {
  const [first, rest] = seenFirst(one, other) ? [one.follow, other.follow] : [other.follow, one.follow];
  const base = isBackIn(first, rest) ? { ...first, ...judgementOf(rest) } : first;
  return {
    ...base,
    state: base.state === 'present' && versions > 1 ? 'changed' : base.state,
    versions: Math.max(versions, base.versions > 0 ? 1 : 0),
    own: base.own ?? rest.own,
    ...forNextOf(base, rest),
    visits: base.visits + rest.visits,
    lastVisitAt: later(base.lastVisitAt, rest.lastVisitAt),
    // A removal stands between two times: what was seen under another address before it was certain does not move them.
    lastSeenPresentAt: base.removal === null ? later(base.lastSeenPresentAt, rest.lastSeenPresentAt) : base.lastSeenPresentAt,
  };
}

/** What was asked of a visit that was put off is still to be done, whichever of the two addresses it was asked for. */
function forNextOf(base: FollowState, rest: FollowState): Pick<FollowState, 'forNext'> {
  const forNext = { ...rest.forNext, ...base.forNext };
  return Object.keys(forNext).length === 0 ? {} : { forNext };
}

function isBackIn({ removal }: FollowState, rest: FollowState): boolean {
  return removal !== null && rest.lastSeenPresentAt !== null && rest.lastSeenPresentAt > (removal.confirmedAt ?? removal.firstSeenGoneAt);
}

/** What was judged of a notice; its bytes, and the reading they are compared by, are not part of it. */
function judgementOf(follow: FollowState) {
  const { state, reason, lastSeenPresentAt, removal, kindSince, goneReason, removalWaits, lastChangeAt, errorStreak } = follow;
  return { state, reason, lastSeenPresentAt, removal, kindSince, goneReason, removalWaits, lastChangeAt, errorStreak };
}

/** One sighting of the notice present, as it was recorded. */
export interface SeenReading {
  readonly notice: string;
  readonly state: string;
  readonly reading: string;
}

/**
 * Distinct successive readings of a joined history, oldest first. Where one notice's visits follow on each other, the judgement of then stands:
 * a reading that differs though the visit saw no change is one of another reader.
 */
export function countVersions(seen: Iterable<SeenReading>): number {
  const notices = new Set<string>();
  let count = 0;
  let last: string | undefined;
  for (const { notice, state, reading } of seen) {
    if (reading !== last && (state === 'changed' || !notices.has(notice))) count += 1;
    notices.add(notice);
    last = reading;
  }
  return count;
}

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}
