import { isWeak } from './name-info.ts';

/** What is asked of a name before it is read, side by side: one wait for memory where there were five. */
export class NameHeads {
  readonly #heads: Uint32Array;

  constructor(index: {
    readonly sketches: Uint32Array;
    readonly totals: Uint8Array;
    readonly offsets: Uint32Array;
    readonly infos: Uint32Array;
    readonly parties: Uint32Array;
  }) {
    const { sketches, totals, offsets, infos, parties } = index;
    this.#heads = new Uint32Array(sketches.length * WIDTH);
    for (let name = 0, at = 0; name < sketches.length; name += 1, at += WIDTH) {
      this.#heads[at] = sketches[name]!;
      this.#heads[at + OFFSET] = offsets[name]!;
      this.#heads[at + PARTY] = parties[name]!;
      this.#heads[at + TOTAL] = (totals[name]! << 1) | (isWeak(infos[name]!) ? 1 : 0);
    }
  }

  /** As `sketchNames` makes it. */
  sketchOf(name: number): number {
    return this.#heads[name * WIDTH]!;
  }

  /** Where the encoded name begins. */
  offsetOf(name: number): number {
    return this.#heads[name * WIDTH + OFFSET]!;
  }

  partyOf(name: number): number {
    return this.#heads[name * WIDTH + PARTY]!;
  }

  /** What is kept of its weight, as `leastTotal` reads it. */
  totalOf(name: number): number {
    return this.#heads[name * WIDTH + TOTAL]! >>> 1;
  }

  isWeak(name: number): boolean {
    return (this.#heads[name * WIDTH + TOTAL]! & 1) !== 0;
  }
}

const WIDTH = 4;
const OFFSET = 1;
const PARTY = 2;
const TOTAL = 3;
