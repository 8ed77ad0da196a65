import { setImmediate } from 'node:timers/promises';
import type { Rows } from './screening-port.ts';

/** Rows in arrays of at most `size`. Between two of them whatever else waits in this process has its turn. */
export async function* batches<Row>(rows: Rows<Row>, size = 500): AsyncGenerator<readonly Row[]> {
  let batch: Row[] = [];
  // Where rows come at once, a promise for each would cost more than the rows.
  if (Symbol.iterator in rows)
    for (const row of rows) {
      batch.push(row);
      if (batch.length < size) continue;
      yield batch;
      batch = [];
      await setImmediate();
    }
  else
    for await (const row of rows) {
      batch.push(row);
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
  if (batch.length > 0) yield batch;
}
