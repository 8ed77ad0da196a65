import { foldLabel } from '../../catalogue/fold-label.ts';
import { readCsv } from './csv-records.ts';
import { decodeList } from './decode-list.ts';
import { withId, type BadRow, type ListFile, type PartyMarks } from './list-file.ts';

/** One row of a CSV with a header. */
export interface TableRow {
  readonly line: number;
  /** How many it has; empty ones behind the last column do not count. */
  readonly cells: number;
  /** Value of a column by its folded header; empty where the row or the header lacks it. */
  readonly cell: (column: string) => string;
}

export interface CsvTable {
  /** Columns as they are written. */
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  readonly bad: readonly BadRow[];
  /** Lines before the header. */
  readonly preface: string;
}

export interface TableOptions {
  /** A comma where nothing is said. */
  readonly delimiter?: string | undefined;
  readonly skipLines?: number | undefined;
  /** Id of the party of a row, empty where it has none: of a row that is bad, what the list has of it stays. */
  readonly idOf?: (row: TableRow) => string;
  /** By what else the party of a bad row without an id can be known. */
  readonly marksOf?: (row: TableRow) => { readonly marks?: PartyMarks };
}

/** Rows of a CSV file by the names of its columns. Repeated headers inside the file are left out. */
export function readTable(file: ListFile, { delimiter = ',', skipLines = 0, idOf, marksOf }: TableOptions = {}): CsvTable {
  const { records, bad: broken } = readCsv(decodeList(file.bytes), file.name, delimiter);
  const first = skipLines === 0 ? 0 : records.findIndex(({ line }) => line > skipLines);
  const header = records[first]?.cells ?? [];
  const columns = new Map(header.map((name, at) => [foldLabel(name), at]));
  const folded = new Map<string, number | undefined>();
  const columnAt = (column: string): number | undefined => {
    if (!folded.has(column)) folded.set(column, columns.get(foldLabel(column)));
    return folded.get(column);
  };
  const rows: TableRow[] = [];
  const rowOf = (line: number, cells: readonly string[]): TableRow => ({
    line,
    cells: Math.min(cells.length, Math.max(header.length, cells.findLastIndex((cell) => cell.trim() !== '') + 1)),
    cell: (column) => cells[columnAt(column) ?? -1] ?? '',
  });
  const bad = broken.map(({ cells, ...one }): BadRow => {
    const row = rowOf(one.line, cells);
    const known = withId(one, idOf?.(row));
    return known.id === undefined ? { ...known, ...marksOf?.(row) } : known;
  });
  for (const { line, cells } of records.slice(first + 1)) {
    if (cells.length === header.length && cells.every((cell, at) => cell === header[at])) continue;
    rows.push(rowOf(line, cells));
  }
  return {
    header,
    rows,
    bad,
    preface: records
      .slice(0, Math.max(first, 0))
      .map(({ cells }) => cells.join(delimiter))
      .join('\n'),
  };
}

/** True where the first lines hold a header with all these columns. */
export function headHasColumns(head: string, columns: readonly string[], skipLines = 0): boolean {
  const line = head.split(/\r?\n/u, skipLines + 1)[skipLines] ?? '';
  const have = new Set(line.split(/[,;\t|]/u).map(foldLabel));
  return columns.length > 0 && columns.every((column) => have.has(foldLabel(column)));
}
