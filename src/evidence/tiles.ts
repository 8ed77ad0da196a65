import { DualwatchError } from '../model/errors.ts';
import { foldInPlace, HASH_BYTES } from './merkle.ts';
import type { NodeReader } from './merkle-proofs.ts';

/** Hashes of a full tile, and entries of a full bundle. c2sp.org/tlog-tiles, "Merkle Tree". */
export const TILE_WIDTH = 256;
/** Longest entry that a bundle can hold. Check it before an entry is stored: a longer one could never be published. */
export const MAX_ENTRY_BYTES = 0xffff;
/** Levels of nodes that one tile spans. */
const TILE_HEIGHT = 8;

/** One tile or, with level `entries`, one bundle. `width` below 256 is a partial one. */
export interface TileName {
  readonly level: number | 'entries';
  readonly index: number;
  readonly width: number;
}

/** `tile/0/x001/x234/067` or `tile/entries/000.p/12`: the path within the folder of the log. */
export function tilePath({ level, index, width }: TileName): string {
  let rest = Math.floor(index / 1000);
  let path = threeDigits(index % 1000);
  for (; rest > 0; rest = Math.floor(rest / 1000)) path = `x${threeDigits(rest % 1000)}/${path}`;
  return `tile/${level}/${path}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/** The tile that each level of a tree ends in, from level 0 up. Width 0: the level ends with a full tile, and the next has not begun. */
export function edgeOf(size: number): readonly (TileName & { readonly level: number })[] {
  const edge: (TileName & { readonly level: number })[] = [];
  for (let level = 0, hashes = size; hashes > 0; level += 1, hashes = Math.floor(hashes / TILE_WIDTH)) {
    edge.push({ level, index: Math.floor(hashes / TILE_WIDTH), width: hashes % TILE_WIDTH });
  }
  return edge;
}

/** Reads nodes of a tree of `size` leaves through its tiles. Every hash inside a tile is folded from the hashes that it stores. */
export function nodesFromTiles(size: number, readTile: (tile: TileName & { readonly level: number }) => Promise<Uint8Array>): NodeReader {
  return async (height, index) => {
    const level = Math.floor(height / TILE_HEIGHT);
    const count = 2 ** (height % TILE_HEIGHT);
    const tile = Math.floor((index * count) / TILE_WIDTH);
    const width = Math.min(TILE_WIDTH, Math.floor(size / TILE_WIDTH ** level) - tile * TILE_WIDTH);
    const from = ((index * count) % TILE_WIDTH) * HASH_BYTES;
    const hashes = await readTile({ level, index: tile, width });
    return foldInPlace(Buffer.from(hashes.subarray(from, from + count * HASH_BYTES)));
  };
}

/** Entries as a bundle: each with its length before it, 16 bits, big-endian. Throws `internal` for an entry over 65,535 bytes. */
export function encodeBundle(entries: readonly Uint8Array[]): Buffer {
  const bundle = Buffer.allocUnsafe(entries.reduce((sum, entry) => sum + 2 + entry.length, 0));
  let offset = 0;
  for (const entry of entries) {
    if (entry.length > MAX_ENTRY_BYTES)
      throw new DualwatchError(
        'internal',
        `a log entry has ${entry.length} bytes; the tile format allows ${MAX_ENTRY_BYTES}: log the digest of what is long`,
      );
    offset = bundle.writeUInt16BE(entry.length, offset);
    bundle.set(entry, offset);
    offset += entry.length;
  }
  return bundle;
}

/** The entries of a bundle, or undefined where lengths and bytes do not fit together. Bounded: at most `limit` entries. */
export function decodeBundle(bundle: Uint8Array, limit: number = TILE_WIDTH): readonly Uint8Array[] | undefined {
  const entries: Uint8Array[] = [];
  let offset = 0;
  while (offset < bundle.length) {
    if (entries.length === limit || offset + 2 > bundle.length) return undefined;
    const end = offset + 2 + (bundle[offset] ?? 0) * 256 + (bundle[offset + 1] ?? 0);
    if (end > bundle.length) return undefined;
    entries.push(bundle.subarray(offset + 2, end));
    offset = end;
  }
  return entries;
}

function threeDigits(part: number): string {
  return String(part).padStart(3, '0');
}
