import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { headerOf, listOf, parseHead, splitMessage, statusOf } from '../http-message.ts';
import type { HttpHead } from '../http-message.ts';
import { DechunkStream } from './dechunk-stream.ts';

/** Longest head of a message that is looked for. */
const MAX_HEAD_BYTES = 256 * 1024;

/** What was found in the block of a record, its bytes having passed by. */
export interface PayloadFacts {
  /** Head of the HTTP message; undefined where the block is none. */
  readonly head: HttpHead | undefined;
  /** Digests by `algorithm`: of the bytes behind the head as they stand, and of the entity where framing or a Content-Length makes that another thing. */
  readonly stored: ReadonlyMap<string, Buffer>;
  readonly entity: ReadonlyMap<string, Buffer>;
}

/** Hashes the payload of a block that comes in pieces: behind the HTTP head where there is one, else all of it. */
export class PayloadHash {
  readonly #algorithms: readonly string[];
  readonly #stored: readonly Hash[];
  #entity: readonly Hash[] = [];
  #pending: Buffer | undefined;
  #head: HttpHead | undefined;
  #body: ((bytes: Buffer) => void) | undefined;
  #dechunk: DechunkStream | undefined;
  /** Bytes of the entity that are still to come, as far as they were announced. */
  #left = Number.POSITIVE_INFINITY;

  constructor(isHttp: boolean, algorithms: readonly string[]) {
    this.#algorithms = algorithms;
    this.#stored = algorithms.map((algorithm) => createHash(algorithm));
    if (isHttp) this.#pending = Buffer.alloc(0);
  }

  push(bytes: Buffer): void {
    if (this.#pending === undefined) {
      this.#take(bytes);
      return;
    }
    this.#pending = this.#pending.length === 0 ? bytes : Buffer.concat([this.#pending, bytes]);
    const { head } = splitMessage(this.#pending);
    if (head.length < this.#pending.length || this.#pending.length > MAX_HEAD_BYTES) this.#begin(this.#pending, head.length);
  }

  finish(): PayloadFacts {
    if (this.#pending !== undefined) this.#begin(this.#pending, splitMessage(this.#pending).head.length);
    const digests = (hashes: readonly Hash[]): ReadonlyMap<string, Buffer> =>
      new Map(hashes.map((hash, n) => [this.#algorithms[n] ?? '', hash.digest()]));
    const stored = digests(this.#stored);
    const apart = this.#entity.length > 0 && this.#dechunk?.framed !== false;
    return { head: this.#head, stored, entity: apart ? digests(this.#entity) : stored };
  }

  #begin(message: Buffer, headLength: number): void {
    this.#pending = undefined;
    this.#head = parseHead(message.subarray(0, headLength));
    const intoEntity = (bytes: Uint8Array): void => this.#entity.forEach((hash) => void hash.update(bytes));
    const announced = headerOf(this.#head, 'content-length');
    if (listOf(this.#head, 'transfer-encoding').at(-1) === 'chunked') {
      this.#entity = this.#algorithms.map((algorithm) => createHash(algorithm));
      const dechunk = new DechunkStream(intoEntity);
      this.#dechunk = dechunk;
      this.#body = (bytes) => dechunk.push(bytes);
    } else if (announced !== undefined && /^[0-9]{1,15}$/.test(announced)) this.#left = Number(announced);
    this.#take(message.subarray(headLength));
  }

  #take(bytes: Buffer): void {
    if (bytes.length === 0) return;
    if (bytes.length <= this.#left) {
      this.#left -= bytes.length;
      this.#update(bytes);
    } else {
      // Where more came than was announced, the entity ends here; mostly it does not, and need not be hashed twice.
      this.#update(bytes.subarray(0, this.#left));
      this.#entity = this.#stored.map((hash) => hash.copy());
      this.#update(bytes.subarray(this.#left));
      this.#left = Number.POSITIVE_INFINITY;
    }
    this.#body?.(bytes);
  }

  #update(bytes: Buffer): void {
    for (const hash of this.#stored) hash.update(bytes);
  }
}

/** Status of the answer, or undefined where the block is no HTTP answer. */
export function statusIn(facts: PayloadFacts): number | undefined {
  return facts.head === undefined ? undefined : statusOf(facts.head);
}
