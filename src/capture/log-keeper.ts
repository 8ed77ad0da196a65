import { DualwatchError } from '../model/errors.ts';
import type { Store, Worker } from '../store/port.ts';
import type { Clock } from './clock.ts';

/** Writes tiles and checkpoints of the evidence log from the entries of the store. */
export interface LogTiles {
  /** Entries already in tiles under a signed checkpoint. */
  size(): Promise<number>;
  /** Brings tiles and checkpoint up to `size` entries. */
  extend(size: number): Promise<void>;
  /** Writes all of them anew over damaged ones. Throws `evidence-invalid` where the entries are not those that were signed. */
  rebuild(size: number): Promise<void>;
}

export interface LogKeeper {
  /**
   * Brings files level with the store; resolves to false where another process is at it. Damaged tiles are built anew from the entries.
   * Rejects where that cannot be (entries edited or cut short, a checkpoint that does not hold, a full disk): visits may go on, the entries are in the store.
   */
  catchUp(): Promise<boolean>;
  /** The same, waiting for the other process; resolves when what the store holds now is signed, by whomever. */
  signNow(): Promise<void>;
}

const LEASE = 'log-tiles';
const LEASE_MS = 60_000;
const LOOK_AGAIN_MS = 100;

/**
 * Keeps the files of the log behind the store by a second or so. Any process of a home may do it, one at a time: the holder of a lease.
 * Nothing is lost when it lags or dies, since the entries are in the store and the files are rebuilt from them.
 */
export function createLogKeeper(parts: {
  readonly store: Pick<Store, 'logSize' | 'lease'>;
  readonly tiles: LogTiles;
  readonly worker: Worker;
  readonly clock: Clock;
  readonly onNote?: (message: string) => void;
}): LogKeeper {
  const { store, tiles, worker, clock } = parts;
  let working: Promise<boolean> | undefined;
  /** Rebuilding goes through all entries: once it was refused, it is not tried again at every turn. */
  let refused = false;
  return { catchUp, signNow };

  function catchUp(): Promise<boolean> {
    return (working ??= extend().finally(() => (working = undefined)));
  }

  async function signNow(): Promise<void> {
    const size = await store.logSize();
    while (!(await catchUp()) && (await tiles.size()) < size) await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }

  async function extend(): Promise<boolean> {
    if (!(await store.lease(LEASE, worker, clock.now(), LEASE_MS))) return false;
    try {
      const size = await store.logSize();
      if (size > (await tiles.size())) await tiles.extend(size).catch((error: unknown) => mend(size, error));
      return true;
    } finally {
      // Given back at once, so that a command beside a watcher need not wait.
      await store.lease(LEASE, worker, clock.now(), 0);
    }
  }

  async function mend(size: number, problem: unknown): Promise<void> {
    if (refused || !(problem instanceof DualwatchError) || problem.code !== 'evidence-invalid') throw problem;
    refused = true;
    await tiles.rebuild(size);
    refused = false;
    parts.onNote?.(`The tiles of the log were damaged and were built anew from its entries, which hold: ${problem.message}`);
  }
}
