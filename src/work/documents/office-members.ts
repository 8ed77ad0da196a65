import { inflateRawSync } from 'node:zlib';
import type { Members } from '../../read/documents/docx-text.ts';

const END = 0x0605_4b50;
const ENTRY = 0x0201_4b50;
const LONGEST_COMMENT = 0xffff;
const MOST_ENTRIES = 20_000;

/**
 * The members of an Office file, unpacked when asked for. Throws where its directory cannot be read; a member that unpacks to more than `mostBytes` throws a
 * `RangeError` once so many bytes are out.
 */
export function officeMembers(file: Buffer, mostBytes: number): Members {
  const places = placesIn(file);
  return (name) => {
    const place = places.get(name);
    if (place === undefined) return undefined;
    const { method, packed, offset } = place;
    const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
    const data = file.subarray(start, start + packed);
    return decode(method === 0 ? data : inflateRawSync(data, { maxOutputLength: mostBytes }));
  };
}

/** XML is UTF-8, or UTF-16 with its mark. */
function decode(bytes: Buffer): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(utf16).decode(bytes);
}

/** A member is encrypted. */
export class EncryptedFile extends Error {}

interface Place {
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
}

/** Reads the directory more kindly than packages of evidence are read: comments and bytes between are nothing here. APPNOTE 6.3.10 §4.3.12, §4.3.16. */
function placesIn(file: Buffer): ReadonlyMap<string, Place> {
  let end = file.length - 22;
  while (end >= 0 && end >= file.length - 22 - LONGEST_COMMENT && file.readUInt32LE(end) !== END) end -= 1;
  if (end < 0 || file.readUInt32LE(end) !== END) throw new Error('it was cut short');
  const places = new Map<string, Place>();
  let at = file.readUInt32LE(end + 16);
  for (let n = 0; n < MOST_ENTRIES && at + 46 <= end && file.readUInt32LE(at) === ENTRY; n += 1) {
    const nameEnd = at + 46 + file.readUInt16LE(at + 28);
    const encrypted = (file.readUInt16LE(at + 8) & 1) !== 0;
    if (encrypted) throw new EncryptedFile();
    places.set(file.toString('utf8', at + 46, nameEnd), {
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      offset: file.readUInt32LE(at + 42),
    });
    at = nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return places;
}
