import { basename } from 'node:path';
import type { Digest } from '../../model/digest.ts';
import { newReceiptId } from '../../model/ids.ts';
import type { NameQuery } from '../../model/party.ts';
import { askedDigest, type Receipt } from '../../model/receipt.ts';
import { isoTime } from '../../capture/clock.ts';
import type { Tally } from '../customers/progress-file.ts';
import type { Screening } from './open-screening.ts';

/** The receipt of one run: of a file with its columns and results, or of one name given by hand. */
export function makeReceipt(
  screening: Pick<Screening, 'lists' | 'recipe'>,
  run: {
    readonly nowMs: number;
    readonly of:
      | {
          readonly file: { readonly path: string; readonly sha256: Digest; readonly bytes: number };
          readonly columns: Readonly<Record<string, string>>;
          readonly results: Digest;
        }
      | { readonly query: NameQuery };
    readonly tally: Tally;
    readonly unreadable: Receipt['unreadable'];
    readonly ignored?: Receipt['ignored'];
    readonly threshold: number;
    readonly limit: number;
  },
): Receipt {
  const { nowMs, of, tally, unreadable, ignored, threshold, limit } = run;
  const { rows, unreadable: unread, hits, matches, bands } = tally;
  const id = newReceiptId(nowMs);
  return {
    id,
    at: isoTime(nowMs),
    ...('query' in of
      ? { file: null, asked: askedDigest(id, of.query) }
      : {
          file: { name: of.file.path === '-' ? 'stdin' : basename(of.file.path), sha256: of.file.sha256, bytes: of.file.bytes },
          columns: of.columns,
          results: of.results,
        }),
    counts: { rows, unreadable: unread, hits, matches },
    unreadable,
    ...(ignored === undefined ? {} : { ignored }),
    lists: screening.lists,
    recipe: screening.recipe,
    threshold,
    limit,
    bands: bands.map((count, n) => ({ from: n / bands.length, to: (n + 1) / bands.length, rows: count })),
  };
}
