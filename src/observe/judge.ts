import type { Digest } from '../model/digest.ts';
import { UNVISITED } from '../model/follow-state.ts';
import type { FollowState, Removal } from '../model/notice.ts';
import type { ObservationState, RemovalKind } from '../model/observation.ts';

/** What one visit showed, before the history is asked. */
export type Sighting =
  /** `reason`: what is particular about it, `emptied` or `withheld in part`. */
  | { readonly state: 'present'; readonly reading: Digest; readonly reason?: string | null }
  | { readonly state: 'removed'; readonly kind: RemovalKind; readonly reason: string | null; readonly evidence: Digest | null }
  | { readonly state: 'blocked' | 'unreachable'; readonly reason: string };

type Gone = Extract<Sighting, { state: 'removed' }>;

export interface JudgeOptions {
  readonly at: string;
  /** Two agreeing sightings make a removal when they are at least so far apart. Milliseconds. */
  readonly confirmAfterMs: number;
  /** True while removals of the host wait for a person: sightings count, nothing is confirmed. */
  readonly heldForPerson: boolean;
}

export interface Judgement {
  /** State of the observation: what this visit alone showed. */
  readonly observed: ObservationState;
  readonly reason: string | null;
  /** Judgement part of the new follow state; bytes and validators are kept by `capture/`. */
  readonly follow: Pick<
    FollowState,
    | 'state'
    | 'reason'
    | 'lastSeenPresentAt'
    | 'removal'
    | 'kindSince'
    | 'goneReason'
    | 'removalWaits'
    | 'versions'
    | 'reading'
    | 'lastVisitAt'
    | 'lastChangeAt'
    | 'visits'
    | 'errorStreak'
  >;
  /** True where this visit made the removal certain. */
  readonly confirmed: boolean;
}

/**
 * The removal judgement: from what a visit showed and what was known before, what is the state of the notice now?
 *
 * A removal needs two agreeing sightings apart in time; an error, a captcha or a withheld page between them neither helps nor hinders;
 * a present page ends it. A removed notice stays removed until it is seen again, whatever comes between; its kind and reason are
 * of one sighting, and a page that says who took it away counts for more than one that says less. Pure.
 */
export function judgeVisit(before: FollowState, sighting: Sighting, options: JudgeOptions): Judgement {
  const common = { lastVisitAt: options.at, visits: before.visits + 1 };
  switch (sighting.state) {
    case 'present': {
      const known = before.reading !== null;
      const edited = known && before.reading !== sighting.reading;
      const versions = known ? before.versions + (edited ? 1 : 0) : 1;
      return {
        observed: edited ? 'changed' : 'present',
        reason: sighting.reason ?? null,
        confirmed: false,
        follow: {
          ...common,
          state: versions > 1 ? 'changed' : 'present',
          reason: sighting.reason ?? null,
          lastSeenPresentAt: options.at,
          removal: null,
          kindSince: null,
          goneReason: null,
          removalWaits: false,
          versions,
          reading: sighting.reading,
          lastChangeAt: edited || !known ? options.at : before.lastChangeAt,
          errorStreak: 0,
        },
      };
    }
    case 'removed': {
      const { removal, kindSince, waits } = seenGone(before, sighting, options);
      const confirmed = removal.confirmedAt !== null && before.removal?.confirmedAt !== removal.confirmedAt;
      const gone = removal.confirmedAt !== null;
      return {
        observed: 'removed',
        reason: sighting.reason,
        confirmed,
        follow: {
          ...unchanged(before),
          ...common,
          state: gone ? 'removed' : settled(before),
          reason: gone ? goneReason(before, sighting) : settledReason(before, sighting),
          removal,
          kindSince,
          goneReason: sighting.reason,
          removalWaits: waits,
          lastChangeAt: confirmed ? options.at : before.lastChangeAt,
          errorStreak: 0,
        },
      };
    }
    default: {
      const gone = before.removal !== null && before.removal.confirmedAt !== null;
      return {
        observed: sighting.state,
        reason: sighting.reason,
        confirmed: false,
        follow: {
          ...unchanged(before),
          ...common,
          state: gone ? 'removed' : sighting.state,
          reason: gone ? before.reason : sighting.reason,
          errorStreak: before.errorStreak + 1,
        },
      };
    }
  }
}

/** A pending removal becomes certain at a second sighting of the same kind that is far enough from the first. */
function seenGone(
  before: FollowState,
  sighting: Gone,
  options: JudgeOptions,
): { readonly removal: Removal; readonly kindSince: string | null; readonly waits: boolean } {
  const { removal: known, kindSince: since } = before;
  const evidence = sighting.evidence === null ? [] : [sighting.evidence];
  if (known === null)
    return {
      removal: { kind: sighting.kind, firstSeenGoneAt: options.at, confirmedAt: null, evidence },
      kindSince: options.at,
      waits: false,
    };
  if (known.confirmedAt !== null) {
    if (!saysMore(known, sighting)) return { removal: known, kindSince: since, waits: false };
    const told = { ...known, kind: sighting.kind, evidence: [...new Set([...known.evidence, ...evidence])] };
    return { removal: told, kindSince: options.at, waits: false };
  }
  const pending = { ...known, kind: sighting.kind, evidence: [...new Set([...known.evidence, ...evidence])] };
  // The notice is gone since the first sighting of any kind; two sightings agree only where both are of one.
  if (known.kind !== sighting.kind) return { removal: pending, kindSince: options.at, waits: false };
  const kindSince = since ?? known.firstSeenGoneAt;
  const apart = Date.parse(options.at) - Date.parse(kindSince) >= options.confirmAfterMs;
  if (!apart) return { removal: pending, kindSince, waits: before.removalWaits };
  if (options.heldForPerson) return { removal: pending, kindSince, waits: true };
  return { removal: { ...pending, confirmedAt: options.at }, kindSince, waits: false };
}

/** What a notice is while its removal waits for the second sighting: as it was, but a block or error that has passed is over. */
function settled(before: FollowState): ObservationState {
  if (before.versions > 1) return 'changed';
  return before.versions === 1 ? 'present' : before.state;
}

function settledReason(before: FollowState, sighting: Gone): string | null {
  if (before.versions > 0) return null;
  return before.reason === UNVISITED.reason ? (sighting.reason ?? before.reason) : before.reason;
}

/** How much a kind says: 2 names who took the notice away, 1 tells what became of it, 0 is a status alone. */
const SAYS = { publisher: 2, platform: 2, account: 2, moved: 1, expired: 1, status: 0 } as const satisfies Record<RemovalKind, number>;

/** Of a removal that is certain, a single sighting of another kind counts only where that kind says more; whatever says as much or less unsays nothing. */
function saysMore(known: Removal, { kind }: Gone): boolean {
  return SAYS[kind] > SAYS[known.kind];
}

/** Why it is gone: as the latest sighting says, where that is of the kind that the removal is of. */
function goneReason({ removal, reason }: FollowState, sighting: Gone): string | null {
  const lessTold = removal?.confirmedAt && sighting.kind !== removal.kind && !saysMore(removal, sighting);
  return lessTold ? reason : sighting.reason;
}

function unchanged(
  before: FollowState,
): Pick<
  FollowState,
  'lastSeenPresentAt' | 'removal' | 'kindSince' | 'goneReason' | 'removalWaits' | 'versions' | 'reading' | 'lastChangeAt'
> {
  const { lastSeenPresentAt, removal, kindSince, goneReason, removalWaits, versions, reading, lastChangeAt } = before;
  return { lastSeenPresentAt, removal, kindSince, goneReason, removalWaits, versions, reading, lastChangeAt };
}
