/** Multiplier of {@link wordHash}. */
const STEP = 0x01000193;

/** Hash of the first letters of a word, from that of one letter fewer; 0 before the first. */
export function hashStep(hash: number, unit: number): number {
  return (Math.imul(hash, STEP) + unit + 1) | 0;
}

/** Powers of the multiplier: the hash of two parts together is `first * power[length of second] + second`. */
export const POWERS = Int32Array.from({ length: 64 }, () => 1);
for (let n = 1; n < POWERS.length; n += 1) POWERS[n] = Math.imul(POWERS[n - 1]!, STEP);

function wordHash(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at += 1) hash = hashStep(hash, word.charCodeAt(at));
  return hash;
}

/** A set of words that says for sure that a word is not in it, and rarely wrongly that it is. */
export class WordFilter {
  readonly #bits: Uint32Array;
  readonly #shift: number;

  constructor(words: Iterable<string>) {
    const all = [...words];
    let log = 10;
    while (1 << log < all.length * BITS_FOR_WORD) log += 1;
    this.#shift = 32 - log;
    this.#bits = new Uint32Array((1 << log) >>> 5);
    for (const word of all) {
      const [one, other] = this.#places(wordHash(word));
      this.#bits[one >>> 5]! |= 1 << (one & 31);
      this.#bits[other >>> 5]! |= 1 << (other & 31);
    }
  }

  mayHave(hash: number): boolean {
    const one = Math.imul(hash, FIRST) >>> this.#shift;
    if ((this.#bits[one >>> 5]! & (1 << (one & 31))) === 0) return false;
    const other = Math.imul(hash ^ (hash >>> 15), SECOND) >>> this.#shift;
    return (this.#bits[other >>> 5]! & (1 << (other & 31))) !== 0;
  }

  #places(hash: number): readonly [number, number] {
    return [Math.imul(hash, FIRST) >>> this.#shift, Math.imul(hash ^ (hash >>> 15), SECOND) >>> this.#shift];
  }
}

/** One strange word in a hundred or fewer passes. */
const BITS_FOR_WORD = 16;
const FIRST = 0x9e3779b1;
const SECOND = 0x85ebca6b;
