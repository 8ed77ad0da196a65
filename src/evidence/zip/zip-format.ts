/** One file of our packages as the zip holds it: stored, never compressed. */
export interface ZipMember {
  /** ASCII, with `/`. */
  readonly name: string;
  readonly crc32: number;
  readonly bytes: number;
  /** Where its local header begins. */
  readonly offset: number;
}

/** From here on a field of two or four bytes says "see ZIP64". */
const MAX_16 = 0xffff;
const MAX_32 = 0xffff_ffff;
const PLAIN_VERSION = 20;
const ZIP64_VERSION = 45;
const STORED = 0;
/** 1980-01-01, the first day that the format knows: times of files are facts of the log, not of the container. */
const FIRST_DAY = 0x0021;
const ZIP64_EXTRA = 1;

/**
 * The one form of our containers, so that two packages of the same members are the same bytes and everything else is an edit: members stored, fixed time, no comments, no data descriptors, no extra fields but ZIP64 where a
 * size demands it, nothing before, between or after. APPNOTE 6.3.10 §4.3.7.
 */
export function localHeader({ name, crc32, bytes }: Omit<ZipMember, 'offset'>): Buffer {
  const file = Buffer.from(name, 'latin1');
  const extra = bytes >= MAX_32 ? zip64Extra([bytes, bytes]) : NOTHING;
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x0403_4b50, 0);
  writeShared(head, 4, { crc32, bytes, nameBytes: file.length, extraBytes: extra.length, version: versionFor(extra) });
  return Buffer.concat([head, file, extra]);
}

/** APPNOTE 6.3.10 §4.3.12. */
export function centralHeader({ name, crc32, bytes, offset }: ZipMember): Buffer {
  const file = Buffer.from(name, 'latin1');
  const large = [...(bytes >= MAX_32 ? [bytes, bytes] : []), ...(offset >= MAX_32 ? [offset] : [])];
  const extra = large.length > 0 ? zip64Extra(large) : NOTHING;
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x0201_4b50, 0);
  head.writeUInt16LE(versionFor(extra), 4);
  writeShared(head, 6, { crc32, bytes, nameBytes: file.length, extraBytes: extra.length, version: versionFor(extra) });
  head.writeUInt32LE(Math.min(offset, MAX_32), 42);
  return Buffer.concat([head, file, extra]);
}

/** What closes the zip: ZIP64 records where a number needs them, then the end record. APPNOTE 6.3.10 §4.3.14 to §4.3.16. */
export function endRecords(directory: { readonly members: number; readonly offset: number; readonly bytes: number }): Buffer {
  const { members, offset, bytes } = directory;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(Math.min(members, MAX_16), 8);
  end.writeUInt16LE(Math.min(members, MAX_16), 10);
  end.writeUInt32LE(Math.min(bytes, MAX_32), 12);
  end.writeUInt32LE(Math.min(offset, MAX_32), 16);
  if (members < MAX_16 && bytes < MAX_32 && offset < MAX_32) return end;
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x0606_4b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeUInt16LE(ZIP64_VERSION, 12);
  end64.writeUInt16LE(ZIP64_VERSION, 14);
  end64.writeBigUInt64LE(BigInt(members), 24);
  end64.writeBigUInt64LE(BigInt(members), 32);
  end64.writeBigUInt64LE(BigInt(bytes), 40);
  end64.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x0706_4b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + bytes), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([end64, locator, end]);
}

/** The fields that both headers have, in the same order. */
function writeShared(
  head: Buffer,
  at: number,
  fields: {
    readonly crc32: number;
    readonly bytes: number;
    readonly nameBytes: number;
    readonly extraBytes: number;
    readonly version: number;
  },
): void {
  head.writeUInt16LE(fields.version, at);
  head.writeUInt16LE(STORED, at + 4);
  head.writeUInt16LE(FIRST_DAY, at + 8);
  head.writeUInt32LE(fields.crc32, at + 10);
  head.writeUInt32LE(Math.min(fields.bytes, MAX_32), at + 14);
  head.writeUInt32LE(Math.min(fields.bytes, MAX_32), at + 18);
  head.writeUInt16LE(fields.nameBytes, at + 22);
  head.writeUInt16LE(fields.extraBytes, at + 24);
}

function versionFor(extra: Buffer): number {
  return extra.length > 0 ? ZIP64_VERSION : PLAIN_VERSION;
}

/** APPNOTE 6.3.10 §4.5.3: the numbers that do not fit, in their order. */
function zip64Extra(numbers: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + numbers.length * 8);
  extra.writeUInt16LE(ZIP64_EXTRA, 0);
  extra.writeUInt16LE(numbers.length * 8, 2);
  numbers.forEach((number, n) => extra.writeBigUInt64LE(BigInt(number), 4 + n * 8));
  return extra;
}

const NOTHING = Buffer.alloc(0);
