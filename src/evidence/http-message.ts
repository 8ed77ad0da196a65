/** Start line and fields of an HTTP message, in order, repeated ones kept. */
export interface HttpHead {
  readonly startLine: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/**
 * Reads a head as it stood on the socket (bytes as Latin-1, its closing empty line optional), interim answers before it passed over. Never
 * fails: a line without a colon is passed over, a folded line belongs to the one before. Linear in its length.
 */
export function parseHead(head: Uint8Array): HttpHead {
  const [startLine = '', ...lines] = viewOf(head).toString('latin1', interimLength(head)).split(/\r?\n/);
  const headers: [string, string][] = [];
  for (const line of lines) {
    if (line === '') break;
    const last = headers.at(-1);
    const colon = line.indexOf(':');
    if (/^[ \t]/.test(line) && last !== undefined) last[1] = `${last[1]} ${line.trim()}`;
    else if (colon > 0) headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  return { startLine, headers };
}

/** Head and body of a message. The head ends at the first empty line after any interim answers, whichever line breaks it has. */
export function splitMessage(message: Uint8Array): { readonly head: Uint8Array; readonly body: Uint8Array } {
  const end = endOfHead(viewOf(message), interimLength(message));
  return { head: message.subarray(0, end), body: message.subarray(end) };
}

/** Bytes of the interim answers (100, 103 …) that stand before the final one. RFC 9110 §15.2. */
export function interimLength(message: Uint8Array): number {
  const source = viewOf(message);
  let at = 0;
  while (/^HTTP\/[0-9.]+ 1(?!01)[0-9]{2}/.test(source.toString('latin1', at, at + 16))) {
    const end = endOfHead(source, at);
    if (end === source.length) break;
    at = end;
  }
  return at;
}

/** Values of all fields of that name, joined by commas as RFC 9110 §5.3 allows; undefined without one. */
export function headerOf(head: HttpHead, name: string): string | undefined {
  const values = head.headers.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value);
  return values.length === 0 ? undefined : values.join(', ');
}

/** Lower-case members of a list field, `gzip, chunked` → two. */
export function listOf(head: HttpHead, name: string): readonly string[] {
  return (headerOf(head, name) ?? '')
    .split(',')
    .map((member) => member.trim().toLowerCase())
    .filter((member) => member !== '');
}

/** 0 where the line is no status line. */
export function statusOf(head: HttpHead): number {
  return Number(/^HTTP\/[0-9](?:\.[0-9])? ([0-9]{3})(?: |$)/.exec(head.startLine)?.[1] ?? 0);
}

export interface Entity {
  /** The entity: framing taken off, content coding still on. */
  readonly bytes: Uint8Array;
  /** False where framing or Content-Length promised more than came. */
  readonly complete: boolean;
}

/** Takes the transfer framing off a body as received. What came is kept where the end is missing or the framing breaks. RFC 9112 §6. */
export function entityOf(head: HttpHead, body: Uint8Array): Entity {
  if (listOf(head, 'transfer-encoding').at(-1) === 'chunked') return dechunk(body);
  const announced = headerOf(head, 'content-length');
  if (announced === undefined || !/^[0-9]{1,15}$/.test(announced)) return { bytes: body, complete: true };
  const length = Number(announced);
  const bodiless = body.length === 0 && [204, 304].includes(statusOf(head));
  return { bytes: body.length > length ? body.subarray(0, length) : body, complete: body.length >= length || bodiless };
}

/** Longest chunk-size line taken; extensions are passed over. */
const MAX_CHUNK_LINE = 4096;

/** RFC 9112 §7.1. Linear: each byte is looked at once and copied once. */
function dechunk(body: Uint8Array): Entity {
  const source = viewOf(body);
  const target = Buffer.allocUnsafe(source.length);
  let [at, length] = [0, 0];
  for (;;) {
    const lineEnd = source.subarray(at, at + MAX_CHUNK_LINE).indexOf(0x0a);
    const size = lineEnd < 0 ? undefined : /^[0-9a-fA-F]{1,12}(?=[\s;]|$)/.exec(source.toString('latin1', at, at + lineEnd))?.[0];
    // Framing taken off on the way, the field left standing: then the body is the entity.
    if (size === undefined)
      return at === 0 && length === 0 ? { bytes: body, complete: true } : { bytes: target.subarray(0, length), complete: false };
    const count = Number.parseInt(size, 16);
    if (count === 0) return { bytes: target.subarray(0, length), complete: true };
    at += lineEnd + 1;
    length += source.copy(target, length, at, at + count);
    if (at + count > source.length) return { bytes: target.subarray(0, length), complete: false };
    at += count;
    if (source[at] === 0x0d) at += 1;
    if (source[at] === 0x0a) at += 1;
  }
}

/** Offset behind the empty line that ends a head, or the length where there is none. */
function endOfHead(source: Buffer, from: number): number {
  // A bare line feed ends a line as well (RFC 9112 §2.2), in any mixture.
  const usual = source.indexOf('\n\r\n', from);
  const end = usual < 0 ? source.length : usual + 3;
  const bare = source.subarray(from, end).indexOf('\n\n');
  return bare < 0 ? end : from + bare + 2;
}

/** The same bytes as a Buffer, not a copy. */
function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
