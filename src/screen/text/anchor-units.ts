import type { FinderTables } from './finder-file.ts';
import type { ListedNames } from './listed-names.ts';

/** Start of {@link keyStep}. */
export const KEY_START = 0x811c9dc5;

/** Hash of the first bytes of a key, from that of one byte fewer: as the index's own, before its bits are spread. */
export function keyStep(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}

/** The units of an index that are anchors, by the bytes of their keys. */
export class AnchorUnits {
  readonly #names: ListedNames;
  readonly #anchorBits: Uint32Array;
  readonly #rareBits: Uint32Array;
  readonly #filter: Uint32Array;

  constructor(names: ListedNames, { anchorBits, rareBits }: Pick<FinderTables, 'anchorBits' | 'rareBits'>) {
    this.#names = names;
    this.#anchorBits = anchorBits;
    this.#rareBits = rareBits;
    let anchors = 0;
    for (let unit = 0; unit < names.units; unit += 1) if (this.isAnchor(unit)) anchors += 1;
    let bits = 1024;
    while (bits < anchors * BITS_FOR_ANCHOR) bits *= 2;
    this.#filter = new Uint32Array(bits >>> 5);
    const { unitOffsets, unitBytes } = names;
    for (let unit = 0; unit < names.units; unit += 1) {
      if (!this.isAnchor(unit)) continue;
      let hash = KEY_START;
      for (let at = unitOffsets[unit]!; at < unitOffsets[unit + 1]!; at += 1) hash = keyStep(hash, unitBytes[at]!);
      const bit = spread(hash) & (bits - 1);
      this.#filter[bit >>> 5]! |= 1 << (bit & 31);
    }
  }

  isAnchor(unit: number): boolean {
    return (this.#anchorBits[unit >>> 5]! & (1 << (unit & 31))) !== 0;
  }

  isRare(unit: number): boolean {
    return (this.#rareBits[unit >>> 5]! & (1 << (unit & 31))) !== 0;
  }

  /** The anchor with the key of `length` ASCII bytes in `key`, whose {@link keyStep} hash the caller has; -1 where there is none. */
  find(hash: number, key: Uint8Array, length: number): number {
    const full = spread(hash);
    const bit = full & (this.#filter.length * 32 - 1);
    if ((this.#filter[bit >>> 5]! & (1 << (bit & 31))) === 0) return -1;
    const { unitHash, unitOffsets, unitBytes } = this.#names;
    const mask = unitHash.length - 1;
    for (let at = full & mask; ; at = (at + 1) & mask) {
      const unit = unitHash[at]! - 1;
      if (unit < 0) return -1;
      const start = unitOffsets[unit]!;
      if (unitOffsets[unit + 1]! - start !== length) continue;
      let same = 0;
      while (same < length && unitBytes[start + same] === key[same]) same += 1;
      if (same === length) return this.isAnchor(unit) ? unit : -1;
    }
  }
}

/** One key in sixteen that is no anchor is looked for at most. */
const BITS_FOR_ANCHOR = 16;

function spread(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
}
