import type { AskedShingles } from './asked-shingles.ts';
import { sealPostings, type Segment } from './segment.ts';
import type { TextWeights } from './text-weights.ts';

/** Postings that still grow: chains by the low bits of the hash. */
export class FreshPostings {
  readonly #most: number;
  /** The last posting of each chain, counted from 1. */
  readonly #heads: Uint32Array;
  /** Hash and posting, side by side. */
  readonly #pairs: Uint32Array;
  /** Which one of the same chain came before, counted from 1; 0 for none. */
  readonly #before: Uint32Array;
  #count = 0;

  /** `most`: a power of two; so many postings fit. */
  constructor(most: number) {
    this.#most = most;
    this.#heads = new Uint32Array(most);
    this.#pairs = new Uint32Array(most * 2);
    this.#before = new Uint32Array(most);
  }

  get count(): number {
    return this.#count;
  }

  /** Whether so many more fit. */
  fits(count: number): boolean {
    return this.#count + count <= this.#most;
  }

  add(hash: number, posting: number): void {
    const at = this.#count;
    const head = hash & (this.#most - 1);
    this.#pairs[2 * at] = hash;
    this.#pairs[2 * at + 1] = posting;
    this.#before[at] = this.#heads[head]!;
    this.#heads[head] = at + 1;
    this.#count = at + 1;
  }

  /** Weighs the texts for which the shingles stand that are asked for. */
  weigh(asked: AskedShingles, into: TextWeights): void {
    const heads = this.#heads;
    const pairs = this.#pairs;
    const before = this.#before;
    const { count, hashes, weights, left, places } = asked;
    const mask = this.#most - 1;
    // What is looked up all at once is waited for all at once.
    for (let n = 0; n < count; n += 1) places[n] = heads[hashes[n]! & mask]!;
    for (let n = 0; n < count; n += 1) {
      const hash = hashes[n]!;
      let room = left[n]!;
      for (let one = places[n]!; one > 0 && room > 0; one = before[one - 1]!) {
        if (pairs[2 * one - 2] !== hash) continue;
        into.add(pairs[2 * one - 1]!, weights[n]!);
        room -= 1;
      }
      left[n] = room;
    }
  }

  seal(): Segment {
    return sealPostings(this.#pairs.subarray(0, 2 * this.#count));
  }

  clear(): void {
    this.#heads.fill(0);
    this.#count = 0;
  }
}
