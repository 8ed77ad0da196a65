import type { ItemWords } from '../../catalogue/items.ts';
import type { Span } from '../../model/span.ts';

export interface Cell extends Span {
  readonly text: string;
}

/** A row of a table: cells parted by tabs, or by wide gaps of blanks where a text keeps its columns. */
export function isRow(line: string): boolean {
  if (line.includes('\t')) return true;
  const gaps = line.trim().match(GAP) ?? [];
  return gaps.length > 1 && gaps.some(({ length }) => length > 2);
}

const GAP = / {2,}/g;

/** The cells of a row, in its order. An indent is no cell: heads may stand further in than what is under them. */
export function cellsOf(text: string, { start, end }: Span): readonly Cell[] {
  const row = text.slice(start, end);
  const isTabbed = row.includes('\t');
  const indent = isTabbed ? 0 : row.length - row.trimStart().length;
  const gaps = [...row.matchAll(isTabbed ? /\t/g : GAP)].filter(({ index }) => index >= indent);
  const starts = [indent, ...gaps.map(({ index, 0: found }) => index + found.length)];
  return starts.map((from, at) => {
    const to = gaps[at]?.index ?? row.length;
    return { start: start + from, end: start + to, text: row.slice(from, to) };
  });
}

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
  const heads = cells.map(({ text }) => text.trim().toLowerCase());
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
  const [name, quantity, unit, budget] = [
    find(words.columns.name),
    find(words.quantity),
    find(words.columns.unit),
    find(words.columns.budget),
  ];
  const known = [name, quantity, unit, budget].filter((at) => at !== null).length;
  return known < 2 || (name === null && quantity === null) ? null : { name, quantity, unit, budget, heads };
}
