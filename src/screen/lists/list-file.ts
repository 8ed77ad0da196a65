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
  /** Id that the authority gives the party of a row that is cut: what the list had of it before stays. */
  readonly id?: string;
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
  /** Rows that were read and are rather a mistake of the table. */
  readonly doubts: readonly BadRow[];
}
