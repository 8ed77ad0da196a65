import type { Digest } from '../model/digest.ts';
import type { FollowState, SeenBytes } from '../model/notice.ts';
import type { ObservationState } from '../model/observation.ts';

type Bytes = Pick<FollowState, 'version' | 'newest' | 'bodyBySite' | 'etag' | 'lastModified' | 'other' | 'otherState' | 'otherReading'>;

export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What a follow state remembers of bytes after a visit that made a file (`kept`) or confirmed one. */
export function bytesAfter(
  before: FollowState,
  visit: {
    readonly state: ObservationState;
    readonly kept: SeenBytes | null;
    /** Payload that equals the one confirmed, so that its validators speak for the bytes we have. */
    readonly sameBytes: boolean;
    readonly reading: Digest | null;
    /** `otherPageDigest` of a page that is not the notice. */
    readonly otherReading: Digest | null;
    readonly bodyBySite: boolean;
    readonly validators: Validators;
  },
): Bytes {
  const { version, newest, bodyBySite, etag, lastModified, other, otherState, otherReading } = before;
  const old: Bytes = { version, newest, bodyBySite, etag, lastModified, other, otherState, otherReading };
  const present = visit.state === 'present' || visit.state === 'changed';
  if (!present) return visit.kept === null ? old : { ...old, other: visit.kept, otherState: visit.state, otherReading: visit.otherReading };
  if (visit.kept === null) return visit.sameBytes && visit.validators.etag !== null ? { ...old, ...visit.validators } : old;
  const sameVersion = version !== null && before.reading === visit.reading;
  return { ...old, ...visit.validators, bodyBySite: visit.bodyBySite, version: sameVersion ? version : visit.kept, newest: visit.kept };
}
