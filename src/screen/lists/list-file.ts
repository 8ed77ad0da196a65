import type { Listing } from '../../model/party.ts';

/** One file of a list as received. A list may have companions: sdn.csv + alt.csv + add.csv. */
export interface ListFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A row that was kept out; everything else loads. */
export interface BadRow {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly why: string;
  /** Id that the authority gives the party of the row: what the list had of it before stays. */
  readonly id?: string;
  /** Where it gives none, what the row can be known by: so the list finds what it had of it. */
  readonly marks?: PartyMarks;
}

/** Numbers and names of a party whose row cannot be read. */
export interface PartyMarks {
  readonly identifiers: readonly string[];
  readonly names: readonly string[];
}

/** A date or country that was not understood: it stands in the notes of its party, which is loaded. */
export interface UnreadValue {
  readonly file: string;
  /** From 1, of the record. */
  readonly line: number;
  /** Of FollowTheMoney: `birthDate`, `country`. */
  readonly property: string;
  readonly value: string;
}

/** A record of a file that a listing was made of, with the names that it gives. */
export interface ListingRow {
  readonly file: string;
  readonly line: number;
  readonly names: readonly string[];
}

export interface ParsedList {
  readonly format: string;
  /** The publisher's date as ISO 8601, where the file has one. */
  readonly publishedAt: string | null;
  readonly listings: readonly Listing[];
  readonly bad: readonly BadRow[];
  /** By the id of the listing, those that were made of several records, or of one of several files: in their order. */
  readonly rows: ReadonlyMap<string, readonly ListingRow[]>;
  /** Records that stand in the listing of another, since they have its id, or its name and no id. */
  readonly folded: number;
  /** Of the listings, by file and line. */
  readonly unread: readonly UnreadValue[];
  /** Rows that were read and are rather a mistake of the table. */
  readonly doubts: readonly BadRow[];
}

/** A bad row with the id of its party, where it has one. */
export function withId(row: BadRow, id: string | undefined): BadRow {
  const bare = id?.trim() ?? '';
  return bare === '' ? row : { ...row, id: bare };
}
