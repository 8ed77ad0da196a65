import { RowSplitter, type RowLimits } from '../../text/row-splitter.ts';
import type { BadRow } from './list-file.ts';

export interface CsvRecord {
  /** Line on which the record begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A record that cannot be read, with the cells before what cannot. */
export interface BrokenRecord extends BadRow {
  readonly cells: readonly string[];
}

export interface CsvContent {
  readonly records: readonly CsvRecord[];
  readonly bad: readonly BrokenRecord[];
}

/** A record of a list is a few kilobytes; a quote that is never closed makes one of everything behind it. */
const LONGEST: RowLimits = { row: 4 << 20, cell: 4 << 20 };

/** Records of a CSV text, a byte order mark before it or not. What cannot be read costs its own line and no other. */
export function readCsv(text: string, file: string, delimiter = ','): CsvContent {
  const splitter = new RowSplitter({ delimiter, quote: '"', lineEnd: '\n' }, LONGEST);
  const records: CsvRecord[] = [];
  const bad: BrokenRecord[] = [];
  // The end-of-file mark of CP/M, which OFAC still writes.
  const whole = text.replace(/^\uFEFF/u, '').replace(/\u001a\s*$/u, '');
  // Lines of old Macs may hold line ends of others in their cells.
  const lines = /\r(?!\n)/u.test(whole) ? whole.replaceAll(/\r\n?/gu, '\n') : whole;
  for (const rows of [splitter.push(lines), splitter.end()])
    for (const row of rows) {
      if ('why' in row) bad.push({ file, line: row.line, why: row.why, cells: row.before });
      else if (row.cells.length > 1 || row.cells[0]?.trim()) records.push(row);
    }
  return { records, bad };
}
