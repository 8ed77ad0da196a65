import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { end64Records, rawZip } from '../testing/raw-zip.ts';
import type { RawEnd, RawMember } from '../testing/raw-zip.ts';
import { memorySource } from './byte-source.ts';
import type { ByteSource } from './byte-source.ts';
import { contentOf } from './zip-content.ts';
import { centralHeader, endRecords, localHeader } from './zip-format.ts';
import { openZip } from './zip-reader.ts';

const A: RawMember = { name: 'a.txt', content: 'alpha' };
const B: RawMember = { name: 'b/b.txt', content: 'beta '.repeat(1000), method: 8 };

async function read(bytes: Buffer): Promise<Record<string, string>> {
  const zip = await openZip(memorySource(bytes));
  const found: Record<string, string> = {};
  for (const entry of zip.entries) {
    const chunks: Buffer[] = [];
    for await (const chunk of contentOf(zip.source, entry)) chunks.push(chunk);
    found[entry.name] = Buffer.concat(chunks).toString('utf8');
  }
  return found;
}

function zip64Extra(...numbers: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + numbers.length * 8);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(numbers.length * 8, 2);
  numbers.forEach((number, n) => extra.writeBigUInt64LE(BigInt(number), 4 + n * 8));
  return extra;
}

function descriptor(crc: number, packed: number, bytes: number): Buffer {
  const written = Buffer.alloc(16);
  written.write('PK\u0007\u0008', 0, 'latin1');
  written.writeUInt32LE(crc, 4);
  written.writeUInt32LE(packed, 8);
  written.writeUInt32LE(bytes, 12);
  return written;
}

describe('reading a zip', () => {
  it('reads stored and deflated members', async () => {
    expect(await read(rawZip([A, B]))).toEqual({ 'a.txt': 'alpha', 'b/b.txt': 'beta '.repeat(1000) });
  });

  it('reads an empty one', async () => {
    expect(await read(rawZip([]))).toEqual({});
  });

  it('reads sizes that follow the data, as streaming writers put them', async () => {
    const known = await openZip(memorySource(rawZip([A])));
    const crc = known.entries[0]?.crc32 ?? 0;
    const member: RawMember = { ...A, flags: 8, local: { crc: 0, packed: 0, bytes: 0 }, after: descriptor(crc, 5, 5) };
    expect(await read(rawZip([member, B]))).toMatchObject({ 'a.txt': 'alpha' });
    await expect(read(rawZip([{ ...member, after: descriptor(crc, 5, 6) }, B]))).rejects.toThrow('descriptor');
  });

  it('reads ZIP64 sizes and end records', async () => {
    const large = { packed: 0xffff_ffff, bytes: 0xffff_ffff, extra: zip64Extra(5, 5) };
    const end64: RawEnd['end64'] = (place) => end64Records(place, place.offset + place.bytes);
    expect(await read(rawZip([{ ...A, local: large, central: large }], { end64, count: 0xffff }))).toEqual({ 'a.txt': 'alpha' });
  });

  it('reads what our writer puts beyond 4 GB', async () => {
    const gap = 0x1_0000_0010;
    const small = { name: 'after.txt', crc32: crc32('after'), bytes: 5 };
    const large = { name: 'large.bin', crc32: 0, bytes: gap, offset: 0 };
    const before = localHeader(large);
    const offset = before.length + gap;
    const after = Buffer.concat([localHeader(small), Buffer.from('after')]);
    const central = Buffer.concat([centralHeader(large), centralHeader({ ...small, offset })]);
    const place = { members: 2, offset: offset + after.length, bytes: central.length };
    const behind = Buffer.concat([after, central, endRecords(place)]);
    // Five gigabytes that nobody stores: zeros between the two ends.
    const source: ByteSource = {
      size: offset + behind.length,
      read: async (at, length) =>
        at >= offset
          ? behind.subarray(at - offset, at - offset + length)
          : Buffer.concat([before.subarray(at, at + length), Buffer.alloc(length)]).subarray(0, length),
    };
    const { entries } = await openZip(source);
    expect(entries).toMatchObject([
      { name: 'large.bin', bytes: gap, version: 45 },
      { name: 'after.txt', offset, version: 45 },
    ]);
    // Other programs write it so, too; a version that the directory does not need for the place is still refused.
    const lied = Buffer.from(behind);
    lied.writeUInt16LE(46, 4);
    await expect(
      openZip({ ...source, read: async (at, length) => (at === offset ? lied.subarray(0, length) : source.read(at, length)) }),
    ).rejects.toThrow('another version');
  });

  it('leaves folders out', async () => {
    expect(await read(rawZip([{ name: 'b/' }, B]))).toEqual({ 'b/b.txt': 'beta '.repeat(1000) });
  });
});

const REFUSED: readonly (readonly [what: string, bytes: () => Buffer, why: RegExp])[] = [
  ['bytes behind the end', () => rawZip([A], { after: Buffer.from('x') }), /end record/],
  ['a comment', () => rawZip([A], { comment: 'hello' }), /end record/],
  ['a second zip behind', () => Buffer.concat([rawZip([A]), rawZip([B])]), /before or between/],
  ['bytes put before', () => rawZip([A], { before: Buffer.from('#!/bin/sh\n') }), /belong to no member/],
  ['bytes put before, offsets left as they were', () => Buffer.concat([Buffer.from('MZ'), rawZip([A])]), /before or between/],
  ['bytes between members', () => rawZip([{ ...A, after: Buffer.from('hidden') }, B]), /6 bytes before it belong to no member/],
  ['bytes before the directory', () => rawZip([A], { beforeDirectory: Buffer.from('hidden') }), /6 bytes before the central directory/],
  ['nothing', () => Buffer.alloc(0), /end record/],
  ['a file cut short', () => rawZip([A, B]).subarray(0, 60), /end record/],
  ['two members of one name', () => rawZip([A, { ...A, content: 'other' }]), /stands twice/],
  ['names that differ in case alone', () => rawZip([A, { ...A, name: 'A.TXT' }]), /one on some systems/],
  [
    'names that differ in how a letter is composed',
    () =>
      rawZip([
        { name: 'é.txt', flags: 0x800 },
        { name: 'e\u0301.txt', flags: 0x800 },
      ]),
    /one on some systems/,
  ],
  ['a way out of the folder', () => rawZip([{ name: '../../etc/passwd' }]), /leads out/],
  ['a way out in the middle', () => rawZip([{ name: 'archive/../../x' }]), /leads out/],
  ['an absolute name', () => rawZip([{ name: '/etc/passwd' }]), /absolute/],
  ['a drive', () => rawZip([{ name: 'C:x' }]), /absolute/],
  ['a backslash', () => rawZip([{ name: 'archive\\..\\x' }]), /backslash/],
  ['an empty name', () => rawZip([{ name: '' }]), /empty/],
  ['a NUL in a name', () => rawZip([{ name: 'a\u0000.txt' }]), /hidden characters/],
  ['text turned round', () => rawZip([{ name: 'a\u202etxt.exe', flags: 0x800 }]), /hidden characters/],
  ['a name that is no UTF-8', () => rawZip([{ name: Buffer.from([0x61, 0xff, 0xfe]), flags: 0x800 }]), /no UTF-8/],
  ['a name of an unnamed encoding', () => rawZip([{ name: Buffer.from([0x61, 0x94]) }]), /not said to be UTF-8/],
  ['encryption', () => rawZip([{ ...A, flags: 1 }]), /encrypted/],
  ['an unknown method', () => rawZip([{ ...A, central: { method: 12 }, local: { method: 12 } }]), /method 12/],
  ['a local header of another name', () => rawZip([{ ...A, local: { name: 'x.txt' } }]), /another name/],
  ['a local header of another CRC', () => rawZip([{ ...A, local: { crc: 1 } }]), /another CRC/],
  ['a local header of another length', () => rawZip([{ ...A, local: { bytes: 6, packed: 6 } }]), /another length/],
  ['a local header of another method', () => rawZip([{ ...B, local: { method: 0 } }]), /another method/],
  ['a local header of another time', () => rawZip([{ ...A, local: { time: 1 } }]), /another time/],
  ['a wrong CRC in both headers', () => rawZip([{ ...A, local: { crc: 1 }, central: { crc: 1 } }]), /CRC/],
  [
    'a longer length in both headers',
    () => rawZip([{ ...A, local: { bytes: 9, packed: 9 }, central: { bytes: 9, packed: 9 } }]),
    /central directory/,
  ],
  [
    'a shorter length in both headers',
    () => rawZip([{ ...A, local: { bytes: 3, packed: 3 }, central: { bytes: 3, packed: 3 } }, B]),
    /belong to no member/,
  ],
  [
    'a deflated member that holds more than it says',
    () => rawZip([{ ...B, local: { bytes: 10 }, central: { bytes: 10 } }]),
    /more bytes than announced/,
  ],
  [
    'a deflated member that holds less than it says',
    () => rawZip([{ ...B, local: { bytes: 5001 }, central: { bytes: 5001 } }]),
    /fewer bytes than announced/,
  ],
  ['overlapping members', () => rawZip([A, { name: 'c.txt', content: 'alpha', central: { offset: 0 } }]), /overlaps|expected/],
  ['an offset beyond the file', () => rawZip([{ ...A, central: { offset: 1_000_000 } }]), /is expected/],
  ['fewer entries than announced', () => rawZip([A], { count: 2 }), /has 1 entries, not the 2/],
  ['more entries than announced', () => rawZip([A, B], { count: 1 }), /after its last entry/],
  ['a directory said to be elsewhere', () => rawZip([A], { directoryOffset: 3 }), /before or between/],
  ['ZIP64 that is announced and absent', () => rawZip([A], { directoryOffset: 0xffff_ffff }), /ZIP64 record that is not there/],
  [
    'ZIP64 that says something else',
    () => rawZip([A], { end64: (place) => end64Records({ ...place, count: 2 }, place.offset + place.bytes), count: 0xffff }),
    /has 1 entries, not the 2/,
  ],
  [
    'ZIP64 against the end record',
    () => rawZip([A], { end64: (place) => end64Records({ ...place, bytes: 1 }, place.offset + place.bytes), count: 0xffff }),
    /contradict/,
  ],
  ['a ZIP64 locator that points elsewhere', () => rawZip([A], { end64: (place) => end64Records(place, 0), count: 0xffff }), /locator/],
  ['ZIP64 sizes where none are needed', () => rawZip([{ ...A, central: { extra: zip64Extra(5, 5) } }]), /ZIP64 field/],
  [
    'ZIP64 sizes beyond any file',
    () =>
      rawZip([
        {
          ...A,
          central: { bytes: 0xffff_ffff, packed: 0xffff_ffff, extra: Buffer.concat([Buffer.of(1, 0, 16, 0), Buffer.alloc(16, 0xff)]) },
        },
      ]),
    /beyond any file/,
  ],
  ['broken extra fields', () => rawZip([{ ...A, central: { extra: Buffer.of(1, 0, 99, 0) } }]), /extra fields are broken/],
  [
    'a bomb by its own account',
    () => rawZip([{ ...B, local: { bytes: 0xfff_ffff }, central: { bytes: 0xfff_ffff } }]),
    /more than any packing/,
  ],
  [
    'a million members',
    () => rawZip([A], { count: 0xffff, end64: (place) => end64Records({ ...place, count: 1_000_000 }, place.offset + place.bytes) }),
    /1000000 members/,
  ],
  ['content in a folder', () => rawZip([{ name: 'a/', content: 'x' }]), /folder/],
];

describe('refusing a zip', () => {
  it.each(REFUSED)('refuses %s', async (_, bytes, why) => {
    await expect(read(bytes())).rejects.toThrow(why);
  });

  it('refuses every member to be packed data with something behind it', async () => {
    const [whole] = (await openZip(memorySource(rawZip([B])))).entries;
    const packed = whole?.packed ?? 0;
    const lies = { packed: packed + 4 };
    const bytes = rawZip([{ ...B, after: Buffer.from('more'), local: lies, central: lies }]);
    await expect(read(bytes)).rejects.toThrow('bytes follow its packed content');
  });

  it('finds a flip of any bit of local headers and stored content', async () => {
    const bytes = rawZip([A, { name: 'c/c.txt', content: 'gamma' }, { name: 'empty' }]);
    const unseen: number[] = [];
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const found = await read(flipped).catch(() => undefined);
      if (found !== undefined) unseen.push(bit >> 3);
    }
    // In the directory, attributes mean nothing here; ours are compared byte by byte (check-container.ts).
    const directory = (await openZip(memorySource(bytes))).directory.offset;
    expect(unseen.filter((at) => at < directory)).toEqual([]);
  });
});
