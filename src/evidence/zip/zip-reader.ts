import type { ByteSource } from './byte-source.ts';
import { readDirectory, readEnd, TAIL_BYTES } from './zip-directory.ts';
import type { DirectoryEntry, DirectoryPlace } from './zip-directory.ts';
import { ZipFault } from './zip-fault.ts';
import { readPlaces } from './zip-places.ts';
import { unsafeName } from './zip-names.ts';

/** A file in a zip, its headers checked against each other. */
export interface ZipEntry extends DirectoryEntry {
  /** Where its bytes begin. */
  readonly dataOffset: number;
}

export interface Zip {
  readonly source: ByteSource;
  /** In the order of their places in the file, which is that of the directory. Folders are left out. */
  readonly entries: readonly ZipEntry[];
  readonly directory: DirectoryPlace;
}

export interface ZipLimits {
  readonly members: number;
  readonly directoryBytes: number;
  /** Bytes that one compressed member may unpack to, and all of them together. */
  readonly unpackedBytes: number;
}

export const ZIP_LIMITS: ZipLimits = { members: 100_000, directoryBytes: 32 * 1024 * 1024, unpackedBytes: 1024 * 1024 * 1024 };

const ENCRYPTED = 1;
/** Deflate's own two bits, data descriptor, UTF-8. */
const KNOWN_FLAGS = 0x0006 | 0x0008 | 0x0800;

/**
 * Opens a zip that may be hostile: random access, the directory alone in memory. Only what every reader sees alike is taken: no bytes before, between or
 * after, each local header like its directory entry, no name that two systems would read as two things. Throws {@link ZipFault}; bounded by `limits`.
 */
export async function openZip(source: ByteSource, limits: ZipLimits = ZIP_LIMITS): Promise<Zip> {
  const tail = await source.read(Math.max(0, source.size - TAIL_BYTES), Math.min(source.size, TAIL_BYTES));
  const directory = readEnd(tail, source.size);
  if (directory.count > limits.members)
    throw new ZipFault(`it has ${directory.count} members; more than ${limits.members} are not looked at`);
  if (directory.bytes > limits.directoryBytes)
    throw new ZipFault(`its central directory has ${directory.bytes} bytes; more than ${limits.directoryBytes} are not looked at`);
  const found = readDirectory(await source.read(directory.offset, directory.bytes), directory.count);
  checkNames(found);
  let unpacked = 0;
  for (const entry of found) {
    checkEntry(entry);
    unpacked += entry.method === 0 ? 0 : entry.bytes;
    if (unpacked > limits.unpackedBytes)
      throw new ZipFault(`it is said to unpack to more than ${limits.unpackedBytes} bytes: that is a bomb`, entry.name);
  }
  const entries = await readPlaces(source, found, directory.offset);
  return { source, directory, entries: entries.filter(({ name }) => !name.endsWith('/')) };
}

function checkEntry(entry: DirectoryEntry): void {
  const { name, flags, method, packed, bytes } = entry;
  if ((flags & ENCRYPTED) !== 0) throw new ZipFault('it is encrypted', name);
  if ((flags & ~KNOWN_FLAGS) !== 0) throw new ZipFault(`it has flags that nothing here needs (${flags})`, name);
  if (method !== 0 && method !== 8) throw new ZipFault(`it is packed by method ${method}; stored and deflated alone are read`, name);
  if (method === 0 && packed !== bytes) throw new ZipFault('it is stored, yet has two lengths', name);
  // Deflate packs 1032 to 1 at best.
  if (method === 8 && bytes > packed * 1032 + 1024) throw new ZipFault('it is said to unpack to more than any packing can hold', name);
  if (name.endsWith('/') && bytes > 0) throw new ZipFault('it is a folder, yet has content', name);
}

function checkNames(entries: readonly DirectoryEntry[]): void {
  const seen = new Map<string, string>();
  for (const { name } of entries) {
    const unsafe = unsafeName(name);
    if (unsafe !== undefined) throw new ZipFault(`its name ${unsafe}`, name);
    // Names that are one file on systems without regard to case, or to how a letter is composed.
    const key = name.normalize('NFC').toLowerCase();
    const other = seen.get(key);
    if (other !== undefined)
      throw new ZipFault(other === name ? 'its name stands twice' : `its name and ${JSON.stringify(other)} are one on some systems`, name);
    seen.set(key, name);
  }
}
