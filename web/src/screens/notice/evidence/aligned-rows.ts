import type { Copy } from '../../../api/routes.gen.ts';

type Range = readonly [start: number, end: number];

/** A stretch of two texts set beside one another: both have it, or one or each has something of its own. */
export interface AlignedRow {
  readonly same: boolean;
  readonly a: Range | null;
  readonly b: Range | null;
}

/**
 * The whole of two texts in rows, in the order of the first: what both have stands beside each other, what lies between is each text's own.
 * A stretch that stands earlier in the second text than one before it is left to the gaps, so that both columns read on.
 */
export function alignedRows(aligned: Copy['aligned'], lengthA: number, lengthB: number): readonly AlignedRow[] {
  const rows: AlignedRow[] = [];
  let [atA, atB] = [0, 0];
  const gap = (toA: number, toB: number): void => {
    if (toA > atA || toB > atB) rows.push({ same: false, a: toA > atA ? [atA, toA] : null, b: toB > atB ? [atB, toB] : null });
  };
  for (const { a, b } of aligned.toSorted((one, other) => one.a[0] - other.a[0])) {
    if (a[0] < atA || b[0] < atB || a[1] > lengthA || b[1] > lengthB) continue;
    gap(a[0], b[0]);
    rows.push({ same: true, a, b });
    [atA, atB] = [a[1], b[1]];
  }
  gap(lengthA, lengthB);
  return rows;
}
