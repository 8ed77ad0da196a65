import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../model/digest.ts';
import { centralHeader, endRecords, localHeader } from './zip-format.ts';
import { ZipWriter } from './zip-writer.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'dualwatch-zip-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LARGE = Buffer.alloc(2_500_000, 'large ');

/** Members as their own headers say, read through the directory at the end: a reader of our own making, for what we write only. */
function membersOf(zip: Buffer): readonly { readonly name: string; readonly content: Buffer; readonly crc32: number }[] {
  const end = zip.length - 22;
  expect(zip.readUInt32LE(end)).toBe(0x0605_4b50);
  const members = [];
  let at = zip.readUInt32LE(end + 16);
  for (let n = 0; n < zip.readUInt16LE(end + 10); n += 1) {
    expect(zip.readUInt32LE(at)).toBe(0x0201_4b50);
    const [crc, bytes, nameBytes, local] = [
      zip.readUInt32LE(at + 16),
      zip.readUInt32LE(at + 24),
      zip.readUInt16LE(at + 28),
      zip.readUInt32LE(at + 42),
    ];
    const name = zip.toString('latin1', at + 46, at + 46 + nameBytes);
    expect(zip.subarray(local, local + 30 + nameBytes)).toEqual(localHeader({ name, crc32: crc, bytes }));
    members.push({ name, content: zip.subarray(local + 30 + nameBytes, local + 30 + nameBytes + bytes), crc32: crc });
    at += 46 + nameBytes;
  }
  expect(at).toBe(end);
  return members;
}

describe('a zip', () => {
  test('holds what was given, small or larger than what is gathered, in order, with nothing between', async () => {
    const path = join(folder, 'a.zip');
    const zip = await ZipWriter.create(path);
    const first = await zip.add('a.txt', '求购');
    expect(first).toMatchObject({ name: 'a.txt', bytes: 6, offset: 0, crc32: crc32('求购'), sha256: sha256('求购') });
    const member = zip.begin('b/large.bin', LARGE.length);
    for (let at = 0; at < LARGE.length; at += 700_000) await member.write(LARGE.subarray(at, at + 700_000));
    expect(member.digest()).toBe(sha256(LARGE));
    const second = await member.end();
    expect(second.sha256).toBe(sha256(LARGE));
    await zip.add('b/whole.bin', LARGE);
    await zip.add('empty', '');
    await zip.finish();
    const bytes = readFileSync(path);
    const members = membersOf(bytes);
    expect(members.map(({ name }) => name)).toEqual(['a.txt', 'b/large.bin', 'b/whole.bin', 'empty']);
    expect(members.map(({ content }) => sha256(content))).toEqual([sha256('求购'), sha256(LARGE), sha256(LARGE), sha256('')]);
    for (const { content, crc32: said } of members) expect(crc32(content)).toBe(said);
    const headers = members.reduce((sum, { name, content }) => sum + 30 + 46 + 2 * name.length + content.length, 22);
    expect(bytes.length).toBe(headers);
  });

  test('of the same members is the same bytes', async () => {
    const files = [];
    for (const name of ['c.zip', 'd.zip']) {
      const zip = await ZipWriter.create(join(folder, name));
      await zip.add('x', LARGE);
      await zip.add('y', 'y');
      await zip.finish();
      files.push(sha256(readFileSync(join(folder, name))));
    }
    expect(files[0]).toBe(files[1]);
  });

  test.each([
    ['small', 10],
    ['larger than what is gathered', 3_000_000],
  ])('keeps nothing of a %s member that was given up', async (name, bytes) => {
    const path = join(folder, `given-up-${name}.zip`);
    const zip = await ZipWriter.create(path);
    await zip.add('kept', 'kept');
    const member = zip.begin('gone', bytes);
    await member.write(Buffer.alloc(bytes, 1));
    member.abandon();
    await zip.add('after', 'after');
    await zip.finish();
    expect(membersOf(readFileSync(path)).map(({ name: each, content }) => [each, content.toString()])).toEqual([
      ['kept', 'kept'],
      ['after', 'after'],
    ]);
  });

  test('is never written over a file that is there', async () => {
    const path = join(folder, 'there.zip');
    const zip = await ZipWriter.create(path);
    await zip.finish();
    await expect(ZipWriter.create(path)).rejects.toMatchObject({ code: 'input-unreadable' });
    await expect(ZipWriter.create(join(folder, 'no', 'folder.zip'))).rejects.toThrow('its folder does not exist');
  });

  test('says sizes beyond four bytes in ZIP64, exactly where they do not fit', () => {
    const large = 5_000_000_000;
    const local = localHeader({ name: 'x', crc32: 1, bytes: large });
    expect([local.readUInt16LE(4), local.readUInt32LE(18), local.readUInt16LE(28)]).toEqual([45, 0xffff_ffff, 20]);
    expect([local.readBigUInt64LE(31 + 4), local.readBigUInt64LE(31 + 12)]).toEqual([BigInt(large), BigInt(large)]);
    expect(localHeader({ name: 'x', crc32: 1, bytes: 0xffff_fffe })).toHaveLength(31);
    expect(localHeader({ name: 'x', crc32: 1, bytes: 0xffff_ffff })).toHaveLength(31 + 20);
    expect(centralHeader({ name: 'x', crc32: 1, bytes: 5, offset: 0xffff_fffe })).toHaveLength(47);
    const far = centralHeader({ name: 'x', crc32: 1, bytes: 5, offset: large });
    expect(far).toHaveLength(47 + 12);
    expect(far.readUInt32LE(24)).toBe(5);
    expect(far.readUInt32LE(42)).toBe(0xffff_ffff);
    expect(far.readBigUInt64LE(47 + 4)).toBe(BigInt(large));
    expect(centralHeader({ name: 'x', crc32: 1, bytes: large, offset: large })).toHaveLength(47 + 28);
    expect(endRecords({ members: 65_534, offset: 1, bytes: 1 })).toHaveLength(22);
    const many = endRecords({ members: 65_535, offset: 7, bytes: 9 });
    expect(many).toHaveLength(56 + 20 + 22);
    expect(many.readBigUInt64LE(32)).toBe(65_535n);
    expect(many.readBigUInt64LE(56 + 8)).toBe(16n);
    expect(many.readUInt16LE(76 + 10)).toBe(0xffff);
    expect(many.readUInt32LE(76 + 12)).toBe(9);
  });

  const python = spawnSync('python3', ['--version']).status === 0;
  test.skipIf(!python)('of 70,000 members is read by another program [needs python3]', async () => {
    const path = join(folder, 'many.zip');
    const zip = await ZipWriter.create(path);
    for (let n = 0; n < 70_000; n += 1) await zip.add(`m/${n}`, String(n));
    await zip.finish();
    const script =
      'import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nprint(len(z.namelist()), z.testzip(), z.read("m/69999").decode(), z.getinfo("m/5").compress_type)';
    const { stdout, stderr } = spawnSync('python3', ['-c', script, path], { encoding: 'utf8' });
    expect(stdout.trim(), stderr).toBe('70000 None 69999 0');
  });
});
