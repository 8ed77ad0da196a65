import { DualwatchError } from '../model/errors.ts';
import { openCheckpoint } from './checkpoint.ts';
import type { Checkpoint } from './checkpoint.ts';
import { MissingEntry, readInBatches } from './entry-reader.ts';
import type { EntryReader } from './entry-reader.ts';
import type { FileLayer } from './file-layer.ts';
import { HASH_BYTES } from './merkle.ts';
import type { NoteVerifier } from './note.ts';
import { TileBuilder } from './tile-builder.ts';
import type { FinishedTile } from './tile-builder.ts';
import { TileFolder } from './tile-folder.ts';
import { decodeBundle, edgeOf, encodeBundle, TILE_WIDTH, tilePath } from './tiles.ts';
import type { TileName } from './tiles.ts';

export interface LogToVerify {
  readonly readEntries: EntryReader;
  /** How many entries the store has. */
  readonly entries: number;
  readonly files: FileLayer;
  /** Folder of tiles and checkpoint. */
  readonly folder: string;
  readonly verifier: NoteVerifier;
  /** Checkpoints that somebody kept or stamped: they show a log that was cut short or rewritten as a whole. */
  readonly earlier?: readonly EarlierHead[];
  /** Told now and then how many entries have been checked. */
  readonly onProgress?: (entries: number) => void;
}

export interface EarlierHead {
  /** For messages: `the earlier checkpoint`. */
  readonly what: string;
  readonly text: string;
}

export type LogVerdict =
  | {
      readonly holds: true;
      /** Null for a log that was never published. */
      readonly checkpoint: Checkpoint | null;
      /** Entries of the store that are in no checkpoint yet. */
      readonly pending: number;
    }
  | {
      readonly holds: false;
      /** The first entry that does not hold; of a root alone, the first that may be meant; null where no entry is at fault. */
      readonly index: number | null;
      readonly why: string;
    };

/**
 * Computes the log anew from the entries of the store and compares it with entry bundles, tiles, the signed checkpoint and an earlier one.
 * Stops at the first entry that does not hold. One pass, constant memory for any number of entries. Throws only what the store throws.
 */
export async function verifyLog(log: LogToVerify): Promise<LogVerdict> {
  try {
    return await new LogCheck(log).run();
  } catch (error) {
    if (error instanceof Unsound) return { holds: false, index: error.index, why: error.message };
    if (error instanceof MissingEntry) return { holds: false, index: error.index, why: error.message };
    throw error;
  }
}

class LogCheck {
  readonly #log: LogToVerify;
  readonly #folder: TileFolder;
  readonly #builder = new TileBuilder();

  constructor(log: LogToVerify) {
    this.#log = log;
    this.#folder = new TileFolder(log.files, log.folder);
  }

  async run(): Promise<LogVerdict> {
    const earlier = (this.#log.earlier ?? []).map((one) => openSound(one.text, this.#log.verifier, one.what));
    const longest = earlier.reduce((most, { size }) => Math.max(most, size), 0);
    const text = await this.#folder.checkpoint();
    // A process killed before it first published leaves entries and nothing else; the first checkpoint stands before the first tile.
    if (text === undefined && (earlier.length > 0 || (await this.#folder.hasTiles())))
      throw new Unsound(0, `${this.#log.folder}/checkpoint is missing, and with it what the log has signed`);
    const current = text === undefined ? undefined : openSound(text, this.#log.verifier, `${this.#log.folder}/checkpoint`);
    const signed = current?.size ?? 0;
    await this.#checkEntries(Math.max(this.#log.entries, signed, longest), signed, current === undefined ? earlier : [...earlier, current]);
    if (longest > signed)
      throw new Unsound(
        signed,
        `the checkpoint in ${this.#log.folder} is of ${signed} entries, older than the one of ${longest} that is held against it: it was rolled back`,
      );
    return { holds: true, checkpoint: current ?? null, pending: Math.max(0, this.#log.entries - signed) };
  }

  async #checkEntries(total: number, signed: number, heads: readonly Checkpoint[]): Promise<void> {
    let bundle: Uint8Array[] = [];
    const sizes = new Set(heads.map(({ size }) => size));
    this.#checkHeads(heads);
    for await (const batch of readInBatches(this.#log.readEntries, 0, total)) {
      for (const entry of batch) {
        const finished = this.#builder.add(entry);
        const { size } = this.#builder;
        if (size <= signed) bundle.push(entry);
        if (size <= signed && finished.length > 0) {
          await this.#checkGroup(size - TILE_WIDTH, bundle, finished);
          bundle = [];
        }
        if (size === signed) await this.#checkEdge(size - bundle.length, bundle);
        if (sizes.has(size)) this.#checkHeads(heads);
      }
      this.#log.onProgress?.(this.#builder.size);
    }
  }

  /** 256 entries, their bundle, their tile, and the tiles above that they fill. */
  async #checkGroup(start: number, bundle: readonly Uint8Array[], finished: readonly FinishedTile[]): Promise<void> {
    for (const { level, index, hashes } of finished)
      await this.#checkTile({ level, index, width: TILE_WIDTH }, hashes, level === 0 ? { start, entries: bundle } : undefined);
  }

  /** The unfinished tiles of the signed tree. */
  async #checkEdge(start: number, bundle: readonly Uint8Array[]): Promise<void> {
    for (const tile of edgeOf(this.#builder.size)) {
      if (tile.width > 0)
        await this.#checkTile(tile, this.#builder.unfinished(tile.level), tile.level === 0 ? { start, entries: bundle } : undefined);
    }
  }

  async #checkTile(
    tile: TileName & { readonly level: number },
    expected: Uint8Array,
    leaves: { readonly start: number; readonly entries: readonly Uint8Array[] } | undefined,
  ): Promise<void> {
    const first = tile.index * TILE_WIDTH ** (tile.level + 1);
    const hashes = await this.#folder.hashes(tile).catch((error: unknown) => {
      throw error instanceof DualwatchError && error.code === 'evidence-invalid' ? new Unsound(first, error.message) : error;
    });
    const wrongHash = firstDifference(hashes, expected);
    const wrongEntry = leaves === undefined ? undefined : await this.#checkBundle(tile, leaves.entries);
    if (wrongHash === undefined && wrongEntry === undefined) return;
    const path = tilePath(tile);
    const [byHash, byEntry] = [wrongHash ?? Number.POSITIVE_INFINITY, wrongEntry?.at ?? Number.POSITIVE_INFINITY];
    const index = first + Math.min(byHash, byEntry) * TILE_WIDTH ** tile.level;
    if (byHash === byEntry)
      throw new Unsound(index, `entry ${index} of the store is not the one that was logged: bundle and tile hold another (${path})`);
    if (byHash < byEntry)
      throw new Unsound(index, `${this.#log.folder}/${path} holds another hash than entry ${index} gives: the tile was altered`);
    throw new Unsound(index, `${this.#log.folder}/${tilePath({ ...tile, level: 'entries' })} ${wrongEntry?.why ?? ''}`);
  }

  /** The first entry of the bundle that is not the store's, or undefined. */
  async #checkBundle(tile: TileName, entries: readonly Uint8Array[]): Promise<{ readonly at: number; readonly why: string } | undefined> {
    const exact = await this.#folder.read({ ...tile, level: 'entries' });
    const found =
      exact ?? (tile.width < TILE_WIDTH ? await this.#folder.read({ level: 'entries', index: tile.index, width: TILE_WIDTH }) : undefined);
    if (found === undefined) return { at: 0, why: 'is missing' };
    const expected = encodeBundle(entries);
    if (Buffer.compare(exact === undefined ? found.subarray(0, expected.length) : found, expected) === 0) return undefined;
    const stored = decodeBundle(found);
    if (stored === undefined) return { at: 0, why: 'is no entry bundle: its lengths do not fit' };
    const at = entries.findIndex((entry, n) => Buffer.compare(entry, stored[n] ?? EMPTY) !== 0 || stored[n] === undefined);
    return at >= 0
      ? { at, why: 'holds another entry than the store, and the tile agrees with the store: the bundle was altered' }
      : { at: entries.length - 1, why: 'has entries left over' };
  }

  #checkHeads(heads: readonly Checkpoint[]): void {
    const { size } = this.#builder;
    for (const head of heads.filter((candidate) => candidate.size === size)) {
      if (Buffer.compare(this.#builder.root(), head.root) === 0) continue;
      // Of the heads that hold, the longest says from where on the edit may stand.
      const sound = Math.max(0, ...heads.filter((other) => other.size < size).map((other) => other.size));
      throw new Unsound(
        sound,
        `the first ${size} entries do not lead to the root that a checkpoint of ${size} entries signs: an entry from ${sound} to ${size - 1} was rewritten, tiles and bundles with it`,
      );
    }
  }
}

const EMPTY = new Uint8Array(0);

/** Not an error for callers: it carries a verdict out of the pass. */
class Unsound extends Error {
  readonly index: number | null;

  constructor(index: number | null, why: string) {
    super(why);
    this.index = index;
  }
}

function openSound(text: string, verifier: NoteVerifier, what: string): Checkpoint {
  try {
    return openCheckpoint(text, verifier);
  } catch (error) {
    throw error instanceof DualwatchError ? new Unsound(null, `${what} does not hold: ${error.message}`) : error;
  }
}

/** Index of the first hash that differs, or undefined. */
function firstDifference(found: Buffer, expected: Uint8Array): number | undefined {
  if (Buffer.compare(found, expected) === 0) return undefined;
  for (let at = 0; at < expected.length; at += HASH_BYTES) {
    if (Buffer.compare(found.subarray(at, at + HASH_BYTES), expected.subarray(at, at + HASH_BYTES)) !== 0) return at / HASH_BYTES;
  }
  return expected.length / HASH_BYTES - 1;
}
