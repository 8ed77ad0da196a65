import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256 } from '../model/digest.ts';
import { storedRecords } from './warc-file-records.ts';
import { gzipRecords } from './warc-file.ts';
import { makeRecord, newRecordId } from './warc-record.ts';
import { readRecords } from './warc-records.ts';
import type { ReadLimits } from './warc-records.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'dualwatch-records-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const record = (block: Uint8Array) =>
  makeRecord(newRecordId(), 'resource', '2026-01-02T03:04:05.678Z', [['WARC-Target-URI', 'urn:x']], 'text/plain', [block]);

async function readFile(bytes: Uint8Array, limits?: ReadLimits) {
  const path = join(folder, `${sha256(bytes)}.warc.gz`);
  writeFileSync(path, bytes);
  const file = await open(path, 'r');
  const read = [];
  try {
    for await (const { stored, offset, length, type, block } of storedRecords(file, 'the file', limits))
      read.push({ offset, length, type, block: sha256(block), stored: sha256(stored) });
  } finally {
    await file.close();
  }
  return read;
}

test('a file read in steps gives the records that it gives when read at once, with the bytes that hold them', async () => {
  // What cannot be compressed is as long in the file: records that end in the first window, cross it, and are many times as long.
  const sizes = [10, 300_000, 100_000, 90_000, 3_000_000, 20, 700_000, 0, 1];
  const { bytes } = await gzipRecords(sizes.map((size) => record(randomBytes(size))));
  const whole = [...readRecords(bytes, 'the file')].map(({ offset, length, type, block }) => ({
    offset,
    length,
    type,
    block: sha256(block),
    stored: sha256(bytes.subarray(offset, offset + length)),
  }));
  expect(await readFile(bytes)).toEqual(whole);
  expect(whole).toHaveLength(sizes.length);
});

test('a file that is torn, padded or hostile is refused, and says where', async () => {
  const { bytes, records } = await gzipRecords([record(Buffer.from('one')), record(randomBytes(900_000))]);
  const second = records[1]?.offset ?? 0;
  const refused = (file: Uint8Array, why: RegExp, limits?: ReadLimits) =>
    expect(readFile(file, limits)).rejects.toMatchObject({ code: 'evidence-invalid', message: expect.stringMatching(why) as string });
  await refused(bytes.subarray(0, bytes.length - 5), new RegExp(`at byte ${second}: .*ends inside`));
  await refused(bytes.subarray(0, second + 1000), new RegExp(`at byte ${second}: `));
  await refused(Buffer.concat([bytes, Buffer.of(0)]), new RegExp(`at byte ${bytes.length}: no gzip member`));
  await refused(Buffer.alloc(0), /it is empty/);
  await refused(gzipSync(bytes), /holds another/);
  await refused(gzipSync(Buffer.alloc(100_000_000)), /unpacks to more than the limit/, { unpackedBytes: 1_000_000, records: 10 });
  await refused(bytes, /more than 1 records/, { unpackedBytes: 10_000_000, records: 1 });
  await refused(gzipSync(Buffer.concat([record(Buffer.of(1)).bytes, record(Buffer.of(2)).bytes])), /does not hold one record/);
  const flipped = Buffer.from(bytes);
  flipped[second + 5000] = (flipped[second + 5000] ?? 0) ^ 1;
  await refused(flipped, new RegExp(`at byte ${second}: `));
});
