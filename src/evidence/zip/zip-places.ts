import type { ByteSource } from './byte-source.ts';
import { zip64Numbers } from './zip-directory.ts';
import type { DirectoryEntry } from './zip-directory.ts';
import { ZipFault } from './zip-fault.ts';
import type { ZipEntry } from './zip-reader.ts';

const FIXED = 30;
const MAX_32 = 0xffff_ffff;
const ZIP64_VERSION = 45;
/** CRC and sizes stand behind the data. */
const DESCRIPTOR = 8;

/**
 * Walks from the first byte to the directory and finds each member where the one before ends: nothing lies before, between or twice. Each local header
 * must say what the directory says. Throws {@link ZipFault}.
 */
export async function readPlaces(source: ByteSource, directory: readonly DirectoryEntry[], end: number): Promise<readonly ZipEntry[]> {
  const byOffset = directory.toSorted((one, other) => one.offset - other.offset);
  const places: ZipEntry[] = [];
  let at = 0;
  for (const entry of byOffset) {
    if (entry.offset !== at) {
      const what = entry.offset < at ? 'it overlaps the member before it' : `${entry.offset - at} bytes before it belong to no member`;
      throw new ZipFault(`its local header is said to be at byte ${entry.offset}, where ${at} is expected: ${what}`, entry.name);
    }
    const dataOffset = await checkLocalHeader(source, entry, end);
    at = dataOffset + entry.packed;
    if (at > end) throw new ZipFault('it reaches into the central directory', entry.name);
    if ((entry.flags & DESCRIPTOR) !== 0) at += await descriptorLength(source, entry, at, end);
    places.push({ ...entry, dataOffset });
  }
  if (at !== end) throw new ZipFault(`${end - at} bytes before the central directory belong to no member`);
  return places;
}

async function checkLocalHeader(source: ByteSource, entry: DirectoryEntry, end: number): Promise<number> {
  const { name, offset } = entry;
  const room = Math.min(end - offset, FIXED + entry.nameBytes.length + 0xffff);
  // Most have no extra field: a second read is the exception.
  let head = await source.read(offset, Math.min(room, FIXED + entry.nameBytes.length + 64));
  if (head.length < FIXED || head.readUInt32LE(0) !== 0x0403_4b50) throw new ZipFault(`no local header is at byte ${offset}`, name);
  const [nameLength, extraLength] = [head.readUInt16LE(26), head.readUInt16LE(28)];
  const length = FIXED + nameLength + extraLength;
  if (length > room) throw new ZipFault('its local header reaches beyond the members', name);
  if (length > head.length) head = await source.read(offset, length);
  const differs = (what: string): ZipFault => new ZipFault(`its local header has another ${what} than the central directory`, name);
  if (!head.subarray(FIXED, FIXED + nameLength).equals(entry.nameBytes)) throw differs('name');
  if (!versionFits(head.readUInt16LE(4), entry)) throw differs('version');
  if (head.readUInt16LE(6) !== entry.flags) throw differs('set of flags');
  if (head.readUInt16LE(8) !== entry.method) throw differs('method');
  if (head.readUInt32LE(10) !== entry.time) throw differs('time');
  const extra = head.subarray(FIXED + nameLength, length);
  const found = { crc32: head.readUInt32LE(14), packed: head.readUInt32LE(18), bytes: head.readUInt32LE(22) };
  if ((entry.flags & DESCRIPTOR) !== 0 && found.crc32 === 0) {
    // The true sizes follow the data; here stand zeros, or the sign of ZIP64.
    const blank = (size: number): boolean => size === 0 || size === MAX_32;
    if (!blank(found.packed) || !blank(found.bytes)) throw differs('length');
    return offset + length;
  }
  const [bytes = found.bytes, packed = found.packed] =
    found.bytes === MAX_32 || found.packed === MAX_32 ? zip64Numbers(extra, 2, name) : (zip64Numbers(extra, 0, name), []);
  if (found.crc32 !== entry.crc32) throw differs('CRC');
  if (packed !== entry.packed || bytes !== entry.bytes) throw differs('length');
  return offset + length;
}

/** A member that begins beyond four bytes needs ZIP64 in the directory alone: its local header, which names no offset, may ask for less. */
function versionFits(local: number, { version, offset }: DirectoryEntry): boolean {
  return local === version || (offset >= MAX_32 && version === ZIP64_VERSION && local < version);
}

/** Length of the data descriptor, with or without its signature, with sizes of 4 or 8 bytes. APPNOTE 6.3.10 §4.3.9. */
async function descriptorLength(source: ByteSource, entry: DirectoryEntry, at: number, end: number): Promise<number> {
  const room = await source.read(at, Math.min(24, end - at));
  for (const signature of [4, 0]) {
    for (const wide of [4, 8]) {
      const length = signature + 4 + wide * 2;
      if (room.length < length || (signature === 4 && room.readUInt32LE(0) !== 0x0807_4b50)) continue;
      const number = (offset: number): number => (wide === 4 ? room.readUInt32LE(offset) : Number(room.readBigUInt64LE(offset)));
      const [packed, bytes] = [number(signature + 4), number(signature + 4 + wide)];
      if (room.readUInt32LE(signature) === entry.crc32 && packed === entry.packed && bytes === entry.bytes) return length;
    }
  }
  throw new ZipFault('the descriptor behind its data says something else than the central directory', entry.name);
}
