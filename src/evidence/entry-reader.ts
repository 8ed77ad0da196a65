import { DualwatchError } from '../model/errors.ts';
import type { LogEntry } from '../store/evidence-port.ts';

/** Entries `from ≤ index < to` of the store, in order; fewer only where there are no more. */
export type EntryReader = (from: number, to: number) => Promise<readonly LogEntry[]>;

/** Entries held in memory at a time: a few megabytes at most, and few enough calls of the store. */
const BATCH = 1024;

/** Entries one batch after another, each batch without gaps. Throws `evidence-invalid` naming the first that is missing before `to`. */
export async function* readInBatches(read: EntryReader, from: number, to: number): AsyncGenerator<readonly Uint8Array[], void, undefined> {
  for (let at = from; at < to;) {
    const batch = await read(at, Math.min(to, at + BATCH));
    const gap = batch.findIndex(({ index }, n) => index !== at + n);
    if (gap >= 0 || batch.length === 0) throw new MissingEntry(at + Math.max(0, gap));
    yield batch.map(({ bytes }) => bytes);
    at += batch.length;
  }
}

/** An entry that should be there is not. */
export class MissingEntry extends DualwatchError {
  readonly index: number;

  constructor(index: number) {
    super('evidence-invalid', `entry ${index} of the log is missing from the store: it was deleted, or the log was cut short`);
    this.index = index;
  }
}
