import { crc32, inflateRawSync } from 'node:zlib';

export interface GzipMember {
  readonly content: Buffer;
  /** Bytes of the file that it took. */
  readonly length: number;
}

/**
 * Unpacks the one gzip member that begins at `offset` (RFC 1952), its CRC and size checked: Node's own gunzip runs through all members
 * and does not say where each began. Throws Error, with the reason only, for anything that is no whole member or unpacks to over `limit` bytes.
 */
export function readGzipMember(bytes: Uint8Array, offset: number, limit: number): GzipMember {
  const start = offset + gzipHeaderLength(bytes, offset);
  const { buffer, engine } = inflateRawSync(bytes.subarray(start), { info: true, maxOutputLength: limit }) as unknown as {
    buffer: Buffer;
    engine: { bytesWritten: number };
  };
  const trailer = start + engine.bytesWritten;
  if (trailer + 8 > bytes.length) throw new Error('the file ends inside of a gzip member');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(trailer, true) !== crc32(buffer)) throw new Error('the CRC of the gzip member is wrong');
  if (view.getUint32(trailer + 4, true) !== buffer.length % 2 ** 32) throw new Error('the size of the gzip member is wrong');
  return { content: buffer, length: trailer + 8 - offset };
}

export function isGzip(bytes: Uint8Array, offset: number): boolean {
  return bytes[offset] === 0x1f && bytes[offset + 1] === 0x8b;
}

/** Bytes before the packed content: RFC 1952 §2.3, fixed ten, then what the flags announce. Throws Error where no member begins, or too few bytes are there to tell. */
export function gzipHeaderLength(bytes: Uint8Array, offset: number): number {
  const flags = bytes[offset + 3];
  if (!isGzip(bytes, offset) || bytes[offset + 2] !== 8 || flags === undefined || (flags & 0xe0) !== 0)
    throw new Error('no gzip member begins here');
  let at = offset + 10;
  if (flags & 4) at += 2 + (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256;
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    const zero = bytes.indexOf(0, at);
    if (zero < 0) throw new Error('the header of a gzip member does not end');
    at = zero + 1;
  }
  if (flags & 2) at += 2;
  if (at > bytes.length) throw new Error('the file ends inside of a gzip header');
  return at - offset;
}
