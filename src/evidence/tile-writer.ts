import { join } from 'node:path';
import { DualwatchError } from '../model/errors.ts';
import { DurableWriter } from './durable-files.ts';
import type { FileToWrite } from './durable-files.ts';
import type { FileLayer } from './file-layer.ts';

/** What becomes of a tile that is there already with other bytes. */
export type Existing = 'refuse' | 'replace';

/** Writes the files of a log, and takes away partial tiles that full ones replace. */
export class TileWriter {
  readonly #files: FileLayer;
  readonly #folder: string;
  readonly #writer: DurableWriter;

  constructor(files: FileLayer, folder: string) {
    this.#files = files;
    this.#folder = folder;
    this.#writer = new DurableWriter(files, folder);
  }

  /** On disk when it resolves. Throws `evidence-invalid` for a tile in the way, and then writes none. */
  async write(files: readonly FileToWrite[], existing: Existing): Promise<void> {
    if (existing === 'refuse') for (const file of files) await this.#refuseOther(file);
    await this.#writer.write(files);
    for (const { path } of files) if (!path.includes('.p/')) await this.#removePartials(path);
  }

  /** Only after all that it signs is on disk. */
  async writeCheckpoint(text: string): Promise<void> {
    await this.#writer.write([{ path: 'checkpoint', bytes: Buffer.from(text) }]);
  }

  async sweep(nowMs: number, olderThanMs: number): Promise<number> {
    return this.#writer.sweep(nowMs, olderThanMs);
  }

  /** A tile never changes. One with other bytes is the trace of an edit, or of damage: not to be overwritten. */
  async #refuseOther({ path, bytes }: FileToWrite): Promise<void> {
    const there = await this.#files.read(join(this.#folder, path));
    if (there !== undefined && Buffer.compare(there, bytes) !== 0) {
      throw new DualwatchError(
        'evidence-invalid',
        `${join(this.#folder, path)} holds other bytes than the entries of the store give: the store or the file was altered. \`dualwatch log verify\` says from which entry on; nothing was overwritten.`,
      );
    }
  }

  /** c2sp.org/tlog-tiles, "Partial Tiles": they may go once the full tile is there. Before the checkpoint, so that a killed run does it again. */
  async #removePartials(path: string): Promise<void> {
    const folder = join(this.#folder, `${path}.p`);
    const names = await this.#files.list(folder);
    for (const name of names) await this.#files.unlink(join(folder, name));
    if (names.length > 0) await this.#files.removeFolder(folder);
  }
}
