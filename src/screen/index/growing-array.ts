/** A Uint32Array that grows: for building what has no known length. */
export class GrowingUint32 {
  #data: Uint32Array<ArrayBuffer>;
  length = 0;

  constructor(capacity = 1024) {
    this.#data = new Uint32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.#data.length) this.#grow(this.length + 1);
    this.#data[this.length] = value;
    this.length += 1;
  }

  pushAll(values: ArrayLike<number>): void {
    if (this.length + values.length > this.#data.length) this.#grow(this.length + values.length);
    this.#data.set(values, this.length);
    this.length += values.length;
  }

  at(index: number): number {
    return this.#data[index]!;
  }

  /** A view, valid until the next push. */
  view(): Uint32Array<ArrayBuffer> {
    return this.#data.subarray(0, this.length);
  }

  #grow(least: number): void {
    const wider = new Uint32Array(Math.max(least, Math.ceil(this.#data.length * 1.6)));
    wider.set(this.#data);
    this.#data = wider;
  }
}

/** The same for bytes. */
export class GrowingBytes {
  #data: Uint8Array<ArrayBuffer>;
  length = 0;

  constructor(capacity = 1 << 16) {
    this.#data = new Uint8Array(capacity);
  }

  pushAll(bytes: Uint8Array): void {
    const end = this.length + bytes.length;
    if (end > this.#data.length) {
      const wider = new Uint8Array(Math.max(end, Math.ceil(this.#data.length * 1.6)));
      wider.set(this.#data);
      this.#data = wider;
    }
    this.#data.set(bytes, this.length);
    this.length = end;
  }

  view(): Uint8Array<ArrayBuffer> {
    return this.#data.subarray(0, this.length);
  }
}
