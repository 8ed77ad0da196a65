import type { Copy } from '../../../api/routes.gen.ts';

type Range = readonly [start: number, end: number];

/** A piece of one side of a row: of both texts, or of its own alone. */
export interface Piece {
  readonly same: boolean;
  readonly start: number;
  readonly text: string;
}

/** Two paragraphs beside one another. */
export interface AlignedRow {
  readonly a: readonly Piece[];
  readonly b: readonly Piece[];
}

/**
 * The whole of two texts in rows, in the order of the first: what both have stands beside each other, what lies between is each text's own.
 * A row ends where a line of both ends within what they share, so that rows are paragraphs and not scraps. A stretch that stands earlier in the second text than
 * one before it is left to what is each text's own, so that both columns read on.
 */
export function alignedRows(aligned: Copy['aligned'], a: string, b: string): readonly AlignedRow[] {
  const rows: { a: Piece[]; b: Piece[] }[] = [{ a: [], b: [] }];
  const add = (same: boolean, rangeA: Range, rangeB: Range): void => {
    const row = rows.at(-1);
    if (rangeA[1] > rangeA[0]) row?.a.push({ same, start: rangeA[0], text: a.slice(...rangeA) });
    if (rangeB[1] > rangeB[0]) row?.b.push({ same, start: rangeB[0], text: b.slice(...rangeB) });
  };
  let [atA, atB] = [0, 0];
  for (const stretch of aligned.toSorted((one, other) => one.a[0] - other.a[0])) {
    if (stretch.a[0] < atA || stretch.b[0] < atB || stretch.a[1] > a.length || stretch.b[1] > b.length) continue;
    add(false, [atA, stretch.a[0]], [atB, stretch.b[0]]);
    for (const [rangeA, rangeB, ends] of linesOf(stretch.a, stretch.b, a, b)) {
      add(true, rangeA, rangeB);
      if (ends) rows.push({ a: [], b: [] });
    }
    [atA, atB] = [stretch.a[1], stretch.b[1]];
  }
  add(false, [atA, a.length], [atB, b.length]);
  return rows.filter((row) => row.a.length + row.b.length > 0);
}

/** A shared stretch line by line, where both sides have equally many; as one where white space differs. */
function linesOf([startA, endA]: Range, [startB, endB]: Range, a: string, b: string): readonly (readonly [Range, Range, boolean])[] {
  const [linesA, linesB] = [a.slice(startA, endA).split(/(?<=\n)/), b.slice(startB, endB).split(/(?<=\n)/)];
  if (linesA.length !== linesB.length) return [[[startA, endA], [startB, endB], false]];
  let [atA, atB] = [startA, startB];
  return linesA.map((line, no) => {
    const other = linesB[no] ?? '';
    const ranges = [
      [atA, atA + line.length] as Range,
      [atB, atB + other.length] as Range,
      line.endsWith('\n') && other.endsWith('\n'),
    ] as const;
    [atA, atB] = [ranges[0][1], ranges[1][1]];
    return ranges;
  });
}
