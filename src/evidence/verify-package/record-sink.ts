import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { headerOf, parseHead } from '../http-message.ts';
import { digestEquals, digestOf } from './labelled-digest.ts';
import { PayloadHash } from './payload-hash.ts';
import type { PayloadFacts } from './payload-hash.ts';

/** A record whose bytes have passed by: what they are, and whether they are what the record says. */
export interface ReadRecord {
  readonly type: string;
  readonly id: string;
  /** `WARC-Target-URI` without angle brackets; empty without one. */
  readonly url: string;
  readonly date: string;
  field(name: string): string | undefined;
  readonly payload: PayloadFacts;
  /** `absent` where the record names no digest, `unknown` where it is of an algorithm or form that is not known. */
  readonly blockDigest: DigestVerdict;
  readonly payloadDigest: DigestVerdict;
  /** The block of a record of JSON, while it is short enough to look into. */
  readonly json: Buffer | undefined;
}

export type DigestVerdict = 'holds' | 'differs' | 'absent' | 'unknown';

const MAX_HEADER_BYTES = 64 * 1024;
const MAX_JSON_BYTES = 4 * 1024 * 1024;
const KNOWN = new Set(['sha1', 'sha256', 'sha512', 'md5']);

/** Takes one WARC 1.0 or 1.1 record in pieces (ISO 28500:2017 §4) and hashes it while it passes: memory does not depend on its length. Throws Error with the reason. */
export class RecordSink {
  #header: Buffer = Buffer.alloc(0);
  #record: OpenRecord | undefined;
  #left = 0;
  #closing = '';
  #done = false;

  get done(): boolean {
    return this.#done;
  }

  /** True while nothing of a header has come. */
  get untouched(): boolean {
    return this.#record === undefined && this.#header.length === 0;
  }

  /** Takes what belongs to the record and says how much that was. */
  push(bytes: Buffer): number {
    let at = this.#record === undefined ? this.#takeHeader(bytes) : 0;
    if (this.#record === undefined) return at;
    if (this.#left > 0 && at < bytes.length) {
      const piece = bytes.subarray(at, at + this.#left);
      this.#record.block(piece);
      this.#left -= piece.length;
      at += piece.length;
    }
    if (this.#left === 0 && !this.#done && at < bytes.length) {
      const piece = bytes.subarray(at, at + 4 - this.#closing.length);
      this.#closing += piece.toString('latin1');
      if (!'\r\n\r\n'.startsWith(this.#closing)) throw new Error('a record does not end in two line breaks where its Content-Length says');
      this.#done = this.#closing.length === 4;
      at += piece.length;
    }
    return at;
  }

  finish(): ReadRecord {
    if (this.#record === undefined || !this.#done)
      throw new Error(
        this.#record === undefined ? 'a record has no header, or one without an end' : 'a record ends before its Content-Length',
      );
    return this.#record.finish();
  }

  #takeHeader(bytes: Buffer): number {
    const before = this.#header.length;
    const joined = before === 0 ? bytes : Buffer.concat([this.#header, bytes.subarray(0, MAX_HEADER_BYTES + 4)]);
    const end = joined.subarray(0, MAX_HEADER_BYTES).indexOf('\r\n\r\n');
    if (end < 0) {
      if (joined.length >= MAX_HEADER_BYTES) throw new Error(`the header of a record does not end within ${MAX_HEADER_BYTES} bytes`);
      if (!startsLikeWarc(joined)) throw new Error('no WARC 1.0 or 1.1 record begins here');
      this.#header = joined;
      return bytes.length;
    }
    this.#record = openRecord(joined.subarray(0, end));
    this.#left = this.#record.length;
    return end + 4 - before;
  }
}

function startsLikeWarc(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 7);
  return 'WARC/1.'.startsWith(start);
}

interface OpenRecord {
  readonly length: number;
  block(bytes: Buffer): void;
  finish(): ReadRecord;
}

function openRecord(header: Buffer): OpenRecord {
  const head = parseHead(header);
  if (!/^WARC\/1\.[01]$/.test(head.startLine)) throw new Error('no WARC 1.0 or 1.1 record begins here');
  // Fields are UTF-8; the shared parser reads Latin-1.
  const field = (name: string): string | undefined => {
    const value = headerOf(head, name.toLowerCase());
    return value === undefined ? undefined : Buffer.from(value, 'latin1').toString('utf8');
  };
  const announced = field('content-length') ?? '';
  if (!/^[0-9]{1,15}$/.test(announced)) throw new Error('a record has no Content-Length, or several');
  const length = Number(announced);
  const type = field('warc-type') ?? '';
  const mime = field('content-type') ?? '';
  const [declaredBlock, declaredPayload] = [field('warc-block-digest'), field('warc-payload-digest')];
  const blockAlgorithm = declaredBlock === undefined ? undefined : digestOf(declaredBlock)?.algorithm;
  const blockHash: Hash | undefined = blockAlgorithm === undefined || !KNOWN.has(blockAlgorithm) ? undefined : createHash(blockAlgorithm);
  const payloadAlgorithm = declaredPayload === undefined ? undefined : digestOf(declaredPayload)?.algorithm;
  const algorithms = [...new Set(['sha256', ...(payloadAlgorithm !== undefined && KNOWN.has(payloadAlgorithm) ? [payloadAlgorithm] : [])])];
  const payload = new PayloadHash(/^application\/http\b/i.test(mime), algorithms);
  const json: Buffer[] | undefined = /^application\/json\b/i.test(mime) && length <= MAX_JSON_BYTES ? [] : undefined;
  return {
    length,
    block(bytes) {
      blockHash?.update(bytes);
      payload.push(bytes);
      json?.push(Buffer.from(bytes));
    },
    finish() {
      const facts = payload.finish();
      const found = blockHash?.digest();
      return {
        type,
        id: field('warc-record-id') ?? '',
        url: (field('warc-target-uri') ?? '').replace(/^<(.*)>$/, '$1'),
        date: field('warc-date') ?? '',
        field,
        payload: facts,
        blockDigest:
          declaredBlock === undefined
            ? 'absent'
            : found === undefined
              ? 'unknown'
              : digestEquals(declaredBlock, found)
                ? 'holds'
                : 'differs',
        payloadDigest: payloadVerdict(type, declaredPayload, payloadAlgorithm, facts),
        json: json === undefined ? undefined : Buffer.concat(json),
      };
    },
  };
}

/** A revisit names the payload of another record, a segment has a part of one: neither can be computed from the block. */
function payloadVerdict(type: string, declared: string | undefined, algorithm: string | undefined, facts: PayloadFacts): DigestVerdict {
  if (declared === undefined || type === 'revisit' || type === 'continuation') return 'absent';
  const found = [facts.entity, facts.stored].map((digests) => digests.get(algorithm ?? '')).filter((digest) => digest !== undefined);
  if (found.length === 0) return 'unknown';
  return found.some((digest) => digestEquals(declared, digest)) ? 'holds' : 'differs';
}
