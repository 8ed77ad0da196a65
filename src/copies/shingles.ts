import type { PlainText } from './plain-text.ts';

/** Hashes of the shingles of a text: that at `n` begins at its unit `n` and is `lengths[n]` units long. */
export interface Shingles {
  readonly hashes: Uint32Array;
  readonly lengths: Uint8Array;
}

/** Says as much as five Han characters or eight letters do: what a shingle is made of. */
export const SHINGLE = 40;

/** What two Han characters or four letters say. */
export const SHORT_SHINGLE = 16;

/**
 * A shingle at every unit of a text where one begins: as many units as it takes to say `says` ({@link SHINGLE}), where a Han character says 8 and a letter or
 * digit 5. So each script's shingles are about as rare. A text too short for one is one shingle; an empty one has none.
 */
export function shinglesOf(plain: PlainText, says: number = SHINGLE): Shingles {
  const { units, length } = plain;
  const hashes = new Uint32Array(length);
  const lengths = new Uint8Array(length);
  let hash = 0;
  let said = 0;
  let end = 0;
  let count = 0;
  for (let start = 0; start < length; start += 1) {
    while (said < says && end < length) {
      const unit = units[end]!;
      hash = (Math.imul(hash, BASE) + unit) | 0;
      said += saidBy(unit);
      end += 1;
    }
    if (said < says && start > 0) break;
    hashes[start] = mixed(hash);
    lengths[start] = end - start;
    count += 1;
    const first = units[start]!;
    hash = (hash - Math.imul(first, POWERS[end - start - 1]!)) | 0;
    said -= saidBy(first);
  }
  return { hashes: hashes.subarray(0, count), lengths: lengths.subarray(0, count) };
}

/** From here on a unit is Han, kana, Hangul, or half of a rare character. */
const FIRST_OF_HAN = 0x2e80;

function saidBy(unit: number): number {
  return unit < FIRST_OF_HAN ? 5 : 8;
}

const BASE = 0x9e3779b1 | 0;

/** Powers of {@link BASE}, as many as the longest shingle has units (40 / 5, or more where `says` is more). */
const POWERS = powers(64);

function powers(count: number): Int32Array {
  const list = new Int32Array(count);
  list[0] = 1;
  for (let n = 1; n < count; n += 1) list[n] = Math.imul(list[n - 1]!, BASE);
  return list;
}

/** Spreads what a polynomial leaves in its high bits: tables are made of the low ones. */
function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
