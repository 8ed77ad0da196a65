/**
 * Of each text how many shingles stand for it, and what those that are asked for just now weigh: the two lie side by side, since among a million texts
 * whoever looks at one waits for memory.
 */
export class TextScores {
  length = 0;
  /** What is asked for of text `n` weighs `scores[2 * n]`. */
  scores = new Float32Array(2 << 10);
  /** `counts[2 * n + 1]` shingles stand for it. */
  counts = new Uint32Array(this.scores.buffer);

  constructor(standing: Uint32Array) {
    for (const count of standing) this.push(count);
  }

  push(count: number): void {
    if (2 * this.length === this.scores.length) {
      const wider = new Float32Array(this.scores.length * 2);
      const counts = new Uint32Array(wider.buffer);
      counts.set(this.counts);
      this.scores = wider;
      this.counts = counts;
    }
    this.counts[2 * this.length + 1] = count;
    this.length += 1;
  }

  /** How many stand for each. */
  standing(): Uint32Array<ArrayBuffer> {
    const standing = new Uint32Array(this.length);
    for (let n = 0; n < this.length; n += 1) standing[n] = this.counts[2 * n + 1]!;
    return standing;
  }
}
