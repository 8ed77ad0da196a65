import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import { DualwatchError } from '../model/errors.ts';
import { listOf } from './http-message.ts';
import type { HttpHead } from './http-message.ts';

export interface Content {
  /** The content as a reader of the page would have it. */
  readonly bytes: Uint8Array;
  /** What was wrong with a coding, or null; `bytes` then holds what could be made of the body. */
  readonly failure: string | null;
}

/** More are a bomb or a mistake. */
const MAX_CODINGS = 2;

/**
 * Takes the content codings (and transfer codings other than chunked) off an entity. A body cut short or broken gives what its beginning
 * holds; one that is not packed as announced, or in an unknown way, is given as it is. The fetcher decodes by the same rules, so that a reading
 * made from the capture is that of the visit. Never gives more than `limit` bytes: throws `input-too-large` for a body that would.
 */
export function decodeContent(head: HttpHead, entity: Uint8Array, limit: number): Content {
  const codings = [...listOf(head, 'content-encoding'), ...listOf(head, 'transfer-encoding')]
    .map((coding) => coding.replace(/^x-(?=gzip$)/, ''))
    .filter((coding) => coding !== 'identity' && coding !== 'chunked');
  const unknown = codings.find((coding) => !DECODERS.has(coding));
  if (unknown !== undefined) return bounded(entity, `the content coding "${unknown.slice(0, 40)}" is not known`, limit);
  if (codings.length > MAX_CODINGS) return bounded(entity, `${codings.length} nested content codings`, limit);
  let bytes = entity;
  let failure: string | null = null;
  for (const coding of codings.toReversed()) {
    const stage = decodeStage(coding, bytes, limit);
    bytes = stage.bytes;
    failure ??= stage.failure;
  }
  return failure !== null && bytes.length === 0 && looksPlain(entity) ? bounded(entity, failure, limit) : bounded(bytes, failure, limit);
}

type Decoder = (bytes: Uint8Array, finish: boolean, limit: number) => Buffer;

/** `finish` false takes a stream that was cut off: what is there is flushed in place of finishing. */
const DECODERS: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ['gzip', (bytes, finish, limit) => gunzipSync(bytes, zlibOptions(finish, limit))],
  [
    'deflate',
    // Servers send both what RFC 9110 §8.4.1.2 asks (zlib) and bare deflate.
    (bytes, finish, limit) =>
      looksLikeZlib(bytes) ? inflateSync(bytes, zlibOptions(finish, limit)) : inflateRawSync(bytes, zlibOptions(finish, limit)),
  ],
  [
    'br',
    (bytes, finish, limit) =>
      brotliDecompressSync(bytes, {
        maxOutputLength: limit,
        finishFlush: finish ? constants.BROTLI_OPERATION_FINISH : constants.BROTLI_OPERATION_FLUSH,
      }),
  ],
  [
    'zstd',
    (bytes, finish, limit) =>
      zstdDecompressSync(bytes, { maxOutputLength: limit, finishFlush: finish ? constants.ZSTD_e_end : constants.ZSTD_e_flush }),
  ],
]);

function decodeStage(coding: string, bytes: Uint8Array, limit: number): Content {
  const decode = DECODERS.get(coding);
  if (bytes.length === 0 || decode === undefined) return { bytes, failure: null };
  if (!isPackedAs(coding, bytes)) return { bytes, failure: `the body is announced as ${coding}, but is not` };
  try {
    return { bytes: attempt(decode, bytes, true, limit), failure: null };
  } catch (error) {
    if (error instanceof DualwatchError) throw error;
    return {
      bytes: beginning(decode, bytes, limit),
      failure: `the ${coding} coding is broken: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

/** Halvings of a broken body before its beginning is taken: each costs one decoding. */
const ATTEMPTS = 10;

/** What the longest beginning that decodes holds: the whole of a body that was only cut short. */
function beginning(decode: Decoder, bytes: Uint8Array, limit: number): Uint8Array {
  let [sound, end] = [0, bytes.length];
  let best: Uint8Array = new Uint8Array(0);
  for (let n = 0; n < ATTEMPTS && sound < end; n += 1) {
    const middle = n === 0 ? end : Math.ceil((sound + end) / 2);
    try {
      best = attempt(decode, bytes.subarray(0, middle), false, limit);
      sound = middle;
    } catch (error) {
      if (error instanceof DualwatchError) throw error;
      end = middle - 1;
    }
  }
  return best;
}

function attempt(decode: Decoder, bytes: Uint8Array, finish: boolean, limit: number): Buffer {
  try {
    return decode(bytes, finish, limit);
  } catch (error) {
    throw error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(limit, error) : error;
  }
}

function isPackedAs(coding: string, bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  if (coding === 'br') return true;
  if (bytes.length < 2) return false;
  return coding === 'deflate' || (coding === 'gzip' ? first === 0x1f && second === 0x8b : first === 0x28 && second === 0xb5);
}

/** The zlib header has a check of its own: RFC 1950 §2.2. */
function looksLikeZlib(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}

/** ASCII text at its beginning: a body announced as packed that never was. */
function looksPlain(bytes: Uint8Array): boolean {
  return bytes.length > 0 && bytes.subarray(0, 512).every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13);
}

function zlibOptions(finish: boolean, limit: number): { readonly maxOutputLength: number; readonly finishFlush: number } {
  return { maxOutputLength: limit, finishFlush: finish ? constants.Z_FINISH : constants.Z_SYNC_FLUSH };
}

function bounded(bytes: Uint8Array, failure: string | null, limit: number): Content {
  if (bytes.length > limit) throw tooLarge(limit);
  return { bytes, failure };
}

function tooLarge(limit: number, cause?: unknown): DualwatchError {
  return new DualwatchError('input-too-large', `the body unpacks to more than ${limit} bytes; it was not read`, { cause });
}
