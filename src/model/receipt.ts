import { canonicalJson } from './canonical-json.ts';
import type { Json } from './canonical-json.ts';
import { sha256 } from './digest.ts';
import type { Digest } from './digest.ts';
import type { ReceiptId } from './ids.ts';
import type { NameQuery } from './party.ts';

/** What a run of `screen` counted. */
export interface ScreeningCounts {
  readonly rows: number;
  /** Rows that could not be read. */
  readonly unreadable: number;
  /** Rows with at least one match at or above the threshold. */
  readonly hits: number;
  readonly matches: number;
}

/** Proof that names were screened, against what, and what was found: also where nothing was. */
export interface Receipt {
  readonly id: ReceiptId;
  readonly at: string;
  /** Null where one name was given by hand; `name` is no path. */
  readonly file: { readonly name: string; readonly sha256: Digest; readonly bytes: number } | null;
  /** {@link askedDigest} of the one name that was given by hand; absent for a file. */
  readonly asked?: Digest;
  /** Which columns of the file were read, by what they hold: `{ name: 'company', country: '= CN' }`, the last a value for all rows. Absent for one name. */
  readonly columns?: Readonly<Record<string, string>>;
  /** SHA-256 of the results as they were written: with them and the file, the receipt says of each row what was found. Absent for one name. */
  readonly results?: Digest;
  readonly counts: ScreeningCounts;
  /** The first {@link KEPT_UNREADABLE_ROWS}; all are counted. `row` counts rows of data from 1; `key` is the customer's own, where it could be read. */
  readonly unreadable: readonly { readonly line: number; readonly row?: number; readonly key?: string; readonly why: string }[];
  /** Cells with a country, a kind or a date that was not understood: their rows were screened without it. Absent where there are none. */
  readonly ignored?: IgnoredCells;
  readonly lists: readonly {
    readonly list: string;
    readonly version: number;
    readonly sha256: Digest;
    readonly publishedAt: string | null;
  }[];
  readonly recipe: string;
  readonly threshold: number;
  readonly limit: number;
  /** Best score of each row, by band: rows with `from ≤ score < to`; `to` of the last is 1, inclusive. Rows without a match are in none. */
  readonly bands: readonly { readonly from: number; readonly to: number; readonly rows: number }[];
}

export interface IgnoredCells {
  readonly cells: number;
  /**
   * The first {@link KEPT_IGNORED_VALUES} values, in the order of the file, each cut at 60 characters, with the first rows that have it. Dates of birth are
   * of a person: they are all one, without the value.
   */
  readonly values: readonly {
    readonly what: 'country' | 'schema' | 'birthDate';
    readonly value?: string;
    readonly cells: number;
    readonly rows: readonly number[];
  }[];
}

/** Of a run so many different values that were not understood are kept. */
export const KEPT_IGNORED_VALUES = 100;

/** Of a run so many unreadable rows are kept with their line. */
export const KEPT_UNREADABLE_ROWS = 1000;

/**
 * Binds a receipt to the name that was asked about without holding it: who knows the name can show that it was screened. The id of the receipt
 * goes into it, so that two receipts of one name do not look alike.
 */
export function askedDigest(id: ReceiptId, query: NameQuery): Digest {
  return sha256(canonicalJson({ ...query, name: query.name.trim(), receipt: id }));
}

/** What the evidence log holds of a receipt. */
export function receiptDigest(receipt: Receipt): Digest {
  return sha256(canonicalJson(receipt as unknown as Json));
}
