import type { ItemWords } from '../../catalogue/items.ts';
import type { Span } from '../../model/span.ts';

export interface Cell extends Span {
  readonly text: string;
}

/** Signs that part cells where a row of heads is written with them. */
export const SEPARATORS = ['|', ';'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** A row of a table: cells parted by tabs, or by wide gaps of blanks where a text keeps its columns. */
export function isRow(line: string): boolean {
  if (line.includes('\t')) return true;
  const gaps = line.trim().match(GAP) ?? [];
  return gaps.length > 1 && gaps.some(({ length }) => length > 2);
}

const GAP = / {2,}/g;

/** The cells of a row, in its order. An indent is no cell: heads may stand further in than what is under them. */
export function cellsOf(text: string, { start, end }: Span, by?: Separator): readonly Cell[] {
  const row = text.slice(start, end);
  if (by !== undefined) return partedBy(row, by, start);
  const isTabbed = row.includes('\t');
  const indent = isTabbed ? 0 : row.length - row.trimStart().length;
  const gaps = [...row.matchAll(isTabbed ? /\t/g : GAP)].filter(({ index }) => index >= indent);
  const starts = [indent, ...gaps.map(({ index, 0: found }) => index + found.length)];
  return starts.map((from, at) => {
    const to = gaps[at]?.index ?? row.length;
    return { start: start + from, end: start + to, text: row.slice(from, to) };
  });
}

/** Cells between signs; a sign at an end of the row parts nothing. */
function partedBy(row: string, by: Separator, start: number): readonly Cell[] {
  const cells: Cell[] = [];
  for (let from = 0; from <= row.length;) {
    const sign = row.indexOf(by, from);
    const to = sign === -1 ? row.length : sign;
    const text = row.slice(from, to);
    if (text.trim() !== '' || (from > 0 && to < row.length)) cells.push({ start: start + from, end: start + to, text });
    from = to + 1;
  }
  return cells;
}

/** Longest row of heads that is looked for, in UTF-16 units. */
const LONGEST_HEADS = 400;

/** The sign by which a line parts heads of columns, or null where it has none. */
export function headsBy(line: string, words: ItemWords): Separator | null {
  if (line.length > LONGEST_HEADS) return null;
  return SEPARATORS.find((by) => line.includes(by) && columnsOf(partedBy(line, by, 0), words) !== null) ?? null;
}

/** What the text of a cell may be. */
export interface CellKinds {
  readonly isCount: (text: string) => boolean;
  readonly isUnit: (text: string) => boolean;
}

/**
 * How many columns a row begins late, where a cell of a row above reaches down into it: the number by which its cells stand under heads of their kind, a number under that of the
 * quantity and words under that of the name; of several that by which the cells under the heads of units and sums fit too, then the least. 0 where none does. Time is linear in the
 * cells of the row, however many heads there are.
 */
export function columnsMissing(cells: readonly Cell[], columns: Columns, kinds: CellKinds): number {
  const { name, quantity, heads } = columns;
  if (name === null || quantity === null) return 0;
  const most = Math.min(heads.length - cells.length, name, quantity);
  let [missing, best] = [0, -1];
  for (let by = Math.max(0, Math.max(name, quantity) - cells.length + 1); by <= most; by += 1) {
    const [named, counted] = [cells[name - by]?.text, cells[quantity - by]?.text];
    if (named === undefined || counted === undefined || !WORDS.test(named) || !kinds.isCount(counted)) continue;
    const fit = fitOf(cells, by, columns, kinds.isUnit);
    if (fit > best) [missing, best] = [by, fit];
  }
  return missing;
}

/** How well the cells under the heads of units and sums go with them: a number is no unit, and an unknown word may be one. */
function fitOf(cells: readonly Cell[], by: number, { unit, budget }: Columns, isUnit: CellKinds['isUnit']): number {
  const [measured, summed] = [unit, budget].map((at) => (at === null ? '' : (cells[at - by]?.text.trim() ?? '')));
  const ofUnit = measured === undefined || /\d/.test(measured) ? 0 : isUnit(measured) ? 4 : 2;
  return ofUnit + (summed !== undefined && /\d/.test(summed) ? 1 : 0);
}

const WORDS = /\p{L}{2}|\p{Script=Han}/u;

/** Columns of a table that are looked at: more than any has, so that no row of heads costs each row below it. */
const MOST_COLUMNS = 200;

/** Which column of a table says what, by number; null where none does. */
export interface Columns {
  readonly name: number | null;
  readonly quantity: number | null;
  readonly unit: number | null;
  readonly budget: number | null;
  /** Heads as written. */
  readonly heads: readonly string[];
}

/** The columns that a row of heads names, or null where the row is none: at least two heads known, one of them a name or a quantity. */
export function columnsOf(cells: readonly Cell[], words: ItemWords): Columns | null {
  const heads = cells.slice(0, MOST_COLUMNS).map(({ text }) => text.trim().toLowerCase());
  const find = (list: readonly string[]): number | null => {
    const at = heads.findIndex((head) => {
      const plain = (head.split(/[(（,，/]/, 1)[0] ?? '').trimEnd().replace(/[.:：]$/, '');
      return list.some(
        (word) =>
          plain === word || head === word || (/\p{Script=Han}/u.test(word) && plain.endsWith(word) && plain.length <= word.length + 4),
      );
    });
    return at === -1 ? null : at;
  };
  const [name, quantity, unit, sum, price] = [
    find(words.columns.name),
    find(words.quantity),
    find(words.columns.unit),
    find(words.columns.budget),
    find(words.columns.price),
  ];
  // beside a number of pieces a price is that of one
  const budget = sum ?? (quantity === null ? price : null);
  const known = [name, quantity, unit, sum ?? price].filter((at) => at !== null).length;
  return known < 2 || (name === null && quantity === null) ? null : { name, quantity, unit, budget, heads };
}
