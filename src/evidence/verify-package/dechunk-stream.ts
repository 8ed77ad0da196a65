/** Longest chunk-size line taken, as in http-message.ts: what is read from a capture and what is checked must be the same bytes. */
const MAX_CHUNK_LINE = 4096;

/** Takes chunked framing (RFC 9112 §7.1) off a body that comes in pieces, and hands its content on. */
export class DechunkStream {
  readonly #emit: (bytes: Uint8Array) => void;
  #state: 'size' | 'data' | 'line-end' | 'ended' | 'broken' = 'size';
  #line = '';
  #left = 0;
  #chunks = 0;

  constructor(emit: (bytes: Uint8Array) => void) {
    this.#emit = emit;
  }

  /** False where the framing was taken off on the way and its field left standing: then the body is the entity. */
  get framed(): boolean {
    return this.#chunks > 0;
  }

  push(bytes: Buffer): void {
    for (let at = 0; at < bytes.length && this.#state !== 'ended' && this.#state !== 'broken';) {
      if (this.#state === 'size') at = this.#readSize(bytes, at);
      else if (this.#state === 'data') at = this.#readData(bytes, at);
      else at = this.#skipLineEnd(bytes, at);
    }
  }

  #readSize(bytes: Buffer, at: number): number {
    const end = bytes.indexOf(0x0a, at);
    this.#line += bytes.toString('latin1', at, Math.min(end < 0 ? bytes.length : end, at + MAX_CHUNK_LINE));
    if (this.#line.length >= MAX_CHUNK_LINE) this.#state = 'broken';
    if (end < 0) return bytes.length;
    const size = /^[0-9a-fA-F]{1,12}(?=[\s;]|$)/.exec(this.#line)?.[0];
    this.#line = '';
    if (size === undefined) this.#state = 'broken';
    else {
      this.#left = Number.parseInt(size, 16);
      this.#chunks += 1;
      this.#state = this.#left === 0 ? 'ended' : 'data';
    }
    return end + 1;
  }

  #readData(bytes: Buffer, at: number): number {
    const piece = bytes.subarray(at, at + this.#left);
    this.#emit(piece);
    this.#left -= piece.length;
    if (this.#left === 0) this.#state = 'line-end';
    return at + piece.length;
  }

  #skipLineEnd(bytes: Buffer, at: number): number {
    if (bytes[at] === 0x0d && this.#line === '') {
      this.#line = '\r';
      return at + 1;
    }
    this.#line = '';
    this.#state = 'size';
    return bytes[at] === 0x0a ? at + 1 : at;
  }
}
