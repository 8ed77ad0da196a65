import type { Digest } from './digest.ts';

/** What its user decided about a list. */
export interface ListSettings {
  /** In kebab-case, the prefix of the ids of its listings: `ofac-sdn`. */
  readonly name: string;
  /** Address or absolute path of the main file; `sent:<name>` of a file that somebody sends. */
  readonly address: string;
  /** Addresses or paths of the files that belong to it, in the order in which the format wants them (`alt.csv`, `add.csv`). */
  readonly companions: readonly string[];
  /** Name of the format, or null to detect it at each update. */
  readonly format: string | null;
  /** Path of the mapping file, or null. */
  readonly mapping: string | null;
  /** Milliseconds between two updates, or null where only `lists update` fetches it. */
  readonly everyMs: number | null;
  /** Its address may be in a private network: that host and port, nothing else. */
  readonly allowPrivate?: boolean;
  /** Its user watches it no more: it is neither updated nor screened against; what was kept of it stays. */
  readonly removed?: boolean;
}

/** A list of this home. */
export interface KeptList extends ListSettings {
  /** 1, 2, 3 … as they were added; never reused. */
  readonly order: number;
  readonly addedAt: string;
  readonly nextCheckAt: string | null;
  /** Latest attempt to update it, and why it failed; null where it did not. */
  readonly lastCheckAt: string | null;
  readonly lastError: string | null;
  /** The version that names are screened against; null before the first. */
  readonly current: ListVersion | null;
  /** A newer one that waits for `lists update --accept`. */
  readonly held: ListVersion | null;
}

/** What one version holds, and what it changed against the version that was current before. */
export interface ListCounts {
  readonly listings: number;
  /** Rows kept out because they could not be read. */
  readonly bad: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Of the listings, those of bad rows: they stand as an earlier version had them. Absent where none. */
  readonly kept?: number;
  /** Dates and countries that were not understood. Absent where none. */
  readonly unread?: number;
}

/** A row of a list that was kept out. */
export interface BadListRow {
  /** From 1, of the file. */
  readonly line: number;
  readonly why: string;
  /** The listing of its party, which the list keeps as it was in the last version whose row could be read. */
  readonly kept?: KeptAsOf;
}

export interface KeptAsOf {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

/** A date or country of a listing that was not understood; it stands in the notes. */
export interface UnreadListValue {
  readonly file: string;
  /** From 1, of the record. */
  readonly line: number;
  /** Of FollowTheMoney: `birthDate`, `country`. */
  readonly property: string;
  readonly value: string;
}

/** `superseded`: a newer version is current, or waits in its place. */
export type ListVersionState = 'current' | 'held' | 'superseded';

/** One version of a list as it was fetched. */
export interface ListVersion {
  readonly list: string;
  /** 1, 2, 3 … of its list. */
  readonly version: number;
  /** Of the bytes; of several files, of their digests in order. */
  readonly sha256: Digest;
  /** As the publisher says, or null. */
  readonly publishedAt: string | null;
  readonly fetchedAt: string;
  readonly format: string;
  readonly counts: ListCounts;
  /** As the log has it: SHA-256 of a line `<id> <hash>` for each listing, by id. */
  readonly listings: Digest;
  /** The first {@link KEPT_BAD_ROWS}. */
  readonly badRows: readonly BadListRow[];
  /** As many. */
  readonly unreadValues: readonly UnreadListValue[];
  readonly state: ListVersionState;
  /** False for a version that was held back and never accepted: its listings were never taken in. */
  readonly loaded: boolean;
  /** Raw files, paths relative to the home: `lists/<list>/<sha256>.<ext>`. */
  readonly files: readonly string[];
  /** Entry that logged it last: as it came, or when it was accepted. */
  readonly logIndex: number;
}

/** Of a version so many bad rows, and so many values that were not understood, are kept with their line; all are counted. */
export const KEPT_BAD_ROWS = 1000;
