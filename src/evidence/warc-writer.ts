import { canonicalJson } from '../model/canonical-json.ts';
import type { Json } from '../model/canonical-json.ts';
import { sha256 } from '../model/digest.ts';
import type { Digest } from '../model/digest.ts';
import { DualwatchError } from '../model/errors.ts';
import { entityOf, interimLength, parseHead } from './http-message.ts';
import { gzipRecords, warcinfo, type BuiltWarc } from './warc-file.ts';
import { makeRecord, newRecordId } from './warc-record.ts';
import type { PlainRecord, WarcFields } from './warc-record.ts';

/** What was agreed on a TLS connection. */
export interface WarcTls {
  /** As Node names it: `TLSv1.3`. */
  readonly protocol: string;
  /** Standard name: `TLS_AES_128_GCM_SHA256`. */
  readonly cipher: string;
  /** SHA-256 of each certificate (DER), the server's own first. */
  readonly certificates: readonly Digest[];
}

/** One request and its answer. Heads and body are the bytes of the socket: order, repetition, spacing and chunked framing kept. */
export interface WarcHop {
  readonly url: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly endedAt: string;
  /** Credentials already left out. */
  readonly requestHead: Uint8Array;
  /** With its closing empty line. Empty where no answer came. */
  readonly responseHead: Uint8Array;
  readonly responseBody: Uint8Array;
  readonly remoteAddress: string | null;
  readonly tls?: WarcTls;
  /** Why the body is not whole. */
  readonly truncated?: 'length' | 'time' | 'disconnect';
  /** What was changed between the socket and these bytes, in a sentence; absent where nothing was. */
  readonly conversion?: string;
}

export interface WarcVisit {
  /** At least one; the last holds what the visit is about. */
  readonly hops: readonly WarcHop[];
  /** Name and version of what fetched. */
  readonly software: string;
  /** Label of who collects. */
  readonly operator?: string;
  /** Addresses asked and final, robots decision, options, credentials left out, clock offset …: kept as canonical JSON. */
  readonly metadata: Json;
}

/**
 * A visit as a WARC/1.1 file, one gzip member a record: warcinfo, request and response of each hop, metadata.
 * Level 1 in the thread pool of Node; hashing inline, since the processor does 3 MB in 2 ms.
 *
 * A response whose framing was kept, or that has interim answers before it, has no `WARC-Payload-Digest`: the standard means the entity without framing, readers check
 * the bytes of the record, and no value satisfies both. Its digest stands in the metadata record. Throws `internal` without a hop.
 */
export async function buildWarc(visit: WarcVisit): Promise<BuiltWarc> {
  const [first, last] = [visit.hops[0], visit.hops.at(-1)];
  if (first === undefined || last === undefined) throw new DualwatchError('internal', 'a WARC file needs a hop: nothing was asked');
  const payloads = visit.hops.map((hop) => payloadOf(hop));
  const info = warcinfo(visit, first.at);
  const plain = [info, ...visit.hops.flatMap((hop, n) => hopRecords(hop, payloads[n], info.id))];
  plain.push(metadataRecord(visit, last, payloads, plain.at(-1)?.id, info.id));
  return { ...(await gzipRecords(plain)), payloadDigest: payloads.at(-1)?.digest ?? sha256('') };
}

export interface Payload {
  readonly digest: Digest;
  readonly bytes: number;
  /** True where what stands behind the first head in the record is the entity, byte for byte. */
  readonly asStored: boolean;
}

/** What a hop brought, transfer framing off. */
export function payloadOf(hop: WarcHop): Payload {
  const entity = entityOf(parseHead(hop.responseHead), hop.responseBody).bytes;
  return {
    digest: sha256(entity),
    bytes: entity.length,
    asStored: entity.length === hop.responseBody.length && interimLength(hop.responseHead) === 0,
  };
}

/** Request and, where one came, response of a hop. */
export function hopRecords(hop: WarcHop, payload: Payload | undefined, infoId: string): readonly PlainRecord[] {
  const [requestId, responseId] = [newRecordId(), newRecordId()];
  const shared: WarcFields = [
    ['WARC-Target-URI', targetUri(hop.url)],
    ['WARC-IP-Address', hop.remoteAddress ?? undefined],
    ['WARC-Warcinfo-ID', infoId],
    // WARC-Protocol and WARC-Cipher-Suite: proposals of the IIPC, understood by current tools and passed over by others.
    ['WARC-Protocol', /HTTP\/[0-9.]+/.exec(parseHead(hop.requestHead).startLine)?.[0].toLowerCase()],
    ['WARC-Protocol', hop.tls?.protocol.toLowerCase().replace('v', '/')],
    ['WARC-Cipher-Suite', hop.tls?.cipher],
  ];
  const answered = hop.responseHead.length > 0;
  const request = makeRecord(
    requestId,
    'request',
    hop.at,
    [...shared, ['WARC-Concurrent-To', answered ? responseId : undefined]],
    'application/http; msgtype=request',
    [hop.requestHead],
  );
  if (!answered) return [request];
  const own: WarcFields = [
    ['WARC-Concurrent-To', requestId],
    ['WARC-Payload-Digest', payload?.asStored ? `sha256:${payload.digest}` : undefined],
    ['WARC-Truncated', hop.truncated],
  ];
  return [
    request,
    makeRecord(responseId, 'response', hop.at, [...shared, ...own], 'application/http; msgtype=response', [
      hop.responseHead,
      hop.responseBody,
    ]),
  ];
}

/** What the writer knows beside the bytes; it ends the file. */
export function metadataRecord(
  visit: Pick<WarcVisit, 'hops' | 'metadata'>,
  last: Pick<WarcHop, 'url' | 'endedAt'>,
  payloads: readonly Payload[],
  aboutId: string | undefined,
  infoId: string,
): PlainRecord {
  const hops = visit.hops.map((hop, n): Json => ({
    url: hop.url,
    at: hop.at,
    endedAt: hop.endedAt,
    remoteAddress: hop.remoteAddress,
    tls: hop.tls === undefined ? undefined : { ...hop.tls },
    truncated: hop.truncated,
    conversion: hop.conversion,
    payloadBytes: payloads[n]?.bytes,
    payloadSha256: payloads[n]?.digest,
  }));
  const fields: WarcFields = [
    ['WARC-Target-URI', targetUri(last.url)],
    ['WARC-Concurrent-To', aboutId],
    ['WARC-Warcinfo-ID', infoId],
  ];
  return makeRecord(newRecordId(), 'metadata', last.endedAt, fields, 'application/json', [
    Buffer.from(canonicalJson({ hops, visit: visit.metadata })),
  ]);
}

/** No white space may stand in the field: an address is percent-encoded where it was not. */
export function targetUri(url: string): string {
  return url.replaceAll(/[\s<>]+/g, (found) => encodeURIComponent(found));
}
