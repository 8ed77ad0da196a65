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

export interface CsvContent {
  readonly records: readonly CsvRecord[];
  readonly bad: readonly BadRow[];
}

/** A record of a list is a few kilobytes; a quote that is never closed makes one of everything behind it. */
const LONGEST_RECORD_BYTES = 4 << 20;
/** Rows with an open quote that are stepped over before the rest of the file is given up. */
const MOST_OPEN_QUOTES = 100;
const NEWLINE = 0x0a;

/**
 * Records of a CSV text. Quotes inside of bare cells are taken as they stand. A quote that is never closed costs the record that opens it:
 * reading goes on with the next line.
 */
export function readCsv(text: string, file: string, delimiter = ','): CsvContent {
  // The end-of-file mark of CP/M, which OFAC still writes.
  const bytes = Buffer.from(text.replace(/\u001a\s*$/u, ''), 'utf8');
  const records: CsvRecord[] = [];
  const bad: BadRow[] = [];
  let start = 0;
  let line = 1;
  for (let mended = 0; start < bytes.length; mended++) {
    const part = readPart(start === 0 ? bytes : bytes.subarray(start), delimiter, line);
    for (const record of part.records) records.push(record);
    if (part.failedAt === undefined) break;
    bad.push({ file, line: part.failedAt.line, why: part.failedAt.why });
    if (mended >= MOST_OPEN_QUOTES) break;
    const end = bytes.indexOf(NEWLINE, start + part.failedAt.offset);
    if (end < 0) break;
    start = end + 1;
    line = part.failedAt.line + 1;
  }
  return { records, bad };
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
