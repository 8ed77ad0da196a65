import type { Digest } from '../model/digest.ts';
import type { FollowState, SeenBytes } from '../model/notice.ts';
import type { KeepPolicy } from '../model/source.ts';

const DAY = 86_400_000;

/** What arrived: null where the answer was a 304, which confirms the newest full bytes. */
export interface Arrived {
  readonly state: 'present' | 'removed' | 'blocked' | 'unreachable';
  readonly payload: Digest | null;
  readonly reading: Digest | null;
  /** `otherPageDigest` of a page that is not the notice. */
  readonly otherReading?: Digest | null;
  readonly bodyBySite: boolean;
  readonly at: string;
}

export type KeepDecision = { readonly keep: false; readonly confirms: Digest } | { readonly keep: true; readonly drop: SeenBytes | null };

/**
 * Whether the bytes of a visit get a file of their own, and which older file they make superfluous.
 *
 * `changes`: the first, every change of reading, every other page (removal, captcha, error) with new bytes. Equal bytes are never kept twice.
 * Equal readings under different bytes are renewed once a day at most, the newest replacing the one before (never the first of a version),
 * and only where both were read by a site's own reader that found the body: a fallback reading may be blind to a change, so its bytes always stay.
 * Pages that are not the notice (removal, captcha) are not kept again while a site's own reader finds that they say the same under other bytes;
 * but the sighting that may make a removal certain has bytes of its own. `all`: every visit with a body. Pure.
 */
export function decideKeep(before: FollowState, arrived: Arrived, policy: KeepPolicy): KeepDecision {
  const known = arrived.state === 'present' ? [before.newest, before.version] : [before.other];
  if (arrived.payload === null) {
    const confirmed = before.newest ?? before.version;
    return confirmed === null ? { keep: true, drop: null } : { keep: false, confirms: confirmed.capture };
  }
  if (policy === 'all') return { keep: true, drop: null };
  const same = known.find((seen) => seen !== null && seen.payload === arrived.payload);
  if (same) return { keep: false, confirms: same.capture };
  if (
    arrived.state !== 'present' &&
    before.other !== null &&
    before.otherReading !== null &&
    before.otherReading === arrived.otherReading &&
    !isSecondSighting(before, arrived)
  )
    return { keep: false, confirms: before.other.capture };
  const equalReading = arrived.state === 'present' && arrived.reading !== null && before.reading === arrived.reading;
  if (!equalReading || !arrived.bodyBySite || !before.bodyBySite || before.newest === null) return { keep: true, drop: null };
  if (Date.parse(arrived.at) - Date.parse(before.newest.at) < DAY) return { keep: false, confirms: before.newest.capture };
  const renewal = before.newest.capture !== before.version?.capture;
  return { keep: true, drop: renewal ? before.newest : null };
}

/** Until two sightings agree, each is evidence by itself. */
function isSecondSighting({ removal, removalWaits }: FollowState, { state }: Arrived): boolean {
  return state === 'removed' && removal !== null && removal.confirmedAt === null && !removalWaits;
}
