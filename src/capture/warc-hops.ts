import { sha256, type Digest } from '../model/digest.ts';
import type { VisitHeads } from '../model/log-record.ts';
import { entityOf, parseHead } from '../evidence/http-message.ts';
import type { WarcHop } from '../evidence/warc-writer.ts';
import type { FetchResult, Hop } from '../fetch/fetch-result.ts';

/** The hops of a fetch as they go into a WARC file. */
export function warcHops(result: FetchResult): readonly WarcHop[] {
  return result.hops.map((hop) => ({
    url: hop.url,
    at: hop.startedAt,
    endedAt: hop.endedAt,
    requestHead: hop.requestHead,
    responseHead: hop.responseHead,
    responseBody: hop.responseBody,
    remoteAddress: hop.remoteAddress,
    ...(hop.tls ? { tls: { protocol: hop.tls.protocol, cipher: hop.tls.cipher, certificates: hop.tls.chainSha256 as readonly Digest[] } } : {}),
    ...(hop.truncated ? { truncated: truncation(result) } : {}),
  }));
}

/** Digest of the content as received: transfer framing off, content coding on. Null for a 304 and where nothing came. */
export function payloadDigest(result: FetchResult): Digest | null {
  const last = result.hops.at(-1);
  if (!result.ok || result.notModified || last === undefined) return null;
  return sha256(entityOf(parseHead(last.responseHead), last.responseBody).bytes);
}

/** Both heads of each hop as text, for a visit that leaves no file. Bytes above 127 stand as Latin-1. */
export function visitHeads(hops: readonly Hop[]): readonly VisitHeads[] {
  return hops.map((hop) => ({ url: hop.url, request: latin1(hop.requestHead), response: latin1(hop.responseHead) }));
}

function truncation(result: FetchResult): 'length' | 'time' | 'disconnect' {
  if (result.ok) return 'disconnect';
  if (result.failure.kind === 'timeout') return 'time';
  return result.failure.kind === 'too-large' || result.failure.kind === 'bomb' ? 'length' : 'disconnect';
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
