/** The shingles that are asked for, with what each weighs, in memory that is used again. */
export class AskedShingles {
  count = 0;
  hashes = new Uint32Array(1 << 10);
  weights = new Float64Array(1 << 10);
  /** So many more texts may be found by each. */
  left = new Uint32Array(1 << 10);
  /** Room for what a table says of each, until the next table is asked. */
  places = new Int32Array(1 << 10);
  firsts = new Uint32Array(1 << 10);
  readonly #most: number;

  /** Of one shingle at most so many texts are found. */
  constructor(most: number) {
    this.#most = most;
  }

  clear(): void {
    this.count = 0;
  }

  add(hash: number, weight: number): void {
    const at = this.count;
    if (at === this.hashes.length) this.#grow();
    this.hashes[at] = hash;
    this.weights[at] = weight;
    this.left[at] = this.#most;
    this.count = at + 1;
  }

  #grow(): void {
    const { hashes, weights, left } = this;
    const room = hashes.length * 2;
    this.hashes = new Uint32Array(room);
    this.hashes.set(hashes);
    this.weights = new Float64Array(room);
    this.weights.set(weights);
    this.left = new Uint32Array(room);
    this.left.set(left);
    this.places = new Int32Array(room);
    this.firsts = new Uint32Array(room);
  }
}
