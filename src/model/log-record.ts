import type { Digest } from './digest.ts';
import type { NoticeId, ReceiptId, SourceId } from './ids.ts';
import type { ListCounts } from './kept-list.ts';
import type { Verdict } from './match.ts';
import type { ObservationState, RemovalKind } from './observation.ts';
import type { PublisherId } from './publisher.ts';
import type { ScreeningCounts } from './receipt.ts';

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
  /** Absent for a plain visit; see {@link CaptureMode}. */
  readonly mode?: CaptureMode;
}

/**
 * How a capture was made, where not by a plain visit. `browser`: by a browser, beside the plain visit, which alone is read. `rendered`: by a browser in
 * place of a plain visit that showed no text, and read from the document that the browser held. `images`: pictures of the notice.
 */
export type CaptureMode = 'browser' | 'rendered' | 'images';

/** What one visit showed of a notice. */
export interface ObservationRecord {
  readonly type: 'observation';
  readonly notice: NoticeId;
  readonly url: string;
  readonly at: string;
  readonly state: ObservationState;
  readonly reason: string | null;
  /** The evidence of the judgement, in words: a sign, a status, a learned page and its capture. Absent where the page simply shows the notice, and in entries of earlier releases. */
  readonly basis?: string;
  readonly removalKind: RemovalKind | null;
  readonly capture: Digest | null;
  readonly confirms: Digest | null;
  readonly payload: Digest | null;
  readonly reading: Digest | null;
  /** Only where no capture was made. */
  readonly heads: readonly VisitHeads[] | null;
  /** Why no browser could have visited too, where one was asked for and no capture says so. */
  readonly browserMissing?: string;
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

/** What a site answered for an address that never existed, as its front page, or for another of its notices: asked for to tell its removals from its errors. */
export interface ProbeRecord {
  readonly type: 'probe';
  readonly host: string;
  readonly url: string;
  readonly at: string;
  readonly page: 'absent' | 'front' | 'other';
  /** `learned`, or why the answer teaches nothing; of another notice `stands`, or what came instead. */
  readonly outcome: string;
  readonly capture: Digest | null;
  readonly payload: Digest | null;
  /** Only where no capture was made. */
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

/** A capture whose bytes were removed by order (privacy, a court), with all that was derived from them. */
export interface ForgetRecord {
  readonly type: 'forget';
  readonly sha256: Digest;
  readonly why: string;
  readonly by: string;
  readonly at: string;
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

/** A version of a list of parties: taken in, held back because it shrank, or accepted by a person after it was held. */
export interface ListRecord {
  readonly type: 'list';
  readonly list: string;
  readonly version: number;
  readonly sha256: Digest;
  readonly publishedAt: string | null;
  readonly at: string;
  readonly counts: ListCounts;
  /** SHA-256 of a line `<id> <hash>` for each listing, by id: what names were screened against can be told from it. */
  readonly listings: Digest;
  readonly outcome: 'current' | 'held' | 'accepted';
}

/** A person says that two listings are one party, or are not. `one` comes before `other` in the order of their ids. */
export interface PartyLinkRecord {
  readonly type: 'party-link';
  readonly link: 'link' | 'unlink';
  readonly one: string;
  readonly other: string;
  readonly why: string;
  readonly by: string;
  readonly at: string;
}

/** What a person decided about a match. The subject is in the store alone: the log, which may be shown to others, holds its hash. */
export interface DecisionRecord {
  readonly type: 'decision';
  readonly key: string;
  readonly verdict: Verdict;
  readonly why: string;
  readonly by: string;
  readonly at: string;
  readonly partyHash: Digest;
  readonly listing: string;
  readonly listingHash: Digest;
}

/** A person says that somebody oversees a publisher, or takes that back. `overseer`: id of another publisher, or a name. */
export interface OversightRecord {
  readonly type: 'oversight';
  readonly link: 'link' | 'unlink';
  readonly publisher: PublisherId;
  readonly overseer: string;
  readonly why: string;
  readonly by: string;
  readonly at: string;
}

/** The receipt of a run of `screen`, by its digest: SHA-256 of its canonical JSON. */
export interface ScreeningRecord {
  readonly type: 'screening';
  readonly receipt: ReceiptId;
  readonly digest: Digest;
  readonly at: string;
  readonly counts: ScreeningCounts;
}

/** One leaf of the evidence log, as canonical JSON. */
export type LogRecord =
  | CaptureRecord
  | ObservationRecord
  | CheckRecord
  | ProbeRecord
  | DropRecord
  | ForgetRecord
  | MergeRecord
  | EventRecord
  | ListRecord
  | PartyLinkRecord
  | OversightRecord
  | DecisionRecord
  | ScreeningRecord;
