import type { Shingles } from '../shingles.ts';

/** The different shingles of one text. Arrays are used again for the next text: what is kept must be copied. */
export interface DistinctShingles {
  /** How many there are; what stands in `hashes` behind them means nothing. */
  readonly count: number;
  readonly hashes: Uint32Array;
  /** Of each shingle of the text, in order, which of the different ones it is. */
  readonly which: Uint32Array;
  /** Shingles of the text, with those that come again. */
  readonly length: number;
}

/** Finds the different shingles of one text after the other, in memory that is used again. Linear. */
export class ShingleSet {
  #slots = new Uint32Array(1 << 14);
  #rounds = new Uint32Array(1 << 14);
  #round = 0;
  /** Of the slots only so many are used as the text needs: what is near at hand is met sooner. */
  #mask = 0;
  #hashes = new Uint32Array(1 << 13);
  #which = new Uint32Array(1 << 13);
  #count = 0;

  of({ hashes }: Shingles): DistinctShingles {
    this.begin(hashes.length);
    const which = this.#which;
    for (let n = 0; n < hashes.length; n += 1) which[n] = this.#numberOf(hashes[n]!);
    return { count: this.#count, hashes: this.#hashes, which, length: hashes.length };
  }

  /** Begins with no hash, of so many at most: {@link isNew} tells of one after the other whether it has not come yet. */
  begin(most: number): void {
    if (most > this.#which.length) this.#grow(most);
    this.#round += 1;
    this.#count = 0;
    let size = 16;
    while (size < most * 2) size *= 2;
    this.#mask = size - 1;
  }

  isNew(hash: number): boolean {
    const before = this.#count;
    return this.#numberOf(hash) === before;
  }

  /** Which of the different hashes it is; a new one is the last. */
  #numberOf(hash: number): number {
    const slots = this.#slots;
    const rounds = this.#rounds;
    const round = this.#round;
    const mask = this.#mask;
    let at = hash & mask;
    while (rounds[at] === round) {
      const number = slots[at]!;
      if (this.#hashes[number] === hash) return number;
      at = (at + 1) & mask;
    }
    rounds[at] = round;
    slots[at] = this.#count;
    this.#hashes[this.#count] = hash;
    this.#count += 1;
    return slots[at]!;
  }

  #grow(length: number): void {
    let size = this.#which.length;
    while (size < length) size *= 2;
    this.#hashes = new Uint32Array(size);
    this.#which = new Uint32Array(size);
    this.#slots = new Uint32Array(size * 2);
    this.#rounds = new Uint32Array(size * 2);
    this.#round = 0;
  }
}
