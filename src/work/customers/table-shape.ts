/** How the rows of a customer file are written. */
export interface TableShape {
  readonly format: 'csv' | 'jsonl';
  /** WHATWG name of the encoding, lower case. */
  readonly charset: string;
  /** Null where each line is one cell. */
  readonly delimiter: string | null;
  readonly quote: '"' | "'";
  /** `\r` only for files of old Macs; `\r\n` counts as `\n`. */
  readonly lineEnd: '\n' | '\r';
}

/** A row as written: cells of CSV, or the object of a JSON line. `line` is that on which it begins, from 1; `first` is the first cell of a row that is damaged behind it. */
export type WrittenRow =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly object: Readonly<Record<string, unknown>> }
  | { readonly line: number; readonly why: string; readonly first?: string };

/** Longest cell that is read: longer ones are damage, not names. */
export const MOST_CELL_CHARS = 10_000;
/** Longest row that is looked at as a whole, all memory that a row may take. */
export const MOST_ROW_CHARS = 262_144;
