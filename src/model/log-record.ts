import type { Digest } from './digest.ts';
import type { NoticeId, SourceId } from './ids.ts';
import type { ObservationState, RemovalKind } from './observation.ts';

/** Requests and answers of a visit that left no file: both heads, credentials left out, as text. */
export interface VisitHeads {
  readonly url: string;
  readonly request: string;
  readonly response: string;
}

/** A file under `captures/`, logged when it is acknowledged. */
export interface CaptureRecord {
  readonly type: 'capture';
  readonly sha256: Digest;
  readonly url: string;
  readonly finalUrl: string;
  /** Start of the visit. */
  readonly at: string;
  readonly status: number | null;
  readonly ip: string | null;
  readonly payload: Digest | null;
  readonly bytes: number;
  readonly notice: NoticeId | null;
  readonly source: SourceId | null;
}

/** What one visit showed of a notice. */
export interface ObservationRecord {
  readonly type: 'observation';
  readonly notice: NoticeId;
  readonly url: string;
  readonly at: string;
  readonly state: ObservationState;
  readonly reason: string | null;
  readonly removalKind: RemovalKind | null;
  readonly capture: Digest | null;
  readonly confirms: Digest | null;
  readonly payload: Digest | null;
  readonly reading: Digest | null;
  /** Only where no capture was made. */
  readonly heads: readonly VisitHeads[] | null;
}

/** What one check of a source brought, when it brought no file of its own. */
export interface CheckRecord {
  readonly type: 'check';
  readonly source: SourceId;
  readonly url: string;
  readonly at: string;
  /** `ok`, or why it failed. */
  readonly outcome: string;
  readonly capture: Digest | null;
  readonly confirms: Digest | null;
  readonly payload: Digest | null;
  readonly heads: readonly VisitHeads[] | null;
}

/** A file that was deleted under the policy `keep`, and the newer one with the same reading. */
export interface DropRecord {
  readonly type: 'drop';
  readonly sha256: Digest;
  readonly keptInstead: Digest;
  readonly at: string;
  readonly reason: string;
}

/** Two notices that turned out to be one. */
export interface MergeRecord {
  readonly type: 'merge';
  readonly kept: NoticeId;
  readonly merged: NoticeId;
  readonly alias: string;
  readonly at: string;
}

/** Something that happened to the watcher itself: lost connection, a clock that jumped, removals that a person let stand. */
export interface EventRecord {
  readonly type: 'event';
  readonly event: 'offline' | 'online' | 'clock-jump' | 'removals-held' | 'removals-confirmed' | 'disk-full';
  readonly at: string;
  readonly detail: string;
}

/** One leaf of the evidence log, as canonical JSON. */
export type LogRecord = CaptureRecord | ObservationRecord | CheckRecord | DropRecord | MergeRecord | EventRecord;
