import type { Shingles } from '../shingles.ts';
import { ShingleSet } from './distinct-shingles.ts';
import type { Frequencies } from './frequencies.ts';

/** How much of each of two texts stands in the other, in shingles weighted by how rare they are; 0 to 1. */
export interface Containment {
  /** Of the first in the second. */
  readonly ofA: number;
  readonly ofB: number;
  /** The same of what not everybody says, of that of the two of which more stands in the other; 1 where either says hardly anything of its own. */
  readonly telling: number;
}

/** What more texts say is what everybody says: in a small collection, and in a large one as a share of all texts. */
const COMMON = 16;
const COMMON_SHARE = 0.001;
/** A text with fewer shingles that not everybody has says hardly anything of its own. */
const LEAST_TELLING = 20;

/**
 * Compares one text with many; undefined where less than `least` of either stands in the other, which is known before all of the other text is weighed.
 * Weighs by the square of the inverse document frequency: what every notice of a source says counts for little beside what two notices alone say. On
 * notices made from templates it tells copies from notices of the same template where a single weight does not.
 */
export function containmentIn(a: Shingles, frequencies: Frequencies, least = 0): (b: Shingles) => Containment | undefined {
  const set = new ShingleSet();
  const weights = new SharedWeights(a.hashes.length);
  const own = set.of(a);
  /** What weighs so much or more is telling. */
  const telling = frequencies.weightAt(Math.floor(Math.max(COMMON, frequencies.texts * COMMON_SHARE)));
  let ofA = 0;
  const tellingA = { count: 0, weight: 0 };
  for (let n = 0; n < own.count; n += 1) {
    const weight = frequencies.weightOf(own.hashes[n]!);
    weights.put(own.hashes[n]!, weight);
    ofA += weight;
    if (weight < telling) continue;
    tellingA.count += 1;
    tellingA.weight += weight;
  }
  let rest = new Uint32Array(a.hashes.length * 2);
  return ({ hashes }) => {
    if (rest.length < hashes.length) rest = new Uint32Array(hashes.length * 2);
    const { both, bothTelling, others } = weights.shared(hashes, rest, telling);
    // Whoever has enough of a in it is of interest whatever else it says; else what else it says may be at most so much.
    const most = both >= least * ofA ? Infinity : both / least;
    let ofB = both;
    const tellingB = { ...bothTelling };
    set.begin(others);
    for (let n = 0; n < others; n += 1) {
      if (!set.isNew(rest[n]!)) continue;
      const weight = frequencies.weightOf(rest[n]!);
      ofB += weight;
      if (ofB > most) return undefined;
      if (weight < telling) continue;
      tellingB.count += 1;
      tellingB.weight += weight;
    }
    const isTelling = Math.min(tellingA.count, tellingB.count) >= LEAST_TELLING;
    const containment = {
      telling: isTelling ? bothTelling.weight / Math.min(tellingA.weight, tellingB.weight) : 1,
      ofA: ofA === 0 ? 0 : Math.min(1, both / ofA),
      ofB: ofB === 0 ? 0 : Math.min(1, both / ofB),
    };
    return Math.max(containment.ofA, containment.ofB) < least ? undefined : containment;
  };
}

/** Weights of one text's hashes, in open addressing: a Map of numbers takes several times as long. */
class SharedWeights {
  readonly #hashes: Uint32Array;
  readonly #weights: Float64Array;
  /** In which round a hash was met last. */
  readonly #met: Uint32Array;
  #round = 0;

  /** Room for so many different hashes. */
  constructor(most: number) {
    let size = 16;
    while (size < most * 2) size *= 2;
    this.#hashes = new Uint32Array(size);
    this.#weights = new Float64Array(size).fill(-1);
    this.#met = new Uint32Array(size);
  }

  put(hash: number, weight: number): void {
    const mask = this.#hashes.length - 1;
    let at = hash & mask;
    while (this.#weights[at]! >= 0 && this.#hashes[at] !== hash) at = (at + 1) & mask;
    this.#hashes[at] = hash;
    this.#weights[at] = weight;
  }

  /** The weight of what is among the hashes, each counted once, and of what weighs `telling` or more; the others are written to `rest`, as often as they come. */
  shared(
    hashes: Uint32Array,
    rest: Uint32Array,
    telling: number,
  ): { readonly both: number; readonly bothTelling: { readonly count: number; readonly weight: number }; readonly others: number } {
    const own = this.#hashes;
    const weights = this.#weights;
    const met = this.#met;
    const mask = own.length - 1;
    this.#round += 1;
    const round = this.#round;
    let [both, count, ofTelling, others] = [0, 0, 0, 0];
    for (let n = 0; n < hashes.length; n += 1) {
      const hash = hashes[n]!;
      let at = hash & mask;
      while (own[at] !== hash && weights[at]! >= 0) at = (at + 1) & mask;
      const weight = weights[at]!;
      if (weight < 0) {
        rest[others] = hash;
        others += 1;
      } else if (met[at] !== round) {
        met[at] = round;
        both += weight;
        if (weight >= telling) {
          count += 1;
          ofTelling += weight;
        }
      }
    }
    return { both, bothTelling: { count, weight: ofTelling }, others };
  }
}
