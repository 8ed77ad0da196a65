import type { Shingles } from '../shingles.ts';
import type { Frequencies } from './frequencies.ts';

/** How much of each of two texts stands in the other, in shingles weighted by how rare they are; 0 to 1. */
export interface Containment {
  /** Of the first in the second. */
  readonly ofA: number;
  readonly ofB: number;
}

/**
 * Weighs by the square of the inverse document frequency: what every notice of a source says counts for little beside what two notices alone say. On notices
 * made from templates it tells copies from notices of the same template where a single weight does not.
 */
export function containmentOf(a: Shingles, b: Shingles, frequencies: Frequencies): Containment {
  const inA = new Set(a.hashes);
  const inB = new Set(b.hashes);
  let ofA = 0;
  let ofB = 0;
  let both = 0;
  for (const hash of inA) {
    const weight = weightOf(hash, frequencies);
    ofA += weight;
    if (inB.has(hash)) both += weight;
  }
  for (const hash of inB) ofB += weightOf(hash, frequencies);
  return { ofA: ofA === 0 ? 0 : both / ofA, ofB: ofB === 0 ? 0 : both / ofB };
}

function weightOf(hash: number, frequencies: Frequencies): number {
  return Math.log2(1 + frequencies.texts / Math.max(1, frequencies.of(hash))) ** 2;
}
