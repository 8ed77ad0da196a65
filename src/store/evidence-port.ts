import type { Digest } from '../model/digest.ts';
import type { NoticeId } from '../model/ids.ts';
import type { LogRecord } from '../model/log-record.ts';
import type { CaptureRow, FollowState, ObservationRow } from '../model/notice.ts';
import type { PageReading } from '../model/reading.ts';

export interface LogEntry {
  readonly index: number;
  readonly bytes: Uint8Array;
}

/** An evidence row as verification sees it. */
export interface EvidenceRow {
  readonly index: number;
  readonly type: LogRecord['type'];
  /** Of a capture: its path, or null once dropped or forgotten. Null for all others. */
  readonly warc: string | null;
  /** Of a capture: removed by order. */
  readonly forgotten: boolean;
}

/** Tables that do not agree. */
export interface Contradiction {
  /** The entry that shows it, or null where none does. */
  readonly index: number | null;
  readonly why: string;
}

/** A notice with all that the log holds of it, in one consistent view. */
export interface NoticeHistory {
  readonly id: NoticeId;
  /** Its own and those of notices merged into it. */
  readonly ids: readonly NoticeId[];
  readonly url: string;
  readonly firstSeenAt: string;
  readonly firstPresentAt: string | null;
  readonly follow: FollowState;
  /** False where columns that repeat the follow state say something else. */
  readonly columnsHold: boolean;
  /** Oldest first. */
  readonly observations: readonly ObservationRow[];
  /** Files dropped under the policy `keep` by visits of it. */
  readonly drops: readonly { readonly sha256: Digest; readonly keptInstead: Digest; readonly index: number }[];
  /** An event at `follow.removal.confirmedAt` says that a person let its removal stand. */
  readonly confirmedByPerson: boolean;
}

/** The stored reading of a page, beside what was logged of it. */
export interface PagesReading {
  readonly num: number;
  readonly capture: Digest;
  readonly captureIndex: number;
  readonly warc: string | null;
  readonly url: string;
  /** Of what the capture was last read by. */
  readonly recipe: string;
  /** Null where it is no JSON any more. */
  readonly reading: PageReading | null;
  /** Digest of the reading as logged at the visit; null where the page did not show the notice. */
  readonly logged: Digest | null;
  /** False where columns that repeat the reading or its capture say something else. */
  readonly columnsHold: boolean;
}

/** The log, and what verification asks of the tables. Part of `Store`, whose guarantees hold here too. */
export interface EvidenceStore {
  logSize(): Promise<number>;
  /** Entries `from ≤ index < to`, in order. */
  readLog(from: number, to: number): Promise<readonly LogEntry[]>;
  /** Index of the entry that logs this capture, or whose leaf hash this is. */
  findLogIndex(digest: Digest): Promise<number | undefined>;
  /** The rows that an entry speaks of, rebuilt as a record from the tables: `log verify` compares the two. Undefined where a row is missing. */
  rowsAsRecord(record: LogRecord, index: number): Promise<LogRecord | undefined>;
  /** Rows of evidence, of all tables, whose log index is `from ≤ index < to`, in order: each is to be the one row of its entry. */
  evidenceRows(from: number, to: number): Promise<readonly EvidenceRow[]>;
  /** The first entry of `from ≤ index < to` whose stored leaf hash is not that of its bytes. */
  wrongLeaf(from: number, to: number): Promise<number | undefined>;
  /** The first of each kind of disagreement between tables: rows without an entry, files that no entry dropped, merges, lost notices. O(rows). */
  contradictions(): Promise<readonly Contradiction[]>;
  /** The notice with the next id after this one (null: the first), with its history. */
  historyAfter(id: NoticeId | null): Promise<NoticeHistory | undefined>;
  /** Stored readings of pages with `num` above `after`, in order. */
  readingsAfter(after: number, limit: number): Promise<readonly PagesReading[]>;
  /** Captures `from` on by log index, for verification of files; dropped ones have `warc: null`. */
  capturesFrom(logIndex: number, limit: number): Promise<readonly CaptureRow[]>;
}
