import { basename } from 'node:path';
import type { Digest } from '../../model/digest.ts';
import { newReceiptId } from '../../model/ids.ts';
import type { Receipt } from '../../model/receipt.ts';
import { isoTime } from '../../capture/clock.ts';
import type { Tally } from '../customers/progress-file.ts';
import type { Screening } from './open-screening.ts';

/** The receipt of one run. `file` null: names given by hand. */
export function makeReceipt(
  screening: Pick<Screening, 'lists' | 'recipe'>,
  run: {
    readonly nowMs: number;
    readonly file: { readonly path: string; readonly sha256: Digest; readonly bytes: number } | null;
    readonly tally: Tally;
    readonly unreadable: Receipt['unreadable'];
    readonly threshold: number;
    readonly limit: number;
  },
): Receipt {
  const { nowMs, file, tally, unreadable, threshold, limit } = run;
  const { rows, unreadable: unread, hits, matches, bands } = tally;
  return {
    id: newReceiptId(nowMs),
    at: isoTime(nowMs),
    file: file === null ? null : { name: file.path === '-' ? 'stdin' : basename(file.path), sha256: file.sha256, bytes: file.bytes },
    counts: { rows, unreadable: unread, hits, matches },
    unreadable,
    lists: screening.lists,
    recipe: screening.recipe,
    threshold,
    limit,
    bands: bands.map((count, n) => ({ from: n / bands.length, to: (n + 1) / bands.length, rows: count })),
  };
}
