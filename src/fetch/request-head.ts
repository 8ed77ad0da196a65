/** Puts together the header lines of a request, in the order in which they go out. */
export function requestHeaders(options: {
  readonly host: string;
  readonly userAgent: string;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  readonly credentials: ReadonlyMap<string, string>;
}): Record<string, string> {
  const headers: Record<string, string> = {
    Host: options.host,
    'User-Agent': options.userAgent,
    Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.9,*/*;q=0.8',
    'Accept-Language': 'zh,ru;q=0.9,uk;q=0.9,en;q=0.8,*;q=0.5',
    'Accept-Encoding': 'gzip, br, deflate',
  };
  if (options.etag !== undefined) headers['If-None-Match'] = options.etag;
  if (options.lastModified !== undefined) headers['If-Modified-Since'] = options.lastModified;
  for (const [name, value] of options.credentials) headers[name] = value;
  return headers;
}

/** The same for a message that is posted. */
export function postHeaders(options: {
  readonly host: string;
  readonly userAgent: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly credentials: ReadonlyMap<string, string>;
}): Record<string, string> {
  return {
    Host: options.host,
    'User-Agent': options.userAgent,
    Accept: '*/*',
    'Content-Type': options.contentType,
    'Content-Length': String(options.bytes),
    ...options.headers,
    ...Object.fromEntries(options.credentials),
  };
}

/** A request head without the lines of the named headers (lower case), and the names that were left out, as they were spelt. */
export function withoutCredentials(
  head: Buffer,
  secret: ReadonlySet<string>,
): { readonly head: Uint8Array; readonly omitted: readonly string[] } {
  if (secret.size === 0) return { head, omitted: [] };
  const kept: string[] = [];
  const omitted: string[] = [];
  // latin1 maps every byte to one character and back.
  for (const line of head.toString('latin1').split('\r\n')) {
    const name = line.slice(0, Math.max(0, line.indexOf(':')));
    if (secret.has(name.trim().toLowerCase())) omitted.push(name);
    else kept.push(line);
  }
  return { head: Buffer.from(kept.join('\r\n'), 'latin1'), omitted };
}

/** A value that a header can hold, or undefined. Validators are given back as they came, and they came from strangers. */
export function sendable(value: string | undefined): string | undefined {
  return value !== undefined && HEADER_VALUE.test(value) ? value : undefined;
}

const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]+$/;
