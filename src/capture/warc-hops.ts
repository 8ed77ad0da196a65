import { sha256, type Digest } from '../model/digest.ts';
import type { VisitHeads } from '../model/log-record.ts';
import { decodeContent } from '../evidence/decode-content.ts';
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
    remoteAddress: hop.remoteAddress === '' ? null : hop.remoteAddress,
    ...(hop.tls
      ? { tls: { protocol: hop.tls.protocol, cipher: hop.tls.cipher, certificates: hop.tls.chainSha256 as readonly Digest[] } }
      : {}),
    ...(hop.truncated ? { truncated: truncation(result) } : {}),
  }));
}

/** Digest of the content as received: transfer framing off, content coding on. Null for a 304 and where nothing came. */
export function payloadDigest(result: FetchResult): Digest | null {
  const last = result.hops.at(-1);
  if (!result.ok || result.notModified || last === undefined) return null;
  return sha256(entityOf(parseHead(last.responseHead), last.responseBody).bytes);
}

/** The content of a hop as a reader of its capture will decode it. */
export function decodedAsStored(hop: Hop, limitBytes: number): Uint8Array {
  const head = parseHead(hop.responseHead);
  return decodeContent(head, entityOf(head, hop.responseBody).bytes, limitBytes).bytes;
}

/** A log entry holds 65,535 bytes at most (c2sp.org/tlog-tiles); a head of many kilobytes is cut and says so. */
const HEADS_BUDGET = 24_000;
const LONGEST_URL = 2_000;
const CUT = '… (cut)';

/** Both heads of each hop as text, for a visit that leaves no file. Bytes above 127 stand as Latin-1. */
export function visitHeads(hops: readonly Hop[]): readonly VisitHeads[] {
  let budget = HEADS_BUDGET;
  const fit = (text: string, most = budget): string => {
    const bytes = Buffer.byteLength(JSON.stringify(text));
    // Escaped, a byte may take six; cutting by that share is too much rather than too little.
    const kept = bytes <= most ? text : text.slice(0, Math.max(0, Math.floor((most / bytes) * text.length * 0.9))) + CUT;
    budget -= Math.min(bytes, most);
    return kept;
  };
  return hops.map((hop) => ({
    url: fit(hop.url, Math.min(budget, LONGEST_URL)),
    request: fit(latin1(hop.requestHead)),
    response: fit(latin1(hop.responseHead)),
  }));
}

function truncation(result: FetchResult): 'length' | 'time' | 'disconnect' {
  if (result.ok) return 'disconnect';
  if (result.failure.kind === 'timeout') return 'time';
  return result.failure.kind === 'too-large' || result.failure.kind === 'bomb' ? 'length' : 'disconnect';
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
