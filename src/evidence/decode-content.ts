import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import { DualwatchError } from '../model/errors.ts';
import { listOf } from './http-message.ts';
import type { HttpHead } from './http-message.ts';

export interface Content {
  /** The content as a reader of the page would have it; of a broken coding nothing. */
  readonly bytes: Uint8Array;
  /** Why a coding could not be taken off, or null. */
  readonly failure: string | null;
}

const MAX_CODINGS = 4;

/**
 * Takes the content codings (and transfer codings other than chunked) off an entity, as far as it came: a body cut short gives what its
 * beginning holds. Never gives more than `limit` bytes. Throws `input-too-large` for a body that would: it is a bomb, or the limit is too low.
 */
export function decodeContent(head: HttpHead, entity: Uint8Array, limit: number): Content {
  const codings = [
    ...listOf(head, 'content-encoding'),
    ...listOf(head, 'transfer-encoding').filter((coding) => coding !== 'chunked'),
  ].filter((coding) => coding !== 'identity');
  if (codings.length > MAX_CODINGS) return { bytes: new Uint8Array(0), failure: `${codings.length} content codings one over another` };
  let bytes = entity;
  for (const coding of codings.toReversed()) {
    if (bytes.length === 0) return { bytes, failure: null };
    try {
      const decoded = decodeOne(coding, bytes, limit);
      if (decoded === undefined) return { bytes: new Uint8Array(0), failure: `unknown content coding "${coding.slice(0, 40)}"` };
      bytes = decoded;
    } catch (error) {
      if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limit, error);
      return { bytes: new Uint8Array(0), failure: `broken ${coding}: ${error instanceof Error ? error.message : String(error)}` };
    }
  }
  if (bytes.length > limit) throw tooLarge(limit);
  return { bytes, failure: null };
}

function decodeOne(coding: string, bytes: Uint8Array, limit: number): Uint8Array | undefined {
  // Flushing at the end, in place of finishing, takes a stream that was cut off.
  const options = { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH };
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return gunzipSync(bytes, options);
    case 'deflate':
      // Servers send both what RFC 9110 §8.4.1.2 asks (zlib) and bare deflate; the zlib header has a check of its own.
      return looksLikeZlib(bytes) ? inflateSync(bytes, options) : inflateRawSync(bytes, options);
    case 'br':
      return brotliDecompressSync(bytes, { maxOutputLength: limit, finishFlush: constants.BROTLI_OPERATION_FLUSH });
    case 'zstd':
      return zstdDecompressSync(bytes, { maxOutputLength: limit, finishFlush: constants.ZSTD_e_flush });
    default:
      return undefined;
  }
}

function looksLikeZlib(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}

function tooLarge(limit: number, cause?: unknown): DualwatchError {
  return new DualwatchError('input-too-large', `the body unpacks to more than ${limit} bytes; it was not read`, { cause });
}
