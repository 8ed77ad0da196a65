import type { Store, Worker } from '../store/port.ts';
import type { Clock } from './clock.ts';

/** Writes tiles and checkpoints of the evidence log from the entries of the store. */
export interface LogTiles {
  /** Entries already in tiles under a signed checkpoint. */
  size(): Promise<number>;
  /** Brings tiles and checkpoint up to `size` entries. */
  extend(size: number): Promise<void>;
}

const LEASE = 'log-tiles';
const LEASE_MS = 30_000;

/**
 * Keeps the files of the log behind the store by a second or so. Any process of a home may do it, one at a time: the holder of a lease.
 * Nothing is lost when it lags or dies, since the entries are in the store and the files are rebuilt from them.
 */
export function createLogKeeper(parts: { readonly store: Pick<Store, 'logSize' | 'lease'>; readonly tiles: LogTiles; readonly worker: Worker; readonly clock: Clock }): { readonly catchUp: () => Promise<boolean> } {
  let working: Promise<boolean> | undefined;
  return {
    /** Resolves to true when files are level with the store, false where another process holds the lease. */
    catchUp: () => (working ??= extend().finally(() => (working = undefined))),
  };

  async function extend(): Promise<boolean> {
    if (!(await parts.store.lease(LEASE, parts.worker, parts.clock.now(), LEASE_MS))) return false;
    const size = await parts.store.logSize();
    if (size > (await parts.tiles.size())) await parts.tiles.extend(size);
    return true;
  }
}
