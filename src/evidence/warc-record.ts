import { randomUUID } from 'node:crypto';
import { sha256 } from '../model/digest.ts';
import type { Digest } from '../model/digest.ts';

export type WarcType = 'warcinfo' | 'request' | 'response' | 'resource' | 'metadata';

/** A record before it is compressed. */
export interface PlainRecord {
  readonly id: string;
  readonly type: WarcType;
  readonly blockDigest: Digest;
  readonly bytes: Uint8Array;
}

/** Field names and values of a record's own header; undefined ones are left out. */
export type WarcFields = readonly (readonly [name: string, value: string | undefined])[];

export function newRecordId(): string {
  return `<urn:uuid:${randomUUID()}>`;
}

/**
 * One WARC/1.1 record (ISO 28500:2017) around a block that is hashed once. Digests are written as hexadecimal digits: `sha256sum` then
 * shows the same, and readers tell the encoding by its length.
 */
export function makeRecord(
  id: string,
  type: WarcType,
  date: string,
  fields: WarcFields,
  contentType: string,
  block: readonly Uint8Array[],
): PlainRecord {
  const length = block.reduce((sum, part) => sum + part.length, 0);
  const all: WarcFields = [
    ['WARC-Type', type],
    ['WARC-Record-ID', id],
    ['WARC-Date', date],
    ...fields,
    ['WARC-Block-Digest', `sha256:${DIGEST_GOES_HERE}`],
    ['Content-Type', contentType],
    ['Content-Length', String(length)],
  ];
  const lines = all
    .filter((field): field is readonly [string, string] => field[1] !== undefined)
    .map(([name, value]) => `${name}: ${oneLine(value)}\r\n`);
  const head = Buffer.from(`WARC/1.1\r\n${lines.join('')}\r\n`);
  const bytes = Buffer.concat([head, ...block, END]);
  // Hashed where it stands in the record, so that head and body need not be put together twice.
  const blockDigest = sha256(bytes.subarray(head.length, head.length + length));
  bytes.write(blockDigest, head.lastIndexOf(DIGEST_GOES_HERE), 'latin1');
  return { id, type, blockDigest, bytes };
}

const DIGEST_GOES_HERE = '0'.repeat(64);
const END = Buffer.from('\r\n\r\n');

/** No value may begin a header line of its own. */
function oneLine(value: string): string {
  return value.replaceAll(/[\r\n]+/g, ' ');
}
