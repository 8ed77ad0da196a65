import type { Shingles } from '../shingles.ts';
import type { Frequencies } from './frequencies.ts';

/** How much of each of two texts stands in the other, in shingles weighted by how rare they are; 0 to 1. */
export interface Containment {
  /** Of the first in the second. */
  readonly ofA: number;
  readonly ofB: number;
}

/**
 * Compares one text with many. Weighs by the square of the inverse document frequency: what every notice of a source says counts for little beside what two
 * notices alone say. On notices made from templates it tells copies from notices of the same template where a single weight does not.
 */
export function containmentIn(a: Shingles, frequencies: Frequencies): (b: Shingles) => Containment {
  const weights = new Map<number, number>();
  let ofA = 0;
  for (const hash of a.hashes) {
    if (weights.has(hash)) continue;
    const weight = weightOf(hash, frequencies);
    weights.set(hash, weight);
    ofA += weight;
  }
  return (b) => {
    const seen = new Set<number>();
    let [ofB, both] = [0, 0];
    for (const hash of b.hashes) {
      if (seen.has(hash)) continue;
      seen.add(hash);
      const shared = weights.get(hash);
      if (shared !== undefined) both += shared;
      ofB += shared ?? weightOf(hash, frequencies);
    }
    return { ofA: ofA === 0 ? 0 : Math.min(1, both / ofA), ofB: ofB === 0 ? 0 : Math.min(1, both / ofB) };
  };
}

function weightOf(hash: number, frequencies: Frequencies): number {
  return Math.log2(1 + frequencies.texts / Math.max(1, frequencies.of(hash))) ** 2;
}
