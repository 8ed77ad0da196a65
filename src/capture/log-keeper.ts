import type { Store, Worker } from '../store/port.ts';
import type { Clock } from './clock.ts';

/** Writes tiles and checkpoints of the evidence log from the entries of the store. */
export interface LogTiles {
  /** Entries already in tiles under a signed checkpoint. */
  size(): Promise<number>;
  /** Brings tiles and checkpoint up to `size` entries. */
  extend(size: number): Promise<void>;
}

export interface LogKeeper {
  /** Brings files level with the store; resolves to false where another process is at it. */
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
export function createLogKeeper(parts: { readonly store: Pick<Store, 'logSize' | 'lease'>; readonly tiles: LogTiles; readonly worker: Worker; readonly clock: Clock }): LogKeeper {
  const { store, tiles, worker, clock } = parts;
  let working: Promise<boolean> | undefined;
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
      if (size > (await tiles.size())) await tiles.extend(size);
      return true;
    } finally {
      // Given back at once, so that a command beside a watcher need not wait.
      await store.lease(LEASE, worker, clock.now(), 0);
    }
  }
}
