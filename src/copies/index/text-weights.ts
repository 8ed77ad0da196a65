/**
 * What those texts come to that are met, in memory that is used again: a small table, since among a million texts whoever counts beside the text itself waits
 * for memory each time. Texts are told by their postings, which are the same wherever one is met.
 */
export class TextWeights {
  /** Texts met: the first so many of `postings`, in `weights` what each comes to. */
  size = 0;
  postings = new Uint32Array(1 << 11);
  weights = new Float64Array(1 << 11);
  /** By how many of the shingles that are asked for each was met. */
  times = new Uint32Array(1 << 11);
  /** Open addressing: which of the texts met stands there, counted from 1; 0 for none. */
  #slots = new Uint32Array(1 << 12);
  #shift = 32 - 12;

  clear(): void {
    this.#slots.fill(0);
    this.size = 0;
  }

  add(posting: number, weight: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let at = Math.imul(posting, SPREAD) >>> this.#shift;
    for (let met = slots[at]!; met > 0; met = slots[at]!) {
      if (this.postings[met - 1] === posting) {
        this.weights[met - 1]! += weight;
        this.times[met - 1]! += 1;
        return;
      }
      at = (at + 1) & mask;
    }
    const { size } = this;
    this.postings[size] = posting;
    this.weights[size] = weight;
    this.times[size] = 1;
    this.size = size + 1;
    slots[at] = this.size;
    if (this.size === this.postings.length) this.#grow();
  }

  #grow(): void {
    const { postings, weights, times, size } = this;
    this.postings = new Uint32Array(size * 2);
    this.postings.set(postings);
    this.weights = new Float64Array(size * 2);
    this.weights.set(weights);
    this.times = new Uint32Array(size * 2);
    this.times.set(times);
    this.#slots = new Uint32Array(size * 4);
    this.#shift -= 1;
    for (let n = 0; n < size; n += 1) {
      let at = Math.imul(postings[n]!, SPREAD) >>> this.#shift;
      while (this.#slots[at]! > 0) at = (at + 1) & (this.#slots.length - 1);
      this.#slots[at] = n + 1;
    }
  }
}

/** 2³² by the golden ratio: texts that come after one another stand far apart (Knuth, vol. 3, 6.4). */
const SPREAD = 0x9e3779b1;
