/** What a reader of a stream needs of it. */
export interface Feed {
  /** What is there to look at. */
  readonly held: Buffer;
  /** Waits until at least `count` bytes are held; false where the stream ends before. */
  fill(count: number): Promise<boolean>;
  /** Takes up to `count` of the bytes held. */
  take(count: number): Buffer;
}

/** Pieces of bytes as one stream that can be looked into before it is taken from. */
export class ByteFeed implements Feed {
  readonly #chunks: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);
  #ended = false;
  /** Bytes taken so far. */
  offset = 0;

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  get held(): Buffer {
    return this.#held;
  }

  async fill(count: number): Promise<boolean> {
    if (this.#held.length >= count) return true;
    const parts = [this.#held];
    let length = this.#held.length;
    while (length < count && !this.#ended) {
      const next = await this.#chunks.next();
      if (next.done === true) this.#ended = true;
      else {
        parts.push(next.value);
        length += next.value.length;
      }
    }
    this.#held =
      parts.length === 1 ? this.#held : parts[0]?.length === 0 && parts.length === 2 ? (parts[1] ?? this.#held) : Buffer.concat(parts);
    return length >= count;
  }

  take(count: number): Buffer {
    const taken = this.#held.subarray(0, count);
    this.#held = this.#held.subarray(taken.length);
    this.offset += taken.length;
    return taken;
  }
}
