import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline, Readable, type Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { DualwatchError } from '../../model/errors.ts';
import { fileTrouble } from '../../model/file-trouble.ts';
import type { Digest } from '../../model/digest.ts';

/** The bytes of an input, decompressed; what is counted and hashed are those of the file itself. */
export interface Input {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Bytes of the file, where it is known beforehand. */
  readonly size: number | null;
  readonly compressed: boolean;
  bytesRead(): number;
  /** SHA-256 of the whole file; to be asked once all chunks have been read. */
  digest(): Digest;
}

const CHUNK_BYTES = 256 * 1024;
/** A gzip file that expands by more than this, once it has given that much, is a bomb: tables of text stay far below. */
const MOST_EXPANSION = 250;
const EXPANSION_CHECKED_FROM = 256 * 1024 * 1024;

/** Opens a file, or stdin for `-`; gzip is recognised by its first bytes. Throws `input-unreadable`; chunks throw that and `input-too-large`. */
export async function openInput(path: string, stdin: Readable = process.stdin): Promise<Input> {
  const size = path === '-' ? null : await sizeOf(path);
  const hash = createHash('sha256');
  let bytes = 0;
  const source: Readable = path === '-' ? stdin : createReadStream(path, { highWaterMark: CHUNK_BYTES });
  const counted = counting(source, path, (chunk) => {
    hash.update(chunk);
    bytes += chunk.length;
  });
  const first = await counted.next();
  const head = first.done === true ? new Uint8Array() : first.value;
  const compressed = head[0] === 0x1f && head[1] === 0x8b;
  const raw = continued(head, counted);
  return {
    chunks: compressed ? expanded(raw, path, () => bytes) : raw,
    size,
    compressed,
    bytesRead: () => bytes,
    digest: () => hash.copy().digest('hex') as Digest,
  };
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new DualwatchError('input-unreadable', `${path} is a folder; name a file`);
    return found.isFile() ? found.size : null;
  } catch (cause) {
    if (cause instanceof DualwatchError) throw cause;
    throw new DualwatchError('input-unreadable', `${path} cannot be opened: ${fileTrouble(cause)}`, { cause });
  }
}

async function* counting(source: Readable, path: string, see: (chunk: Uint8Array) => void): AsyncGenerator<Uint8Array, void> {
  try {
    for await (const chunk of source) {
      see(chunk as Uint8Array);
      yield chunk as Uint8Array;
    }
  } catch (cause) {
    throw new DualwatchError('input-unreadable', `${path} cannot be read: ${fileTrouble(cause)}`, { cause });
  }
}

async function* continued(head: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  if (head.length > 0) yield head;
  yield* rest;
}

async function* expanded(raw: AsyncIterable<Uint8Array>, path: string, bytesIn: () => number): AsyncGenerator<Uint8Array, void> {
  const gunzip: Transform = createGunzip({ chunkSize: CHUNK_BYTES });
  // The error reaches whoever reads from gunzip.
  pipeline(Readable.from(raw), gunzip, () => undefined);
  let given = 0;
  try {
    for await (const chunk of gunzip) {
      given += (chunk as Uint8Array).length;
      if (given > EXPANSION_CHECKED_FROM && given > bytesIn() * MOST_EXPANSION)
        throw new DualwatchError(
          'input-too-large',
          `${path} expands to more than ${MOST_EXPANSION} times its size: it is damaged or meant to do harm. Decompress it yourself if it is sound`,
        );
      yield chunk as Uint8Array;
    }
  } catch (cause) {
    if (cause instanceof DualwatchError) throw cause;
    throw new DualwatchError('input-malformed', `${path} is a damaged gzip file: ${fileTrouble(cause)}`, { cause });
  }
}
