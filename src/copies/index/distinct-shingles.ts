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
  #hashes = new Uint32Array(1 << 13);
  #which = new Uint32Array(1 << 13);
  #count = 0;

  of({ hashes }: Shingles): DistinctShingles {
    if (hashes.length > this.#which.length) this.#grow(hashes.length);
    const slots = this.#slots;
    const rounds = this.#rounds;
    const distinct = this.#hashes;
    const which = this.#which;
    const mask = slots.length - 1;
    this.#round += 1;
    const round = this.#round;
    let count = 0;
    for (let n = 0; n < hashes.length; n += 1) {
      const hash = hashes[n]!;
      let at = hash & mask;
      while (rounds[at] === round && distinct[slots[at]!] !== hash) at = (at + 1) & mask;
      if (rounds[at] !== round) {
        rounds[at] = round;
        slots[at] = count;
        distinct[count] = hash;
        count += 1;
      }
      which[n] = slots[at]!;
    }
    return { count, hashes: distinct, which, length: hashes.length };
  }

  /** Begins with no hash, of so many at most: {@link isNew} tells of one after the other whether it has not come yet. */
  begin(most: number): void {
    if (most > this.#which.length) this.#grow(most);
    this.#round += 1;
    this.#count = 0;
  }

  isNew(hash: number): boolean {
    const slots = this.#slots;
    const rounds = this.#rounds;
    const mask = slots.length - 1;
    let at = hash & mask;
    for (; rounds[at] === this.#round; at = (at + 1) & mask) if (this.#hashes[slots[at]!] === hash) return false;
    rounds[at] = this.#round;
    slots[at] = this.#count;
    this.#hashes[this.#count] = hash;
    this.#count += 1;
    return true;
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
