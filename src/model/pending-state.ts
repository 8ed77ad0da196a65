import type { FollowState, PendingState } from './notice.ts';

/** The removal of a notice that was seen and is not certain yet, or undefined where there is none. */
export function pendingState({ removal, goneReason, removalWaits }: FollowState): PendingState | undefined {
  if (removal === null || removal.confirmedAt !== null) return undefined;
  return { state: 'removed', reason: goneReason, since: removal.firstSeenGoneAt, waitsFor: removalWaits ? 'person' : 'sighting' };
}
