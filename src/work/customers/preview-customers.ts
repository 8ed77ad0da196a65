import { Readable } from 'node:stream';
import { columnWord, type CustomerColumns } from '../../catalogue/customer-columns.ts';
import { asDualwatchError, DualwatchError } from '../../model/errors.ts';
import { flatObject } from './customer-of-object.ts';
import { findColumns, wantedWords, type ColumnRole, type ColumnValues, type WantedColumns } from './find-columns.ts';
import { namesOfColumns, namesRead, valuesIn } from './open-customer-file.ts';
import { openTable } from './open-table.ts';
import type { TableShape, WrittenRow } from './table-shape.ts';

/** How a file of customers would be read, by its first bytes. */
export interface CustomerPreview {
  readonly format: TableShape['format'];
  readonly charset: string;
  readonly delimiter: string | null;
  /** Whether its first line names the columns. */
  readonly header: boolean;
  /** Names of the columns, numbers where it gives none. */
  readonly columns: readonly string[];
  /** Columns that would be read, by what they hold; empty where `problem` says why none would. */
  readonly read: Readonly<Partial<Record<ColumnRole, string>>>;
  /** Columns that are called like what else is known of a customer; they are read once they are named. */
  readonly proposed: Readonly<Partial<Record<ColumnRole, string>>>;
  /** Its first rows as they stand there, cells cut. */
  readonly rows: readonly (readonly string[])[];
  readonly problem: string | null;
}

const SHOWN_ROWS = 6;
const SHOWN_COLUMNS = 100;
const SHOWN_CHARS = 120;

/** Reads the first bytes of a file, not compressed, as the whole would be read; nothing is kept. Throws `input-malformed` for what is no table. */
export async function previewCustomers(
  head: Uint8Array,
  file: string,
  { columns: wanted, known }: { readonly columns: WantedColumns; readonly known: CustomerColumns },
): Promise<CustomerPreview> {
  const options = { columns: wanted, known };
  const { shape, first } = await openTable('-', known.headers.union(wantedWords(wanted, known)), Readable.from([head])).catch(
    (error: unknown) => {
      const { code, message } = asDualwatchError(error);
      throw new DualwatchError(code, message.replace('stdin', file));
    },
  );
  const { columns, header, shown } = namesOfColumns(file, shape, first, options);
  const { read, problem } = columnsRead(file, columns, shown, { ...options, valuesOf: valuesIn(header ? first.slice(1) : first, columns) });
  return {
    format: shape.format,
    charset: shape.charset,
    delimiter: shape.delimiter,
    header,
    columns: columns.slice(0, SHOWN_COLUMNS),
    read,
    proposed: proposedOf(columns, known, read),
    rows: (header ? first.slice(1) : first).flatMap((row) => cellsOf(row, columns)).slice(0, SHOWN_ROWS),
    problem,
  };
}

function columnsRead(
  file: string,
  columns: readonly string[],
  shown: readonly string[],
  {
    columns: wanted,
    known,
    valuesOf,
  }: { readonly columns: WantedColumns; readonly known: CustomerColumns; readonly valuesOf: ColumnValues },
): Pick<CustomerPreview, 'read' | 'problem'> {
  try {
    const found = findColumns(file, shown, wanted, known, valuesOf);
    return { read: { ...namesRead(columns, found), ...found.same }, problem: null };
  } catch (error) {
    const { code, message } = asDualwatchError(error);
    if (code !== 'usage') throw error;
    return { read: {}, problem: message };
  }
}

/** The first column that is called so, unless another is called so too. */
function proposedOf(columns: readonly string[], { others }: CustomerColumns, read: CustomerPreview['read']): CustomerPreview['proposed'] {
  const words = columns.map(columnWord);
  const taken = new Set(Object.values(read));
  const found = Object.entries(others).flatMap(([role, names]) => {
    const name = names.find((one) => words.includes(one));
    const at = name === undefined ? -1 : words.indexOf(name);
    const column = columns[at];
    return column === undefined || taken.has(column) || words.lastIndexOf(words[at] ?? '') !== at ? [] : [[role, column] as const];
  });
  return Object.fromEntries(found);
}

function cellsOf(row: WrittenRow, columns: readonly string[]): readonly (readonly string[])[] {
  if ('why' in row) return [];
  const flat = 'object' in row ? flatObject(row.object) : {};
  const cells = 'cells' in row ? row.cells : columns.map((column) => textOf(flat[column]));
  return [cells.slice(0, SHOWN_COLUMNS).map((cell) => (cell.length > SHOWN_CHARS ? `${cell.slice(0, SHOWN_CHARS)}…` : cell))];
}

function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}
