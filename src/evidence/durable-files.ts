import { randomBytes } from 'node:crypto';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { DualwatchError } from '../model/errors.ts';
import type { FileLayer } from './file-layer.ts';

export interface FileToWrite {
  /** Relative to the folder of the writer, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Files written at a time: as many as the thread pool of Node has threads. */
const PARALLEL = 4;
/** Where files stand until they are whole. In the same file system as the rest, so that a rename is one step. */
const TEMPORARY = 'tmp';

/**
 * Writes many files below one folder so that each is there whole or not at all, and all are on disk when `write` resolves.
 *
 * Order: every file's bytes synced under a temporary name; then renamed; then one sync of each distinct folder, and of those
 * above it up to the root's own where a folder is new to this writer. Several processes may write below one root.
 */
export class DurableWriter {
  readonly #files: FileLayer;
  readonly #root: string;
  /** Folders whose own names this writer has put on disk. Bounded by the number of folders, not of files. */
  readonly #durable = new Set<string>();

  constructor(files: FileLayer, root: string) {
    this.#files = files;
    this.#root = resolve(root);
  }

  /** Throws `disk-full` or `input-unreadable`; nothing of a batch that failed may be acknowledged, and it may be written again. */
  async write(batch: readonly FileToWrite[]): Promise<void> {
    if (batch.length === 0) return;
    const folders = new Set(batch.map(({ path }) => dirname(this.#within(path))));
    const temporary = join(this.#root, TEMPORARY);
    await this.#files.makeFolder(temporary);
    await inParallel([...folders], (folder) => this.#files.makeFolder(folder));
    await inParallel(batch, async ({ path, bytes }) => {
      const unfinished = join(temporary, `${process.pid}-${randomBytes(8).toString('hex')}`);
      try {
        await this.#files.writeSynced(unfinished, bytes);
        await this.#files.rename(unfinished, this.#within(path));
      } catch (error) {
        // A full disk must not stay full of halves. What made the write fail may forbid this too; then the sweep does it.
        await this.#files.unlink(unfinished).catch(() => {});
        throw error;
      }
    });
    const unproven = new Set([...folders].flatMap((folder) => this.#newAncestors(folder)));
    await inParallel([...new Set([...folders, ...unproven])], (folder) => this.#sync(folder));
    for (const folder of folders) for (let at = folder; at !== dirname(this.#root); at = dirname(at)) this.#durable.add(at);
  }

  /** Removes what a killed process left half-written more than `olderThanMs` ago. Returns how many files. */
  async sweep(nowMs: number, olderThanMs: number): Promise<number> {
    const temporary = join(this.#root, TEMPORARY);
    let swept = 0;
    for (const name of await this.#files.list(temporary)) {
      const status = await this.#files.stat(join(temporary, name));
      if (status?.kind !== 'file' || nowMs - status.modifiedMs < olderThanMs) continue;
      await this.#files.unlink(join(temporary, name));
      swept += 1;
    }
    return swept;
  }

  /**
   * The folders that hold the names of `folder` and of those above it, up to the root's own: a folder that another process made
   * and never synced is found like one that was synced, so each writer proves each folder once for itself.
   */
  #newAncestors(folder: string): readonly string[] {
    const above = dirname(this.#root);
    const holders: string[] = [];
    for (let at = folder; at !== above && !this.#durable.has(at); at = dirname(at)) holders.push(dirname(at));
    return holders;
  }

  async #sync(folder: string): Promise<void> {
    try {
      await this.#files.syncFolder(folder);
    } catch (error) {
      // The folder above the root may be somebody else's, and closed to us; then the root was made, and kept, by them.
      if (folder !== dirname(this.#root) || !(error instanceof DualwatchError) || error.code === 'disk-full') throw error;
    }
  }

  #within(path: string): string {
    const full = join(this.#root, path);
    const inside = relative(this.#root, full);
    if (inside === '' || inside.startsWith(`..${sep}`) || inside === '..')
      throw new DualwatchError('internal', `${path} lies outside of ${this.#root}`);
    return full;
  }
}

/** Settles every item before it throws: no write goes on behind the back of a caller that was told of a failure. */
async function inParallel<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const lanes = Array.from({ length: Math.min(PARALLEL, items.length) }, async () => {
    for (const item of queue) await act(item);
  });
  const failed = (await Promise.allSettled(lanes)).find((lane) => lane.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
