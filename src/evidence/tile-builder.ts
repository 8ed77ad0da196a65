import { DualwatchError } from '../model/errors.ts';
import type { FileToWrite } from './durable-files.ts';
import { EMPTY_ROOT, foldInPlace, HASH_BYTES, nodeHash, writeLeafHash } from './merkle.ts';
import { edgeOf, encodeBundle, TILE_WIDTH, tilePath } from './tiles.ts';

/** One unfinished tile of a level. */
interface Edge {
  readonly hashes: Buffer;
  /** Full tiles of the level so far. */
  index: number;
  /** Hashes of the tile at work. */
  width: number;
}

/** A full tile, as it was finished. */
export interface FinishedTile {
  readonly level: number;
  readonly index: number;
  readonly hashes: Uint8Array;
}

/**
 * The right edge of a growing tree: one unfinished tile a level, so constant memory for any number of entries (a compact range,
 * 256 wide). Give it entries in order; it gives each full tile once, and the root at any moment.
 */
export class TileBuilder {
  readonly #levels: Edge[] = [];
  #size = 0;

  /** Goes on from a tree whose unfinished tiles, by level from 0 up, hold these hashes. */
  static from(size: number, unfinished: readonly Uint8Array[]): TileBuilder {
    const builder = new TileBuilder();
    builder.#size = size;
    for (const { level, index, width } of edgeOf(size)) {
      const edge = builder.#level(level);
      edge.hashes.set((unfinished[level] ?? new Uint8Array(0)).subarray(0, width * HASH_BYTES));
      [edge.index, edge.width] = [index, width];
    }
    return builder;
  }

  get size(): number {
    return this.#size;
  }

  /** Appends one entry; returns the tiles that it filled, lowest first. */
  add(entry: Uint8Array): readonly FinishedTile[] {
    const leaves = this.#level(0);
    writeLeafHash(entry, leaves.hashes, leaves.width * HASH_BYTES);
    leaves.width += 1;
    this.#size += 1;
    return leaves.width < TILE_WIDTH ? NONE : this.#finish();
  }

  /** Hashes of the unfinished tile of a level. A view: copy it to keep it. */
  unfinished(level: number): Uint8Array {
    const edge = this.#levels[level];
    return edge === undefined ? new Uint8Array(0) : edge.hashes.subarray(0, edge.width * HASH_BYTES);
  }

  /** Root of the entries so far. */
  root(): Uint8Array {
    let root: Uint8Array | undefined;
    // From the highest level, leftmost subtrees first, to the lowest: then joined from the right, as RFC 6962 §2.1 splits.
    const subtrees = this.#levels.toReversed().flatMap((edge) => fullSubtrees(edge));
    for (const subtree of subtrees.toReversed()) root = root === undefined ? subtree : nodeHash(subtree, root);
    return root ?? EMPTY_ROOT;
  }

  /** The unfinished tiles that the present size needs, as files. */
  partialFiles(): readonly FileToWrite[] {
    return edgeOf(this.#size)
      .filter(({ width }) => width > 0)
      .map((tile) => ({ path: tilePath(tile), bytes: Buffer.from(this.unfinished(tile.level)) }));
  }

  #finish(): readonly FinishedTile[] {
    const finished: FinishedTile[] = [];
    for (let level = 0; this.#level(level).width === TILE_WIDTH; level += 1) {
      const edge = this.#level(level);
      finished.push({ level, index: edge.index, hashes: Buffer.from(edge.hashes) });
      const above = this.#level(level + 1);
      foldInPlace(edge.hashes).copy(above.hashes, above.width * HASH_BYTES);
      above.width += 1;
      edge.index += 1;
      edge.width = 0;
    }
    return finished;
  }

  #level(level: number): Edge {
    for (let next = this.#levels.length; next <= level; next += 1)
      this.#levels.push({ hashes: Buffer.alloc(TILE_WIDTH * HASH_BYTES), index: 0, width: 0 });
    const edge = this.#levels[level];
    if (edge === undefined) throw new DualwatchError('internal', `no level ${level}`);
    return edge;
  }
}

/** A bundle as a file. */
export function bundleFile(index: number, entries: readonly Uint8Array[]): FileToWrite {
  return { path: tilePath({ level: 'entries', index, width: entries.length }), bytes: encodeBundle(entries) };
}

const NONE: readonly FinishedTile[] = [];

/** Roots of the full subtrees that an unfinished tile consists of, left to right: one for each bit of its width. */
function fullSubtrees(edge: Edge): readonly Uint8Array[] {
  const roots: Uint8Array[] = [];
  for (let count = TILE_WIDTH / 2, from = 0; count >= 1; count /= 2) {
    if ((edge.width & count) === 0) continue;
    roots.push(Buffer.from(foldInPlace(Buffer.from(edge.hashes.subarray(from * HASH_BYTES, (from + count) * HASH_BYTES)))));
    from += count;
  }
  return roots;
}
