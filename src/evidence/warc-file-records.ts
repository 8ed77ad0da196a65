import type { FileHandle } from 'node:fs/promises';
import { DualwatchError } from '../model/errors.ts';
import { isGzip, readGzipMember } from './gzip-member.ts';
import type { GzipMember } from './gzip-member.ts';
import { DEFAULT_LIMITS, readRecords } from './warc-records.ts';
import type { ReadLimits, WarcRecord } from './warc-records.ts';

/** A record with the bytes that hold it in the file. */
export interface StoredRecord extends WarcRecord {
  /** Its gzip member. A view that holds until the next record is asked for. */
  readonly stored: Uint8Array;
}

/** Read at a time; a record that is larger is read in steps of four times as much. */
const WINDOW = 512 * 1024;
/** With less at hand the next record is likely cut. */
const LOW = 64 * 1024;

/**
 * Records of a capture file, read once from its beginning to its end: memory holds one record, not the file. Takes what {@link readRecords} takes, but one gzip member a record, as our captures have it.
 * Throws `evidence-invalid` naming `name` and the offset.
 */
export async function* storedRecords(
  file: FileHandle,
  name: string,
  limits: ReadLimits = DEFAULT_LIMITS,
): AsyncGenerator<StoredRecord, void, undefined> {
  const reader = new WindowReader(file);
  let [offset, unpacked, count] = [0, 0, 0];
  for (await reader.fill(WINDOW); reader.window.length > 0; await (reader.window.length < LOW ? reader.fill(WINDOW) : undefined)) {
    const fail = (why: string, cause?: unknown): DualwatchError =>
      new DualwatchError('evidence-invalid', `${name} does not hold at byte ${offset}: ${why}`, { cause });
    const member = await nextMember(reader, limits.unpackedBytes - unpacked, fail);
    unpacked += member.content.length;
    count += 1;
    if (count > limits.records) throw fail(`it has more than ${limits.records} records`);
    if (isGzip(member.content, 0)) throw fail('a gzip member holds another');
    const [record, ...more] = readRecords(member.content, name, limits);
    if (record === undefined || more.length > 0) throw fail('a gzip member does not hold one record');
    const { type, id, field, block } = record;
    yield { type, id, field, block, offset, length: member.length, stored: reader.window.subarray(0, member.length) };
    offset += member.length;
    reader.take(member.length);
  }
  if (count === 0) throw new DualwatchError('evidence-invalid', `${name} does not hold at byte 0: it is empty`);
}

async function nextMember(reader: WindowReader, limit: number, fail: (why: string, cause: unknown) => DualwatchError): Promise<GzipMember> {
  for (;;) {
    try {
      return readGzipMember(reader.window, 0, Math.max(1, limit));
    } catch (error) {
      // What ends too early may only end the window.
      const cut = error instanceof Error && (/ends inside/.test(error.message) || ('code' in error && error.code === 'Z_BUF_ERROR'));
      if (cut && (await reader.fill(reader.window.length * 4))) continue;
      throw fail(
        error instanceof RangeError ? 'it unpacks to more than the limit' : error instanceof Error ? error.message : String(error),
        error,
      );
    }
  }
}

/** A view of a file that moves on. */
class WindowReader {
  readonly #file: FileHandle;
  #held: Buffer = Buffer.alloc(0);
  #ended = false;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  get window(): Buffer {
    return this.#held;
  }

  /** Reads on until the window has so many bytes, or all that are left; false where there is nothing more. */
  async fill(bytes: number): Promise<boolean> {
    const before = this.#held.length;
    if (before >= bytes || this.#ended) return false;
    const grown = Buffer.allocUnsafe(bytes);
    this.#held.copy(grown);
    let length = before;
    while (length < bytes && !this.#ended) {
      const { bytesRead } = await this.#file.read(grown, length, bytes - length);
      length += bytesRead;
      this.#ended = bytesRead === 0;
    }
    this.#held = grown.subarray(0, length);
    return length > before;
  }

  take(bytes: number): void {
    this.#held = this.#held.subarray(bytes);
  }
}
