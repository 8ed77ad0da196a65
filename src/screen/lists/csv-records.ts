import { Buffer } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import type { Info } from 'csv-parse/sync';
import { DualwatchError } from '../../model/errors.ts';
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
const LONGEST_RECORD_BYTES = 4 << 20;
/** Rows with an open quote that are stepped over before the rest of the file is given up. */
const MOST_OPEN_QUOTES = 100;
const NEWLINE = 0x0a;
/** Of a record that cannot be read so much is looked at for the id of its party. */
const LONGEST_BEGINNING = 64 * 1024;

/**
 * Records of a CSV text. Quotes inside of bare cells are taken as they stand. A quote that is never closed costs the record that opens it:
 * reading goes on with the next line.
 */
export function readCsv(text: string, file: string, delimiter = ','): CsvContent {
  // The end-of-file mark of CP/M, which OFAC still writes.
  const bytes = Buffer.from(text.replace(/\u001a\s*$/u, ''), 'utf8');
  const records: CsvRecord[] = [];
  const bad: BrokenRecord[] = [];
  let start = 0;
  let line = 1;
  for (let mended = 0; start < bytes.length; mended++) {
    const part = readPart(start === 0 ? bytes : bytes.subarray(start), delimiter, line);
    for (const record of part.records) records.push(record);
    if (part.failedAt === undefined) break;
    const from = start + part.failedAt.offset;
    const end = bytes.indexOf(NEWLINE, from);
    const cells = cellsBeforeQuote(
      bytes.toString('utf8', from, Math.min(end < 0 ? bytes.length : end, from + LONGEST_BEGINNING)),
      delimiter,
    );
    bad.push({ file, line: part.failedAt.line, why: part.failedAt.why, cells });
    if (mended >= MOST_OPEN_QUOTES) break;
    if (end < 0) break;
    start = end + 1;
    line = part.failedAt.line + 1;
  }
  return { records, bad };
}

/** The whole cells at the beginning of a record that has a quote open somewhere. */
function cellsBeforeQuote(record: string, delimiter: string): readonly string[] {
  const cells: string[] = [];
  for (let at = 0; at < record.length;) {
    const quoted = record[at] === '"' ? /"((?:[^"]|"")*)"/uy : undefined;
    if (quoted !== undefined) quoted.lastIndex = at;
    const cell = quoted?.exec(record);
    const end = record.indexOf(delimiter, cell === undefined || cell === null ? at : at + cell[0].length);
    if (end < 0 || cell === null || (cell !== undefined && end !== at + cell[0].length)) break;
    cells.push(cell === undefined ? record.slice(at, end) : (cell[1] ?? '').replaceAll('""', '"'));
    at = end + delimiter.length;
  }
  return cells;
}

interface CsvPart {
  readonly records: readonly CsvRecord[];
  readonly failedAt?: { readonly offset: number; readonly line: number; readonly why: string };
}

function readPart(bytes: Buffer, delimiter: string, firstLine: number): CsvPart {
  const records: CsvRecord[] = [];
  let end = 0;
  let endLine = firstLine - 1;
  try {
    parse(bytes, {
      bom: true,
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: LONGEST_RECORD_BYTES,
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (cells: string[], info: Info) => {
        const line = endLine + 1;
        end = info.bytes;
        endLine = firstLine - 1 + info.lines;
        // A record is kept by us, with its line; the parser keeps none.
        if (cells.length > 1 || cells[0]?.trim()) records.push({ line, cells });
        return null;
      },
    });
    return { records };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code !== 'CSV_QUOTE_NOT_CLOSED' && code !== 'CSV_MAX_RECORD_SIZE')
      throw new DualwatchError('internal', String(error), { cause: error });
    const why =
      code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'a quote is never closed; close it or take it out'
        : 'the record is longer than 4 MB; a quote may be open';
    return { records, failedAt: { offset: end, line: endLine + 1, why } };
  }
}
