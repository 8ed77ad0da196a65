import type { Shingles } from '../shingles.ts';
import { ShingleSet } from './distinct-shingles.ts';
import type { Frequencies } from './frequencies.ts';

/** How much of each of two texts stands in the other, in shingles weighted by how rare they are; 0 to 1. */
export interface Containment {
  /** Of the first in the second. */
  readonly ofA: number;
  readonly ofB: number;
}

/**
 * Compares one text with many; undefined where less than `least` of either stands in the other, which is known before all of the other text is weighed.
 * Weighs by the square of the inverse document frequency: what every notice of a source says counts for little beside what two notices alone say. On
 * notices made from templates it tells copies from notices of the same template where a single weight does not.
 */
export function containmentIn(a: Shingles, frequencies: Frequencies, least = 0): (b: Shingles) => Containment | undefined {
  const set = new ShingleSet();
  const weights = new WeightTable(a.hashes.length);
  const own = set.of(a);
  let ofA = 0;
  for (let n = 0; n < own.count; n += 1) {
    const weight = weightOf(own.hashes[n]!, frequencies);
    weights.put(own.hashes[n]!, weight);
    ofA += weight;
  }
  return (b) => {
    const { hashes, count } = set.of(b);
    let both = 0;
    let rest = 0;
    for (let n = 0; n < count; n += 1) {
      const shared = weights.get(hashes[n]!);
      if (shared !== undefined) both += shared;
      else {
        hashes[rest] = hashes[n]!;
        rest += 1;
      }
    }
    // Whoever has enough of a in it is of interest whatever else it says; else what else it says may be at most so much.
    const most = both >= least * ofA ? Infinity : both / least;
    let ofB = both;
    for (let n = 0; n < rest; n += 1) {
      ofB += weightOf(hashes[n]!, frequencies);
      if (ofB > most) return undefined;
    }
    const containment = { ofA: ofA === 0 ? 0 : Math.min(1, both / ofA), ofB: ofB === 0 ? 0 : Math.min(1, both / ofB) };
    return Math.max(containment.ofA, containment.ofB) < least ? undefined : containment;
  };
}

function weightOf(hash: number, frequencies: Frequencies): number {
  return Math.log2(1 + frequencies.texts / Math.max(1, frequencies.of(hash))) ** 2;
}

/** Weights by hash, in open addressing: a Map of numbers takes several times as long. */
class WeightTable {
  readonly #hashes: Uint32Array;
  readonly #weights: Float64Array;

  /** Room for so many different hashes. */
  constructor(most: number) {
    let size = 16;
    while (size < most * 2) size *= 2;
    this.#hashes = new Uint32Array(size);
    this.#weights = new Float64Array(size).fill(-1);
  }

  put(hash: number, weight: number): void {
    const at = this.#placeOf(hash);
    this.#hashes[at] = hash;
    this.#weights[at] = weight;
  }

  get(hash: number): number | undefined {
    const weight = this.#weights[this.#placeOf(hash)]!;
    return weight < 0 ? undefined : weight;
  }

  #placeOf(hash: number): number {
    const mask = this.#hashes.length - 1;
    let at = hash & mask;
    while (this.#weights[at]! >= 0 && this.#hashes[at] !== hash) at = (at + 1) & mask;
    return at;
  }
}
