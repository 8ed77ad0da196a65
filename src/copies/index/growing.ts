/** A Uint32Array that grows. */
export class GrowingUint32 {
  #data: Uint32Array<ArrayBuffer>;
  length: number;

  /** Goes on behind what is given. */
  constructor(given: Uint32Array<ArrayBuffer> = new Uint32Array(0)) {
    this.#data = given;
    this.length = given.length;
  }

  push(value: number): void {
    if (this.length === this.#data.length) {
      const wider = new Uint32Array(Math.max(1024, Math.ceil(this.length * 1.5)));
      wider.set(this.#data);
      this.#data = wider;
    }
    this.#data[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.#data[index]!;
  }

  /** A view, valid until the next push. */
  view(): Uint32Array<ArrayBuffer> {
    return this.#data.subarray(0, this.length);
  }
}
