import { columnWord, type CustomerColumns } from '../../catalogue/customer-columns.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { NameQuery } from '../../model/party.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { customerOfRow, type IgnoredCell, type ReadCustomer } from './customer-of-row.ts';
import { openTable } from './open-table.ts';
import type { WrittenRow } from './table-shape.ts';

/** Two names to compare, or why the row cannot be read. `row` counts from 1. */
export type NamePair =
  | { readonly row: number; readonly line: number; readonly a: NameQuery; readonly b: NameQuery; readonly ignored: readonly IgnoredCell[] }
  | { readonly row: number; readonly line: number; readonly why: string };

/** Facts of either side, by the columns that may hold them: `country1` is of the first, `country` of the first alone, `schema` of both. */
const SIDES = {
  country: (side: 1 | 2) => (side === 1 ? ['country1', 'country'] : ['country2']),
  id: (side: 1 | 2) => (side === 1 ? ['id1', 'id'] : ['id2']),
  birthDate: (side: 1 | 2) => (side === 1 ? ['birthdate1', 'birthdate'] : ['birthdate2']),
  schema: (side: 1 | 2) => [`schema${side}`, 'schema'],
} as const;

/**
 * Reads pairs of names from CSV with the columns name1 and name2, or JSON lines with these keys. Throws `usage` where a column is missing, and what
 * {@link openTable} throws.
 */
export async function* readPairs(path: string, known: CustomerColumns): AsyncGenerator<NamePair, void> {
  const { shape, first, rest } = await openTable(path, new Set(['name1', 'name2']));
  const [head] = first;
  const columns = head !== undefined && 'cells' in head ? head.cells.map(columnWord) : ['name1', 'name2'];
  if (head === undefined)
    throw new DualwatchError('input-malformed', `${path === '-' ? 'stdin' : path} is empty: it has no pair to compare`);
  if (shape.format === 'csv') requireNames(path, 'cells' in head ? head.cells : []);
  let row = 0;
  for (const written of shape.format === 'csv' ? first.slice(1) : first) yield pairOf(written, (row += 1), columns, known);
  for await (const rows of rest) for (const written of rows) yield pairOf(written, (row += 1), columns, known);
}

function requireNames(path: string, cells: readonly string[]): void {
  const words = cells.map(columnWord);
  const missing = ['name1', 'name2'].find((name) => !words.includes(name));
  if (missing === undefined) return;
  const near = nearestName(
    missing,
    cells.filter((cell) => !['name1', 'name2'].includes(columnWord(cell))),
  );
  throw new DualwatchError(
    'usage',
    `${path === '-' ? 'stdin' : path} has no column ${missing} in its first line${near === undefined ? '.' : `; is "${near}" meant?`} It must have name1 and name2; it has ${
      cells
        .map((cell) => `"${cell.trim().slice(0, 60)}"`)
        .slice(0, 20)
        .join(', ') || 'none'
    }`,
  );
}

function pairOf(written: WrittenRow, row: number, columns: readonly string[], known: CustomerColumns): NamePair {
  const { line } = written;
  if ('why' in written) return { row, line, why: written.why };
  if ('cells' in written && written.cells.length !== columns.length)
    return { row, line, why: `the row has ${written.cells.length} cells in place of ${columns.length}` };
  const values =
    'cells' in written
      ? new Map(columns.map((column, n) => [column, written.cells[n] ?? '']))
      : new Map(
          Object.entries(written.object).map(([key, value]) => [
            columnWord(key),
            typeof value === 'string' || typeof value === 'number' ? String(value) : '',
          ]),
        );
  const side = (number: 1 | 2): ReadCustomer =>
    customerOfRow((role) => {
      if (role === 'name') return values.get(`name${number}`);
      if (role === 'key') return undefined;
      return SIDES[role](number)
        .map((column) => values.get(column))
        .find((value) => value !== undefined && value.trim() !== '');
    }, known);
  const [a, b] = [side(1), side(2)];
  if ('why' in a) return { row, line, why: `name1: ${a.why}` };
  if ('why' in b) return { row, line, why: `name2: ${b.why}` };
  return { row, line, a: a.query, b: b.query, ignored: ignoredOf(a, b) };
}

/** A cell that speaks for both sides is named once. */
function ignoredOf(...sides: readonly { readonly ignored?: readonly IgnoredCell[] }[]): readonly IgnoredCell[] {
  const cells = sides.flatMap(({ ignored }) => ignored ?? []);
  return cells.filter((cell, n) => cells.findIndex(({ what, value }) => what === cell.what && value === cell.value) === n);
}
