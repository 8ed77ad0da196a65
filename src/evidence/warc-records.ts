import { DualwatchError } from '../model/errors.ts';
import { isGzip, readGzipMember } from './gzip-member.ts';
import { headerOf, parseHead } from './http-message.ts';
import type { HttpHead } from './http-message.ts';

export interface WarcRecord {
  /** Where the record, or the gzip member that holds it, begins in the file, and how many bytes of the file that is. */
  readonly offset: number;
  readonly length: number;
  readonly type: string;
  readonly id: string;
  /** Fields of the record's own header; names are compared without regard to case. */
  field(name: string): string | undefined;
  readonly block: Uint8Array;
}

export interface ReadLimits {
  /** Bytes that all records of a file may unpack to. */
  readonly unpackedBytes: number;
  readonly records: number;
}

export const DEFAULT_LIMITS: ReadLimits = { unpackedBytes: 512 * 1024 * 1024, records: 10_000 };
const MAX_HEADER_BYTES = 64 * 1024;

/**
 * Records of a WARC 1.0 or 1.1 file, one after another: gzip a record (as we write), gzip over many, or plain. Every byte of the file
 * must belong to a record. Throws `evidence-invalid` naming `name` and the offset; bounded in time and memory by `limits`.
 */
export function* readRecords(bytes: Uint8Array, name: string, limits: ReadLimits = DEFAULT_LIMITS): Generator<WarcRecord, void, undefined> {
  let [offset, unpacked, count] = [0, 0, 0];
  while (offset < bytes.length) {
    const member = isGzip(bytes, offset) ? unpack(bytes, offset, limits.unpackedBytes - unpacked, name) : undefined;
    const content = member?.content ?? bytes.subarray(offset);
    unpacked += member?.content.length ?? 0;
    for (let at = 0; at < content.length;) {
      count += 1;
      if (count > limits.records) throw invalid(name, offset, `it has more than ${limits.records} records`);
      const record = parseRecord(content, at, (why) => invalid(name, member === undefined ? offset + at : offset, why));
      const place = member === undefined ? { offset: offset + at, length: record.length } : { offset, length: member.length };
      yield { ...place, type: record.type, id: record.id, field: record.field, block: record.block };
      at += record.length;
    }
    offset += member?.length ?? content.length;
  }
  if (count === 0) throw invalid(name, 0, 'it is empty');
}

function unpack(bytes: Uint8Array, offset: number, limit: number, name: string): { readonly content: Buffer; readonly length: number } {
  try {
    const member = readGzipMember(bytes, offset, Math.max(1, limit));
    if (member.content.length === 0) throw new Error('a gzip member holds nothing');
    return member;
  } catch (error) {
    const tooLarge = error instanceof RangeError ? 'it unpacks to more than the limit' : undefined;
    throw invalid(name, offset, tooLarge ?? (error instanceof Error ? error.message : String(error)), error);
  }
}

interface ParsedRecord {
  readonly type: string;
  readonly id: string;
  field(name: string): string | undefined;
  readonly block: Uint8Array;
  /** With header and closing lines. */
  readonly length: number;
}

function parseRecord(content: Uint8Array, at: number, fail: (why: string) => DualwatchError): ParsedRecord {
  const source = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const headEnd = source.subarray(at, at + MAX_HEADER_BYTES).indexOf('\r\n\r\n');
  if (headEnd < 0) throw fail('a record has no header, or one without an end');
  // Fields are UTF-8; the shared parser reads Latin-1, which is undone for each value asked for.
  const head: HttpHead = parseHead(source.subarray(at, at + headEnd));
  if (!/^WARC\/1\.[01]$/.test(head.startLine)) throw fail('no WARC 1.0 or 1.1 record begins here');
  const field = (name: string): string | undefined => {
    const value = headerOf(head, name.toLowerCase());
    return value === undefined ? undefined : Buffer.from(value, 'latin1').toString('utf8');
  };
  const announced = field('content-length') ?? '';
  const start = at + headEnd + 4;
  const end = start + Number(announced);
  if (!/^[0-9]{1,15}$/.test(announced)) throw fail('a record has no Content-Length');
  if (end > source.length) throw fail(`a record announces ${announced} bytes, of which ${source.length - start} are there`);
  const closing = source.toString('latin1', end, end + 4);
  if (closing !== '\r\n\r\n') throw fail('a record does not end in two line breaks');
  return {
    type: field('warc-type') ?? '',
    id: field('warc-record-id') ?? '',
    field,
    block: source.subarray(start, end),
    length: end + 4 - at,
  };
}

function invalid(name: string, offset: number, why: string, cause?: unknown): DualwatchError {
  return new DualwatchError('evidence-invalid', `${name} does not hold at byte ${offset}: ${why}`, { cause });
}
