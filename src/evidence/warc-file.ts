import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { sha256 } from '../model/digest.ts';
import type { Digest } from '../model/digest.ts';
import { makeRecord, newRecordId } from './warc-record.ts';
import type { PlainRecord, WarcType } from './warc-record.ts';

export interface BuiltRecord {
  readonly id: string;
  readonly type: WarcType;
  /** Where its gzip member begins and how long it is, in the file. */
  readonly offset: number;
  readonly length: number;
  readonly blockDigest: Digest;
}

export interface BuiltWarc {
  readonly bytes: Uint8Array;
  /** Of the file: its name. */
  readonly sha256: Digest;
  /** Of the last hop's entity: transfer framing off, content coding on. Of nothing, where nothing came. */
  readonly payloadDigest: Digest;
  readonly records: readonly BuiltRecord[];
}

const compress = promisify(gzip);

/** A compressor takes 256 KiB from its start; more of them than there are threads only wait. */
const COMPRESSORS = 6;
let compressing = 0;
const queue: (() => void)[] = [];

/** Records as one file, a gzip member each. Level 1 in the thread pool of Node. */
export async function gzipRecords(plain: readonly PlainRecord[]): Promise<Omit<BuiltWarc, 'payloadDigest'>> {
  const members = await Promise.all(plain.map((record) => compressInTurn(record.bytes)));
  let offset = 0;
  const records = plain.map(({ id, type, blockDigest }, n): BuiltRecord => {
    const length = members[n]?.length ?? 0;
    offset += length;
    return { id, type, offset: offset - length, length, blockDigest };
  });
  const bytes = Buffer.concat(members);
  return { bytes, sha256: sha256(bytes), records };
}

/** The record that a file begins with: what made it, in which format. */
export function warcinfo(maker: { readonly software: string; readonly operator?: string }, date: string): PlainRecord {
  const lines = [
    `software: ${maker.software}`,
    'format: WARC File Format 1.1',
    'conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/',
  ];
  if (maker.operator !== undefined) lines.push(`operator: ${maker.operator}`);
  const block = lines.map((line) => `${line.replaceAll(/[\r\n]+/g, ' ')}\r\n`).join('');
  return makeRecord(newRecordId(), 'warcinfo', date, [], 'application/warc-fields', [Buffer.from(block)]);
}

async function compressInTurn(bytes: Uint8Array): Promise<Buffer> {
  if (compressing >= COMPRESSORS) await new Promise<void>((resume) => queue.push(resume));
  else compressing += 1;
  try {
    return await compress(bytes, { level: 1, chunkSize: chunkSizeFor(bytes.length) });
  } finally {
    const next = queue.shift();
    if (next) next();
    else compressing -= 1;
  }
}

/** Few hops between threads for a large record, no large buffer for a small one. Measured: beyond 64 KiB nothing is gained. */
function chunkSizeFor(bytes: number): number {
  return Math.min(65_536, Math.max(1024, bytes));
}
