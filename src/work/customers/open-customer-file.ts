import type { Readable } from 'node:stream';
import type { CustomerColumns } from '../../catalogue/customer-columns.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { Digest } from '../../model/digest.ts';
import { customerOfObject, flatObject, textsAt, isEntity, readOfEntities } from './customer-of-object.ts';
import { customerOfRow, keyOf, type ReadCustomer, type ValueOf } from './customer-of-row.ts';
import {
  findColumns,
  isHeader,
  wantedWords,
  type ColumnRole,
  type ColumnValues,
  type FoundColumns,
  type WantedColumns,
} from './find-columns.ts';
import { openTable } from './open-table.ts';
import type { TableShape, WrittenRow } from './table-shape.ts';

export interface CustomerFileOptions {
  readonly columns: WantedColumns;
  readonly known: CustomerColumns;
  /** For `-`; the process's own by default. */
  readonly stdin?: Readable;
}

/** A row of a customer file. `row` counts rows of data from 1, `line` lines of the file. */
export type CustomerRow = { readonly row: number; readonly line: number } & ReadCustomer;

export interface CustomerFile {
  readonly shape: TableShape;
  readonly header: boolean;
  /** Names of the columns; numbers where the file gives none. */
  readonly columns: readonly string[];
  /** Columns that are read, by what they hold; a value that holds for all rows stands behind `= `. */
  readonly read: Readonly<Record<string, string>>;
  /** Its first lines are entities of FollowTheMoney, of which all is read that options name no column for. */
  readonly entities: boolean;
  /** Rows in order, as many at a time as a piece of the file holds. Throws `input-unreadable`, `input-malformed`, `input-too-large`. */
  readonly batches: AsyncIterable<readonly CustomerRow[]>;
  /** Bytes of the file, null for stdin. */
  readonly size: number | null;
  bytesRead(): number;
  /** Rows given so far. */
  rowsRead(): number;
  /** SHA-256 of the whole file, once all batches have been read. */
  digest(): Digest;
}

/**
 * Opens CSV, TSV or JSON lines in any usual encoding, gzip or not; `-` is stdin. Memory does not grow with the file. Rows that cannot be read are
 * given with the reason, and the rest goes on. Throws `input-unreadable` and `usage` (a column that is not there).
 */
export async function openCustomerFile(path: string, options: CustomerFileOptions): Promise<CustomerFile> {
  const table = await openTable(path, options.known.headers.union(wantedWords(options.columns, options.known)), options.stdin);
  const { shape, first } = table;
  const name = path === '-' ? 'stdin' : path;
  const { columns, header, found } = columnsOf(name, shape, first, options);
  const asCustomer = rowReader(shape, columns, found, options.known);
  const entities = first.some((one) => 'object' in one && isEntity(one.object));
  let row = 0;
  return {
    shape,
    header,
    columns,
    read: { ...columnsRead(columns, found), ...(entities ? readOfEntities(found.asked) : {}) },
    entities,
    size: table.size,
    bytesRead: table.bytesRead,
    rowsRead: () => row,
    digest: table.digest,
    batches: batches(),
  };

  async function* batches(): AsyncGenerator<readonly CustomerRow[], void> {
    const give = (rows: readonly WrittenRow[]): readonly CustomerRow[] => rows.map((one) => asCustomer(one, (row += 1)));
    yield give(header ? first.slice(1) : first);
    for await (const rows of table.rest) if (rows.length > 0) yield give(rows);
  }
}

function columnsOf(
  file: string,
  shape: TableShape,
  rows: readonly WrittenRow[],
  { columns: wanted, known }: CustomerFileOptions,
): { readonly columns: readonly string[]; readonly header: boolean; readonly found: FoundColumns } {
  const { columns, header, shown } = namesOfColumns(file, shape, rows, { columns: wanted, known });
  return { columns, header, found: findColumns(file, shown, wanted, known, valuesIn(header ? rows.slice(1) : rows, columns)) };
}

/** Rows that are looked at to tell numbers from names. */
const SAMPLE_ROWS = 200;

/** What stands in the columns of the first rows. */
export function valuesIn(rows: readonly WrittenRow[], columns: readonly string[]): ColumnValues {
  const sample = rows.slice(0, SAMPLE_ROWS);
  return (at) =>
    sample.flatMap((row) =>
      'cells' in row ? [row.cells[at] ?? ''] : 'object' in row ? textsAt(flatObject(row.object), columns[at] ?? '') : [],
    );
}

/**
 * What the columns of a file are called: by its first line, by the keys of its objects, or by their numbers. `shown` is what a
 * message says of them: where they have numbers alone and nobody named one, what stands in the first row. Throws `input-malformed` for a file without a row.
 */
export function namesOfColumns(
  file: string,
  shape: Pick<TableShape, 'format'>,
  rows: readonly WrittenRow[],
  { columns: wanted, known }: Pick<CustomerFileOptions, 'columns' | 'known'>,
): { readonly columns: readonly string[]; readonly header: boolean; readonly shown: readonly string[] } {
  const [first] = rows;
  if (first === undefined) throw new DualwatchError('input-malformed', `${file} is empty: it has no row to screen`);
  if (shape.format === 'jsonl') {
    // Objects need not all have the same keys.
    const columns = [...new Set(rows.slice(0, 1000).flatMap((row) => ('object' in row ? Object.keys(flatObject(row.object)) : [])))];
    return { columns, header: false, shown: columns };
  }
  if (!('cells' in first))
    throw new DualwatchError(
      'input-malformed',
      `${file}, line ${first.line}: ${'why' in first ? first.why : 'no row'}; the first line must name the columns or be a row`,
    );
  const header = isHeader(first.cells, wanted, known);
  if (header || !Object.values(wanted).every((one: string | undefined) => one === undefined || /^\d+$/.test(one)))
    return { columns: first.cells, header, shown: first.cells };
  const columns = first.cells.map((_, n) => String(n + 1));
  return { columns, header, shown: wanted.name === undefined ? first.cells : columns };
}

function columnsRead(columns: readonly string[], found: FoundColumns): Readonly<Record<string, string>> {
  return { ...namesRead(columns, found), ...Object.fromEntries(Object.entries(found.same).map(([role, value]) => [role, `= ${value}`])) };
}

/** Columns that are read, by what they hold. */
export function namesRead(
  columns: readonly string[],
  { same: _, asked: _asked, ...found }: FoundColumns,
): Readonly<Partial<Record<ColumnRole, string>>> {
  return Object.fromEntries(Object.entries(found).map(([role, at]: [string, number]) => [role, columns[at] ?? String(at + 1)]));
}

function rowReader(
  shape: TableShape,
  columns: readonly string[],
  found: FoundColumns,
  known: CustomerColumns,
): (row: WrittenRow, number: number) => CustomerRow {
  // Of a row with too many cells or too few nobody can tell which are shifted; only the first is where it was.
  const firstKey = (cell: string | undefined): ReturnType<typeof keyOf> => (found.key === 0 ? keyOf(cell) : {});
  return (written, row) => {
    const { line } = written;
    if ('why' in written) return { row, line, ...(found.key === undefined ? {} : keyOf(written.before?.[found.key])), why: written.why };
    if ('object' in written) return { row, line, ...customerOfObject(written.object, columns, found, known) };
    const { cells } = written;
    const beyond = cells.length > columns.length && cells.slice(columns.length).every((cell) => cell.trim() === '');
    if (cells.length !== columns.length && !beyond)
      return {
        row,
        line,
        ...firstKey(cells[0]),
        why: `the row has ${cells.length} cells in place of ${columns.length}${shape.delimiter === null ? '' : `, parted by ${JSON.stringify(shape.delimiter)}`}`,
      };
    const valueOf: ValueOf = (role) => {
      const at = found[role];
      return at === undefined ? found.same[role] : cells[at];
    };
    return { row, line, ...customerOfRow(valueOf, known) };
  };
}
