import { createHash } from 'node:crypto';
import { DualwatchError } from '../../model/errors.ts';
import type { Match } from '../../model/match.ts';
import type { NameQuery } from '../../model/party.ts';
import { KEPT_UNREADABLE_ROWS, type Receipt } from '../../model/receipt.ts';
import { inOrder } from './in-order.ts';
import { gatherIgnored } from './ignored-cells.ts';
import type { CustomerFile, CustomerRow } from './open-customer-file.ts';
import type { Tally } from './progress-file.ts';
import type { ResultFormat, ScreenedRow } from './result-lines.ts';
import type { ResultOutput } from './resumable-output.ts';

/** Matches of each query, best first, in the order of the queries. */
export type ScreenBatch = (queries: readonly NameQuery[]) => Promise<readonly (readonly Match[])[]>;

export interface ScreenCustomersOptions {
  readonly screen: ScreenBatch;
  /** Batches under way at once. */
  readonly ahead: number;
  readonly format: ResultFormat;
  readonly output: ResultOutput;
  /** Rows from this score on are hits. */
  readonly threshold: number;
  readonly signal?: AbortSignal;
  /** What is known of matches beside the lists, before anything is counted or written. */
  readonly judge?: (rows: readonly ScreenedRow[]) => Promise<readonly ScreenedRow[]>;
  /** Rows as they are screened, before they are written: to keep them. */
  readonly onRows?: (rows: readonly ScreenedRow[]) => Promise<void>;
  readonly onProgress?: (tally: Tally) => void;
  /** A killed run goes on from a point at most so many rows, or milliseconds and a batch, before its end. */
  readonly keepEvery?: { readonly rows?: number; readonly ms?: number };
}

export interface ScreenedFile {
  readonly tally: Tally;
  readonly unreadable: Receipt['unreadable'];
  readonly ignored: Receipt['ignored'];
}

const BATCH_ROWS = 500;
const KEEP_EVERY = { rows: 20_000, ms: 3000 } as const;
/** Bands of the best score of a row: a tenth each. */
export const SCORE_BANDS = 10;

/**
 * Screens a file of customers row by row, in order, and writes each row once; what an earlier run had kept is passed over. Leaves the output complete.
 * Throws `usage` where the rows that an earlier run had done are no longer the same, and `input-unreadable` where the signal stops it: what is
 * done is kept then.
 */
export async function screenCustomers(file: CustomerFile, options: ScreenCustomersOptions): Promise<ScreenedFile> {
  const { output, format } = options;
  const hash = createHash('sha256');
  const unreadable: Receipt['unreadable'][number][] = [];
  const ignored = gatherIgnored();
  const keepEvery = { ...KEEP_EVERY, ...options.keepEvery };
  const done = output.resumed?.tally.rows ?? 0;
  let tally: Tally = output.resumed?.tally ?? {
    rows: 0,
    unreadable: 0,
    hits: 0,
    matches: 0,
    bands: new Array<number>(SCORE_BANDS).fill(0),
  };
  let kept = { rows: done, ms: performance.now() };
  const screened = inOrder(batchesFrom(file, done, noteRead), options.ahead, async (rows) => {
    const queries = rows.flatMap((row) => ('why' in row ? [] : [row.query]));
    const answers = queries.length === 0 ? [] : await options.screen(queries);
    let at = 0;
    return rows.map((customer): ScreenedRow => ({ customer, matches: 'why' in customer ? [] : (answers[at++] ?? []) }));
  });
  try {
    for await (const found of screened) {
      const rows = (await options.judge?.(found)) ?? found;
      await options.onRows?.(rows);
      await output.write(rows.map((row) => format.lines(row)).join(''));
      hash.update(rows.map(({ customer }) => rowText(customer)).join(''));
      tally = counted(tally, rows, options.threshold);
      options.onProgress?.(tally);
      const isDue = tally.rows - kept.rows >= keepEvery.rows || performance.now() - kept.ms >= keepEvery.ms;
      if (isDue || options.signal?.aborted === true) {
        await output.keep(hash.copy().digest('hex'), tally);
        kept = { rows: tally.rows, ms: performance.now() };
      }
      if (options.signal?.aborted === true)
        throw new DualwatchError(
          'input-unreadable',
          `stopped after ${tally.rows} rows${output.resumable ? '; the same command goes on there' : ''}`,
        );
    }
    if (file.rowsRead() < done) throw otherRows(done);
    await output.finish();
  } finally {
    await output.close();
  }
  return { tally, unreadable, ignored: ignored.result() };

  /** Sees every row, also those that are passed over: they prove that the file is the same, and a receipt names all that could not be read. */
  function noteRead(rows: readonly CustomerRow[], passedOver: boolean): void {
    for (const row of rows) {
      ignored.see(row);
      if ('why' in row && unreadable.length < KEPT_UNREADABLE_ROWS) unreadable.push(row);
    }
    if (!passedOver) return;
    hash.update(rows.map(rowText).join(''));
    if (rows.at(-1)?.row === done && hash.copy().digest('hex') !== output.resumed?.rowsHash) throw otherRows(done);
  }
}

/** Rows in batches for the screen; those up to `done` are only seen. */
async function* batchesFrom(
  file: CustomerFile,
  done: number,
  see: (rows: readonly CustomerRow[], passedOver: boolean) => void,
): AsyncGenerator<readonly CustomerRow[], void> {
  for await (const rows of file.batches) {
    const first = rows[0]?.row ?? 0;
    const passed = Math.max(0, Math.min(rows.length, done - first + 1));
    if (passed > 0) see(rows.slice(0, passed), true);
    for (let at = passed; at < rows.length; at += BATCH_ROWS) {
      const batch = rows.slice(at, at + BATCH_ROWS);
      see(batch, false);
      yield batch;
    }
  }
}

function counted(tally: Tally, rows: readonly ScreenedRow[], threshold: number): Tally {
  const bands = [...tally.bands];
  let { unreadable, hits, matches } = tally;
  for (const { customer, matches: found } of rows) {
    if ('why' in customer) unreadable += 1;
    const best = found[0]?.score;
    if (best === undefined) continue;
    matches += found.length;
    if (best >= threshold) hits += 1;
    const band = Math.min(SCORE_BANDS - 1, Math.floor(best * SCORE_BANDS));
    bands[band] = (bands[band] ?? 0) + 1;
  }
  return { rows: tally.rows + rows.length, unreadable, hits, matches, bands };
}

function rowText(row: CustomerRow): string {
  return `${JSON.stringify(row)}\n`;
}

function otherRows(done: number): DualwatchError {
  return new DualwatchError(
    'usage',
    `the first ${done} rows of the file are no longer those that an earlier run has screened. Begin anew with --restart`,
  );
}
