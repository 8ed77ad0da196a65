import type { FoundTexts } from './found-texts.ts';
import { sealPostings, type Segment } from './segment.ts';

/** Postings that still grow: chains by the low bits of the hash. */
export class FreshPostings {
  readonly #most: number;
  readonly #heads: Int32Array;
  readonly #keys: Uint32Array<ArrayBuffer>;
  readonly #texts: Uint32Array<ArrayBuffer>;
  readonly #next: Int32Array;
  #count = 0;

  /** `most`: a power of two; so many postings fit. */
  constructor(most: number) {
    this.#most = most;
    this.#heads = new Int32Array(most).fill(-1);
    this.#keys = new Uint32Array(most);
    this.#texts = new Uint32Array(most);
    this.#next = new Int32Array(most);
  }

  get count(): number {
    return this.#count;
  }

  /** Whether so many more fit. */
  fits(count: number): boolean {
    return this.#count + count <= this.#most;
  }

  add(key: number, text: number): void {
    const at = this.#count;
    const head = key & (this.#most - 1);
    this.#keys[at] = key;
    this.#texts[at] = text;
    this.#next[at] = this.#heads[head]!;
    this.#heads[head] = at;
    this.#count = at + 1;
  }

  /** Adds the texts that each of the first `count` keys has. */
  find(keys: Uint32Array, count: number, found: FoundTexts): void {
    const heads = found.places(count);
    const mask = this.#most - 1;
    // What is looked up all at once is waited for all at once.
    for (let n = 0; n < count; n += 1) heads[n] = this.#heads[keys[n]! & mask]!;
    for (let n = 0; n < count; n += 1) {
      const key = keys[n]!;
      for (let at = heads[n]!; at >= 0; at = this.#next[at]!) if (this.#keys[at] === key && !found.add(n, this.#texts[at]!)) break;
    }
  }

  seal(): Segment {
    return sealPostings(this.#keys.subarray(0, this.#count), this.#texts.subarray(0, this.#count));
  }

  clear(): void {
    this.#heads.fill(-1);
    this.#count = 0;
  }
}
