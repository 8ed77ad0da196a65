import { join } from 'node:path';
import { DualwatchError } from '../model/errors.ts';
import type { FileLayer } from './file-layer.ts';
import { HASH_BYTES } from './merkle.ts';
import { decodeBundle, nodesFromTiles, TILE_WIDTH, tilePath } from './tiles.ts';
import type { TileName } from './tiles.ts';
import type { NodeReader } from './merkle-proofs.ts';

/** Reads the files of a log: tiles, bundles, checkpoint. */
export class TileFolder {
  readonly #files: FileLayer;
  readonly folder: string;

  constructor(files: FileLayer, folder: string) {
    this.#files = files;
    this.folder = folder;
  }

  /** The signed note, unchecked; undefined before the first. */
  async checkpoint(): Promise<string | undefined> {
    const bytes = await this.#files.read(join(this.folder, 'checkpoint'));
    return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
  }

  /** Whether anything was ever published here. */
  async hasTiles(): Promise<boolean> {
    return (await this.#files.list(join(this.folder, 'tile'))).length > 0;
  }

  /** A tile or bundle as it stands; undefined where there is none. */
  async read(tile: TileName): Promise<Uint8Array | undefined> {
    return this.#files.read(join(this.folder, tilePath(tile)));
  }

  /**
   * Hashes of a tile that a tree needs. A partial one may be gone once the full one is there, which begins with the same hashes
   * (c2sp.org/tlog-tiles, "Partial Tiles"). Throws `evidence-invalid` where there is neither, or the length is wrong.
   */
  async hashes(tile: TileName & { readonly level: number }): Promise<Buffer> {
    const exact = await this.read(tile);
    const found = exact ?? (tile.width < TILE_WIDTH ? await this.read({ ...tile, width: TILE_WIDTH }) : undefined);
    const stored = exact === undefined ? TILE_WIDTH : tile.width;
    if (found?.length !== stored * HASH_BYTES) {
      throw new DualwatchError(
        'evidence-invalid',
        `${join(this.folder, tilePath(tile))} ${found === undefined ? 'is missing' : `has ${found.length} bytes, not ${stored * HASH_BYTES}`}; \`dualwatch log verify\` says whether the entries hold, and the tiles can be built anew from them`,
      );
    }
    return Buffer.from(found.buffer, found.byteOffset, tile.width * HASH_BYTES);
  }

  /** Entries of the unfinished bundle that a tree of that size ends in. Throws `evidence-invalid` where it is missing or broken. */
  async edgeEntries(size: number): Promise<readonly Uint8Array[]> {
    const width = size % TILE_WIDTH;
    if (width === 0) return [];
    const edge: TileName = { level: 'entries', index: Math.floor(size / TILE_WIDTH), width };
    const bundle = (await this.read(edge)) ?? (await this.read({ ...edge, width: TILE_WIDTH }));
    const entries = bundle === undefined ? undefined : decodeBundle(bundle)?.slice(0, width);
    if (entries?.length !== width)
      throw new DualwatchError(
        'evidence-invalid',
        `${join(this.folder, tilePath(edge))} is missing or broken: give the entries from ${size - width} on, or build the tiles anew.`,
      );
    return entries;
  }

  /** Nodes of the tree of that size, for proofs. Tiles are read once for each reader. */
  nodes(size: number): NodeReader {
    const read = new Map<string, Promise<Uint8Array>>();
    return nodesFromTiles(size, (tile) => {
      const path = tilePath(tile);
      const known = read.get(path) ?? this.hashes(tile);
      read.set(path, known);
      return known;
    });
  }
}
