import { DualwatchError } from '../model/errors.ts';
import type { LogEntry } from '../store/evidence-port.ts';
import { openCheckpoint, signCheckpoint } from './checkpoint.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { FileToWrite } from './durable-files.ts';
import { readInBatches } from './entry-reader.ts';
import type { EntryReader } from './entry-reader.ts';
import type { FileLayer } from './file-layer.ts';
import type { LogKey } from './log-key.ts';
import { proveEntry, proveExtension } from './log-proofs.ts';
import { LogProver } from './log-prover.ts';
import { EMPTY_ROOT, HASH_BYTES, leafHash } from './merkle.ts';
import { bundleFile, TileBuilder } from './tile-builder.ts';
import { TileFolder } from './tile-folder.ts';
import { TileWriter } from './tile-writer.ts';
import type { Existing } from './tile-writer.ts';
import { edgeOf, TILE_WIDTH, tilePath } from './tiles.ts';

/** Files written and synced at a time while many tiles are built. */
const FILES_AT_ONCE = 64;

/**
 * The published form of the log: tiles, entry bundles and the signed checkpoint in one folder (c2sp.org/tlog-tiles), made from the
 * entries of the store and buildable from them anew, bit for bit.
 *
 * States of a publication: (the first time) a checkpoint of no entries → tiles and bundles on disk → partial ones that a full one replaces removed → checkpoint on disk. A process
 * killed anywhere leaves the old checkpoint with all that it needs, or the new one; the next {@link LogFolder.extend} goes on.
 * One process at a time may write (the lease is the caller's); reading and proving need none.
 */
export class LogFolder {
  readonly #folder: string;
  readonly #key: LogKey;
  readonly #tiles: TileFolder;
  readonly #writer: TileWriter;

  constructor(files: FileLayer, folder: string, key: LogKey) {
    this.#folder = folder;
    this.#key = key;
    this.#tiles = new TileFolder(files, folder);
    this.#writer = new TileWriter(files, folder);
  }

  /** The current checkpoint, its signature checked; undefined before the first. Throws `evidence-invalid`. */
  async checkpoint(): Promise<Checkpoint | undefined> {
    const text = await this.#tiles.checkpoint();
    return text === undefined ? undefined : openCheckpoint(text, this.#key.verifier);
  }

  /**
   * Brings tiles and checkpoint to the first `size` entries of the store. Costs O(new entries + log size). The same size again changes nothing.
   * Throws `evidence-invalid` where the checkpoint is of more entries than `size` (the store was cut short: nothing is rolled back),
   * where the edge of the tree does not hold, or where a tile with other hashes is in the way.
   */
  async extend(size: number, read: EntryReader): Promise<Checkpoint> {
    const current = await this.checkpoint();
    if (current !== undefined && current.size > size) throw this.#cutShort(current, size);
    if (current?.size === size) return current;
    // Tiles without a checkpoint can then only mean that it was taken away.
    if (current === undefined) await this.#writer.writeCheckpoint(signCheckpoint({ size: 0, root: EMPTY_ROOT }, this.#key).text);
    return this.#publish(await this.#resume(current), current?.size ?? 0, size, read, 'refuse');
  }

  /** As {@link LogFolder.extend}, with the new entries at hand. Entries that are in the tree already must be the same. */
  async append(entries: readonly LogEntry[]): Promise<Checkpoint> {
    const current = await this.checkpoint();
    const size = Math.max(current?.size ?? 0, (entries.at(-1)?.index ?? -1) + 1);
    const given = new Map(entries.map((entry) => [entry.index, entry]));
    await this.#checkKnown(
      entries.filter(({ index }) => index < (current?.size ?? 0)),
      current,
    );
    const published = current === undefined ? [] : await this.#tiles.edgeEntries(current.size);
    const start = (current?.size ?? 0) - published.length;
    return this.extend(size, async (from, to) => {
      const batch: LogEntry[] = [];
      for (let index = from; index < to; index += 1) {
        const old = published[index - start];
        const entry = given.get(index) ?? (old === undefined ? undefined : { index, bytes: old });
        if (entry === undefined) break;
        batch.push(entry);
      }
      return batch;
    });
  }

  /**
   * Writes every tile anew from the entries, over whatever is there. The entries must lead to the checkpoint's root, where there is a checkpoint:
   * damage is repaired, an edit is not made good. Throws `evidence-invalid`.
   */
  async rebuild(size: number, read: EntryReader): Promise<Checkpoint> {
    const current = await this.checkpoint();
    if (current !== undefined && current.size > size) throw this.#cutShort(current, size);
    if (current !== undefined) {
      const builder = new TileBuilder();
      for await (const batch of readInBatches(read, 0, current.size)) for (const entry of batch) builder.add(entry);
      if (Buffer.compare(builder.root(), current.root) !== 0)
        throw new DualwatchError(
          'evidence-invalid',
          `The ${current.size} entries of the store do not lead to the root that ${this.#folder}/checkpoint signs: an entry was edited. Nothing was rebuilt; \`dualwatch log verify\` says which.`,
        );
    }
    return this.#publish(new TileBuilder(), 0, size, read, 'replace');
  }

  /** A `.tlog-proof` file for one entry, under the current checkpoint. Throws `not-found` for an entry that is in no checkpoint yet. */
  async proveInclusion(index: number): Promise<string> {
    const tree = await this.checkpoint();
    if (tree === undefined || index >= tree.size || index < 0)
      throw new DualwatchError('not-found', `Entry ${index} is in no checkpoint yet: the latest is of ${tree?.size ?? 0} entries.`);
    return proveEntry(this.#tiles, tree, index);
  }

  /** For the proofs of many entries under the current checkpoint. Throws `not-found` before the first. */
  async prover(): Promise<LogProver> {
    const tree = await this.checkpoint();
    if (tree === undefined) throw new DualwatchError('not-found', 'The log has no checkpoint yet: nothing can be proved.');
    return new LogProver(this.#tiles, tree);
  }

  /** Hashes that show that the current checkpoint extends an earlier one of this log. Throws `evidence-invalid` where it does not. */
  async proveConsistency(earlier: Checkpoint): Promise<readonly Uint8Array[]> {
    const tree = await this.checkpoint();
    if (tree === undefined || tree.size < earlier.size) throw this.#cutShort(earlier, tree?.size ?? 0);
    return proveExtension(this.#tiles, earlier, tree);
  }

  /** The same between any two checkpoints of this log, which need not be the current one. Throws `evidence-invalid`. */
  async proveBetween(earlier: Checkpoint, later: Checkpoint): Promise<readonly Uint8Array[]> {
    const tree = await this.checkpoint();
    if (tree === undefined || tree.size < later.size) throw this.#cutShort(later, tree?.size ?? 0);
    // The tiles lead to the current root, or a proof from them would only say that they are damaged.
    await proveExtension(this.#tiles, later, tree);
    return proveExtension(this.#tiles, earlier, later, tree.size);
  }

  /** Removes what a killed process left half-written. */
  async sweep(nowMs: number, olderThanMs: number): Promise<number> {
    return this.#writer.sweep(nowMs, olderThanMs);
  }

  /** The edge of the signed tree; its root is checked, so that nothing is signed on top of a damaged tile. */
  async #resume(current: Checkpoint | undefined): Promise<TileBuilder> {
    if (current === undefined) return new TileBuilder();
    const unfinished = await Promise.all(
      edgeOf(current.size).map(async (tile) => (tile.width === 0 ? new Uint8Array(0) : this.#tiles.hashes(tile))),
    );
    const builder = TileBuilder.from(current.size, unfinished);
    if (Buffer.compare(builder.root(), current.root) !== 0) {
      throw new DualwatchError(
        'evidence-invalid',
        `The tiles in ${this.#folder} do not lead to the root of its checkpoint (${current.size} entries): a tile was altered. \`dualwatch log verify\` says which; nothing was written.`,
      );
    }
    return builder;
  }

  async #publish(builder: TileBuilder, from: number, size: number, read: EntryReader, existing: Existing): Promise<Checkpoint> {
    const bundleStart = from - (from % TILE_WIDTH);
    const edge = Buffer.from(builder.unfinished(0));
    let bundle: Uint8Array[] = [];
    let index = bundleStart;
    let files: FileToWrite[] = [];
    for await (const batch of readInBatches(read, bundleStart, size)) {
      for (const entry of batch) {
        bundle.push(entry);
        if (index < from) this.#checkEdge(index, entry, edge);
        else for (const tile of builder.add(entry)) files.push({ path: tilePath({ ...tile, width: TILE_WIDTH }), bytes: tile.hashes });
        index += 1;
        if (bundle.length < TILE_WIDTH) continue;
        files.push(bundleFile(index / TILE_WIDTH - 1, bundle));
        bundle = [];
        if (files.length >= FILES_AT_ONCE) {
          await this.#writer.write(files, existing);
          files = [];
        }
      }
    }
    if (bundle.length > 0) files.push(bundleFile((index - bundle.length) / TILE_WIDTH, bundle));
    await this.#writer.write([...files, ...builder.partialFiles()], existing);
    return this.#sign(signCheckpoint({ size, root: Buffer.from(builder.root()) }, this.#key));
  }

  async #sign(checkpoint: Checkpoint): Promise<Checkpoint> {
    const present = await this.checkpoint();
    // Only where two processes write against the rule: the longer one stays.
    if (present !== undefined && present.size > checkpoint.size) return present;
    await this.#writer.writeCheckpoint(checkpoint.text);
    return checkpoint;
  }

  /** Entries of the store beside the leaves already signed. */
  #checkEdge(index: number, entry: Uint8Array, edge: Buffer): void {
    const at = (index % TILE_WIDTH) * HASH_BYTES;
    if (Buffer.compare(leafHash(entry), edge.subarray(at, at + HASH_BYTES)) !== 0) throw this.#edited(index);
  }

  async #checkKnown(entries: readonly LogEntry[], current: Checkpoint | undefined): Promise<void> {
    if (current === undefined) return;
    const nodes = this.#tiles.nodes(current.size);
    for (const { index, bytes } of entries) if (Buffer.compare(await nodes(0, index), leafHash(bytes)) !== 0) throw this.#edited(index);
  }

  #edited(index: number): DualwatchError {
    return new DualwatchError(
      'evidence-invalid',
      `Entry ${index} is not the one that the log in ${this.#folder} has signed: it was edited after it was logged. Nothing was written.`,
    );
  }

  #cutShort(checkpoint: Checkpoint, size: number): DualwatchError {
    return new DualwatchError(
      'evidence-invalid',
      `The log was cut short: a checkpoint of ${checkpoint.origin} is of ${checkpoint.size} entries, and ${size} are left. Put back the entries from a backup; nothing was written.`,
    );
  }
}
