import type { IncomingHttpHeaders } from 'node:http';

/** How the body of a response is framed, as its head says (RFC 9112 §6.3). */
export type BodyFraming =
  | { readonly kind: 'none' }
  | { readonly kind: 'length'; readonly bytes: number }
  | { readonly kind: 'chunked' }
  | { readonly kind: 'until-close' };

/** Offset after the empty line that ends a message head starting at `start`, or -1. Bare line feeds count, as parsers accept them (RFC 9112 §2.2). */
export function headEnd(bytes: Uint8Array, start = 0): number {
  for (let at = bytes.indexOf(LF, start); at !== -1; at = bytes.indexOf(LF, at + 1)) {
    if (bytes[at + 1] === LF) return at + 2;
    if (bytes[at + 1] === CR && bytes[at + 2] === LF) return at + 3;
  }
  return -1;
}

/** Whether the head at `start` is an interim (1xx) one; 101 ends HTTP and counts as final. */
export function isInterim(bytes: Uint8Array, start: number): boolean {
  const space = bytes.indexOf(32, start);
  return space !== -1 && bytes[space + 1] === 0x31 && !(bytes[space + 2] === 0x30 && bytes[space + 3] === 0x31);
}

/** How the body of a response to GET is framed. Transfer-Encoding goes before Content-Length, which an odd server sends beside it. */
export function framingOf(status: number, headers: IncomingHttpHeaders): BodyFraming {
  if (status === 204 || status === 304) return { kind: 'none' };
  const coding = headers['transfer-encoding'];
  if (coding !== undefined) return /(?:^|,)\s*chunked\s*$/i.test(coding) ? { kind: 'chunked' } : { kind: 'until-close' };
  const length = headers['content-length'];
  return length === undefined ? { kind: 'until-close' } : { kind: 'length', bytes: Number(length) };
}

/** Offset after the body that starts at `bodyStart`; the end of `bytes` where its framing cannot be followed. */
export function bodyEnd(bytes: Uint8Array, bodyStart: number, framing: BodyFraming): number {
  switch (framing.kind) {
    case 'none':
      return bodyStart;
    case 'length':
      return bodyStart + framing.bytes;
    case 'until-close':
      return bytes.length;
    case 'chunked': {
      const end = chunkedEnd(bytes, bodyStart);
      return end === -1 ? bytes.length : end;
    }
  }
}

const LF = 10;
const CR = 13;

/**
 * Offset after the last chunk and the trailers of a chunked body that starts at `start`, or -1 if it cannot be followed to its end.
 * Method: RFC 9112 §7.1, chunk data skipped by its announced length.
 */
function chunkedEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  for (;;) {
    const lineEnd = bytes.indexOf(LF, at);
    if (lineEnd === -1) return -1;
    const size = chunkSize(bytes, at, lineEnd);
    if (size === undefined) return -1;
    at = lineEnd + 1;
    if (size === 0) return trailersEnd(bytes, at);
    at += size;
    if (bytes[at] === CR) at += 1;
    if (bytes[at] !== LF) return -1;
    at += 1;
  }
}

function chunkSize(bytes: Uint8Array, from: number, lineEnd: number): number | undefined {
  let size = 0;
  let digits = 0;
  for (let at = from; at < lineEnd; at += 1) {
    const byte = bytes[at] ?? 0;
    const digit = byte >= 48 && byte <= 57 ? byte - 48 : (byte | 32) >= 97 && (byte | 32) <= 102 ? (byte | 32) - 87 : -1;
    if (digit === -1) break;
    size = size * 16 + digit;
    digits += 1;
    if (size > Number.MAX_SAFE_INTEGER / 16) return undefined;
  }
  return digits === 0 ? undefined : size;
}

function trailersEnd(bytes: Uint8Array, start: number): number {
  if (bytes[start] === LF) return start + 1;
  if (bytes[start] === CR && bytes[start + 1] === LF) return start + 2;
  return headEnd(bytes, start);
}
