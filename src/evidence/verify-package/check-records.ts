import { createHash } from 'node:crypto';
import type { Digest } from '../../model/digest.ts';
import { ZipFault } from '../zip/zip-fault.ts';
import type { Findings } from './findings.ts';
import type { PackageMembers } from './package-members.ts';
import { bookedRecord, RecordBook } from './record-book.ts';
import { scanWarc, WarcFault } from './scan-warc.ts';
import type { ScannedRecord } from './scan-warc.ts';

const MAX_RECORDS = 1_000_000;
/** Beyond a gigabyte, pages do not pack better than this. */
const MAX_RATIO = 100;
const FREE_BYTES = 1024 * 1024 * 1024;

export const isArchive = (name: string): boolean => /^archive\/.+\.warc(?:\.gz)?$/.test(name);

/** Reads every member once: hashes all, and the records of archives while they pass. */
export async function readMembers(
  members: PackageMembers,
  own: boolean,
  findings: Findings,
  onProgress: (bytes: number) => void = () => undefined,
): Promise<RecordBook> {
  const book = new RecordBook();
  const ids = new Set<string>();
  let [done, digestless] = [0, 0];
  for (const { name, bytes, method } of members.zip.entries) {
    const hash = createHash('sha256');
    const content = hashed(members.open(name), hash);
    try {
      if (isArchive(name)) {
        if (method !== 0) findings.fail('members', name, 'it is compressed in the zip: no viewer could find its records');
        digestless += await readArchive(name, content, FREE_BYTES + bytes * MAX_RATIO, { own, book, ids, findings });
      }
      // What was not looked at is hashed all the same.
      for await (const _ of content);
      members.digests.set(name, hash.digest('hex') as Digest);
    } catch (error) {
      if (!(error instanceof ZipFault)) throw error;
      findings.fail('container', name, error.message);
    }
    done += bytes;
    onProgress(done);
  }
  if (findings.failed('records')) return book;
  if (book.count === 0) findings.note('records', 'absent', 'no WARC record is in it');
  else
    findings.note('records', 'pass', digestless === 0 ? undefined : `${digestless} of ${book.count} records name no digest of their own`);
  return book;
}

interface Reading {
  readonly own: boolean;
  readonly book: RecordBook;
  readonly ids: Set<string>;
  readonly findings: Findings;
}

/** Returns how many records name no digest. */
async function readArchive(name: string, content: AsyncIterable<Buffer>, unpackedLimit: number, to: Reading): Promise<number> {
  let [digestless, count] = [0, 0];
  try {
    for await (const record of scanWarc(content, unpackedLimit)) {
      count += 1;
      if (to.book.count >= MAX_RECORDS) throw new WarcFault(record.offset, `the package has more than ${MAX_RECORDS} records`);
      checkRecord(name, record, to);
      if (record.blockDigest === 'absent' && record.payloadDigest === 'absent') digestless += 1;
      to.book.add(bookedRecord(name, record));
    }
    if (count === 0) to.findings.fail('records', name, 'it is empty');
  } catch (error) {
    if (!(error instanceof WarcFault)) throw error;
    to.findings.fail('records', `${name}, byte ${error.offset}`, error.message);
  }
  return digestless;
}

function checkRecord(name: string, record: ScannedRecord, { own, ids, findings }: Reading): void {
  const fail = (why: string): void =>
    findings.fail('records', `${name}, byte ${record.offset}`, `${record.type === '' ? 'a' : `the ${record.type}`} record ${why}`);
  if (record.type === '') fail('does not say of which type it is');
  if (record.id === '') fail('has no WARC-Record-ID');
  else if (ids.has(record.id)) fail(`has the WARC-Record-ID of another: ${record.id}`);
  ids.add(record.id);
  if (Number.isNaN(Date.parse(record.date)) || !/^\d{4}-\d\d-\d\dT/.test(record.date)) fail('has no WARC-Date that can be read');
  if (record.blockDigest === 'differs') fail('was altered: its block has another digest than it says');
  if (record.payloadDigest === 'differs') fail('was altered: its payload has another digest than it says');
  if (!own) return;
  if (!record.gzip) fail('is not compressed; ours are');
  if (record.blockDigest !== 'holds') fail('has no digest of its block that can be checked; ours have');
  if (record.payloadDigest === 'unknown') fail('has a digest of its payload that cannot be checked; ours have none such');
}

async function* hashed(chunks: AsyncIterable<Buffer>, hash: { update(bytes: Buffer): unknown }): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}
