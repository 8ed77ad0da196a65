import { ZipFault } from './zip-fault.ts';

/** What the central directory says of one member. */
export interface DirectoryEntry {
  readonly name: string;
  readonly nameBytes: Buffer;
  readonly versionMadeBy: number;
  readonly version: number;
  readonly flags: number;
  readonly method: number;
  /** DOS time and date as they stand. */
  readonly time: number;
  readonly crc32: number;
  readonly packed: number;
  readonly bytes: number;
  readonly offset: number;
  /** As they stand: other programs put times there. */
  readonly extra: Buffer;
  readonly attributes: number;
}

const MAX_16 = 0xffff;
const MAX_32 = 0xffff_ffff;
const FIXED = 46;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads the central directory, every byte of it. APPNOTE 6.3.10 §4.3.12. Throws {@link ZipFault}. */
export function readDirectory(bytes: Buffer, count: number): readonly DirectoryEntry[] {
  const entries: DirectoryEntry[] = [];
  let at = 0;
  for (let n = 0; n < count; n += 1) {
    if (at + FIXED > bytes.length || bytes.readUInt32LE(at) !== 0x0201_4b50)
      throw new ZipFault(`the central directory has ${n} entries, not the ${count} that its end record announces`);
    const [nameLength, extraLength, commentLength] = [
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ];
    const end = at + FIXED + nameLength + extraLength + commentLength;
    if (end > bytes.length) throw new ZipFault(`entry ${n} of the central directory reaches beyond its end`);
    entries.push(entryAt(bytes.subarray(at, end), nameLength, extraLength));
    at = end;
  }
  if (at !== bytes.length) throw new ZipFault(`the central directory has ${bytes.length - at} bytes after its last entry`);
  return entries;
}

function entryAt(entry: Buffer, nameLength: number, extraLength: number): DirectoryEntry {
  const nameBytes = entry.subarray(FIXED, FIXED + nameLength);
  const flags = entry.readUInt16LE(8);
  const name = decodeName(nameBytes, flags);
  if (entry.length > FIXED + nameLength + extraLength) throw new ZipFault('it has a comment, where anything could hide', name);
  if (entry.readUInt16LE(34) !== 0) throw new ZipFault('it is said to begin on another disk', name);
  const extra = entry.subarray(FIXED + nameLength);
  const [packed, bytes, offset] = [entry.readUInt32LE(20), entry.readUInt32LE(24), entry.readUInt32LE(42)];
  const large = zip64Numbers(extra, [bytes, packed, offset].filter((number) => number === MAX_32).length, name);
  const take = (number: number): number => (number === MAX_32 ? (large.shift() ?? number) : number);
  const realBytes = take(bytes);
  const realPacked = take(packed);
  return {
    name,
    nameBytes,
    versionMadeBy: entry.readUInt16LE(4),
    version: entry.readUInt16LE(6),
    flags,
    method: entry.readUInt16LE(10),
    time: entry.readUInt32LE(12),
    crc32: entry.readUInt32LE(16),
    packed: realPacked,
    bytes: realBytes,
    offset: take(offset),
    extra,
    attributes: entry.readUInt32LE(38),
  };
}

/** Numbers of the ZIP64 extra field, of which exactly those may stand there that did not fit. APPNOTE 6.3.10 §4.5.3. */
export function zip64Numbers(extra: Buffer, needed: number, name: string): number[] {
  let found: Buffer | undefined;
  let at = 0;
  while (at < extra.length) {
    if (at + 4 > extra.length || at + 4 + extra.readUInt16LE(at + 2) > extra.length)
      throw new ZipFault('its extra fields are broken', name);
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      if (found !== undefined) throw new ZipFault('it has two ZIP64 fields', name);
      found = extra.subarray(at + 4, end);
    }
    at = end;
  }
  if ((found?.length ?? 0) !== needed * 8)
    throw new ZipFault('its ZIP64 field does not hold exactly the sizes that did not fit elsewhere', name);
  return Array.from({ length: needed }, (_, n) => {
    const value = found?.readBigUInt64LE(n * 8) ?? 0n;
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new ZipFault('a ZIP64 size is beyond any file', name);
    return Number(value);
  });
}

function decodeName(bytes: Buffer, flags: number): string {
  const ascii = bytes.every((byte) => byte < 0x80);
  if (!ascii && (flags & 0x800) === 0) throw new ZipFault('a name is not ASCII and not said to be UTF-8', bytes.toString('latin1'));
  try {
    return decoder.decode(bytes);
  } catch {
    throw new ZipFault('a name is no UTF-8', bytes.toString('latin1'));
  }
}

/** Where the directory stands and how many entries it has. */
export interface DirectoryPlace {
  readonly count: number;
  readonly offset: number;
  readonly bytes: number;
}

/** Longest end of a zip without comment: ZIP64 end record, its locator, end record. */
export const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const END64_BYTES = 56;
export const TAIL_BYTES = END_BYTES + LOCATOR_BYTES + END64_BYTES;

/**
 * Reads the end records out of the last bytes of a file of `size` bytes. The end record must close the file: a comment or anything behind it is
 * refused, since two readers could then see two directories. APPNOTE 6.3.10 §4.3.14 to §4.3.16. Throws {@link ZipFault}.
 */
export function readEnd(tail: Buffer, size: number): DirectoryPlace {
  const at = tail.length - END_BYTES;
  if (at < 0 || tail.readUInt32LE(at) !== 0x0605_4b50 || tail.readUInt16LE(at + 20) !== 0)
    throw new ZipFault('it does not end in the end record of a zip: it was cut short, has bytes or a comment behind its end, or is no zip');
  if (tail.readUInt16LE(at + 4) !== 0 || tail.readUInt16LE(at + 6) !== 0) throw new ZipFault('it is said to be one of several disks');
  if (tail.readUInt16LE(at + 8) !== tail.readUInt16LE(at + 10)) throw new ZipFault('its end record gives two numbers of entries');
  const plain = { count: tail.readUInt16LE(at + 10), bytes: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) };
  const large = plain.count === MAX_16 || plain.bytes === MAX_32 || plain.offset === MAX_32;
  const locator = at - LOCATOR_BYTES;
  const located = locator >= 0 && tail.readUInt32LE(locator) === 0x0706_4b50;
  const end = large && located ? readEnd64(tail, locator, plain, size) : { ...plain, at: size - END_BYTES };
  if (large && !located && (plain.bytes === MAX_32 || plain.offset === MAX_32))
    throw new ZipFault('its end record points to a ZIP64 record that is not there');
  if (end.offset + end.bytes !== end.at)
    throw new ZipFault(
      `its central directory (${end.bytes} bytes at ${end.offset}) does not reach to its end record at ${end.at}: bytes were put before or between`,
    );
  return { count: end.count, bytes: end.bytes, offset: end.offset };
}

function readEnd64(tail: Buffer, locator: number, plain: DirectoryPlace, size: number): DirectoryPlace & { readonly at: number } {
  const start = locator - END64_BYTES;
  const at = size - (tail.length - start);
  const number = (offset: number): number => {
    const value = tail.readBigUInt64LE(offset);
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new ZipFault('its ZIP64 end record holds a number beyond any file');
    return Number(value);
  };
  if (start < 0 || tail.readUInt32LE(start) !== 0x0606_4b50 || number(start + 4) !== END64_BYTES - 12)
    throw new ZipFault('its ZIP64 end record is not there, or not of the plain form');
  if (tail.readUInt32LE(locator + 4) !== 0 || number(locator + 8) !== at || tail.readUInt32LE(locator + 16) !== 1)
    throw new ZipFault('its ZIP64 locator points elsewhere');
  if (tail.readUInt32LE(start + 16) !== 0 || tail.readUInt32LE(start + 20) !== 0)
    throw new ZipFault('it is said to be one of several disks');
  const found = { count: number(start + 32), bytes: number(start + 40), offset: number(start + 48), at };
  if (number(start + 24) !== found.count) throw new ZipFault('its ZIP64 end record gives two numbers of entries');
  const agrees = (small: number, large: number, limit: number): boolean => small === limit || small === large;
  if (!agrees(plain.count, found.count, MAX_16) || !agrees(plain.bytes, found.bytes, MAX_32) || !agrees(plain.offset, found.offset, MAX_32))
    throw new ZipFault('its end record and its ZIP64 end record contradict each other');
  return found;
}
