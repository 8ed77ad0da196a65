import type { FollowState, ObservationRow, Removal } from '../model/notice.ts';

/** What of a follow state the log can bear out. */
export type FollowClaim = Pick<FollowState, 'state' | 'lastSeenPresentAt' | 'removal' | 'versions'>;

/** What of an observation speaks for or against it. */
export type SeenState = Pick<ObservationRow, 'at' | 'state' | 'removalKind' | 'capture' | 'confirms'>;

/** A follow state beside what the log holds of its notice. */
export interface FollowToCheck {
  readonly follow: FollowClaim;
  /** Oldest first, of the notice and of all that were merged into it. */
  readonly observations: readonly SeenState[];
  /** Two histories were joined: which of them went on is not in the log. */
  readonly merged: boolean;
  /** The log says that at `removal.confirmedAt` a person let this removal stand. */
  readonly confirmedByPerson: boolean;
}

/**
 * What a follow state claims that the observations do not bear out, or undefined: {@link judgeVisit} played backwards.
 *
 * How long a second sighting had to wait and whether removals were held are not in the log, so a confirmation is asked only for a sighting or a person at its time.
 * After a merge, or where visits overlapped, only what no order of the visits could give is a contradiction. Pure; one pass.
 */
export function contradictionOf(claim: FollowToCheck): string | undefined {
  const { follow } = claim;
  const confirmed = follow.removal !== null && follow.removal.confirmedAt !== null;
  if ((follow.state === 'removed') !== confirmed)
    return `its state is "${follow.state}" and its removal is ${confirmed ? '' : 'not '}confirmed`;
  const seen = claim.observations.filter(isPresent);
  if (follow.lastSeenPresentAt !== null && !seen.some(({ at }) => at === follow.lastSeenPresentAt))
    return `it was not seen present at ${follow.lastSeenPresentAt}`;
  if (follow.removal !== null) {
    const why = unsupportedRemoval(follow.removal, claim.observations.filter(isGone), claim.confirmedByPerson);
    if (why !== undefined) return why;
  }
  if (follow.versions > seen.length) return `it has ${follow.versions} versions in ${seen.length} sightings`;
  return claim.merged || overlap(claim.observations) ? undefined : contradictionOfOne(claim, seen);
}

/** One notice whose visits followed on each other: the last sightings say what it is. */
function contradictionOfOne({ follow, observations, confirmedByPerson }: FollowToCheck, seen: readonly SeenState[]): string | undefined {
  const [lastSeen, last] = [seen.at(-1), observations.at(-1)];
  if (follow.lastSeenPresentAt !== (lastSeen?.at ?? null))
    return `it was last seen present ${lastSeen ? `at ${lastSeen.at}` : 'never'}, not ${follow.lastSeenPresentAt ?? 'never'}`;
  const versions = (lastSeen ? 1 : 0) + seen.filter(({ state }) => state === 'changed').length;
  if (follow.versions !== versions) return `it has ${versions} versions, not ${follow.versions}`;
  const gone = observations.slice(lastSeen ? observations.lastIndexOf(lastSeen) + 1 : 0).filter(isGone);
  if ((follow.removal === null) !== (gone.length === 0))
    return gone.length === 0
      ? 'no visit saw it removed since it was last seen'
      : `it was seen removed at ${gone[0]?.at ?? ''}, and no removal is kept`;
  if (follow.removal !== null) {
    const why = unsupportedRemoval(follow.removal, gone, confirmedByPerson);
    if (why !== undefined) return why;
  }
  if (follow.state === 'removed') return undefined;
  const expected = stateOf(last, versions);
  if (expected.includes(follow.state)) return undefined;
  return `its state is "${follow.state}", and its latest visit showed "${last?.state ?? 'nothing'}"`;
}

/** Of a notice that is not removed: the words of {@link FollowState.state}. */
function stateOf(last: SeenState | undefined, versions: number): readonly string[] {
  if (last === undefined) return ['unreachable'];
  if (last.state === 'blocked' || last.state === 'unreachable') return [last.state];
  // Seen removed once, and never present: what it was before, which is what an error or a block left.
  if (versions === 0) return ['blocked', 'unreachable'];
  return [versions > 1 ? 'changed' : 'present'];
}

function unsupportedRemoval(removal: Removal, gone: readonly SeenState[], confirmedByPerson: boolean): string | undefined {
  if (!gone.some(({ at }) => at === removal.firstSeenGoneAt)) return `no visit at ${removal.firstSeenGoneAt} saw it removed`;
  if (!gone.some(({ removalKind }) => removalKind === removal.kind)) return `no visit saw a removal of kind "${removal.kind}"`;
  if (removal.confirmedAt !== null && !confirmedByPerson && !gone.some(({ at }) => at === removal.confirmedAt))
    return `nothing in the log confirms its removal at ${removal.confirmedAt}`;
  const stray = removal.evidence.find((digest) => !gone.some(({ capture, confirms }) => capture === digest || confirms === digest));
  return stray === undefined ? undefined : `capture ${stray} is not of a visit that saw it removed`;
}

/** A claim that was lost to sleep may be recorded after a later visit, and then does not know of it; so may one under a clock that was put back. */
function overlap(observations: readonly SeenState[]): boolean {
  return observations.some(({ at }, n) => n > 0 && at <= (observations[n - 1]?.at ?? ''));
}

function isPresent({ state }: SeenState): boolean {
  return state === 'present' || state === 'changed';
}

function isGone({ state }: SeenState): boolean {
  return state === 'removed';
}
