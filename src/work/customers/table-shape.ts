import type { RowLimits, RowShape } from '../../text/row-splitter.ts';

/** How the rows of a customer file are written. */
export interface TableShape extends RowShape {
  readonly format: 'csv' | 'jsonl';
  /** WHATWG name of the encoding, lower case. */
  readonly charset: string;
}

/** A row as written: cells of CSV, or the object of a JSON line. `line` is that on which it begins, from 1; `before` are the cells of a row that is damaged behind them. */
export type WrittenRow =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly object: Readonly<Record<string, unknown>> }
  | { readonly line: number; readonly why: string; readonly before?: readonly string[] };

/** Longest cell that is read: longer ones are damage, not names. */
export const MOST_CELL_CHARS = 10_000;
/** Longest row that is looked at as a whole, all memory that a row may take. */
export const MOST_ROW_CHARS = 262_144;
export const CUSTOMER_ROWS: RowLimits = { row: MOST_ROW_CHARS, cell: MOST_CELL_CHARS };
