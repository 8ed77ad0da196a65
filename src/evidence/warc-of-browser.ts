import type { Json } from '../model/canonical-json.ts';
import { sha256 } from '../model/digest.ts';
import { parseHead, statusOf } from './http-message.ts';
import { gzipRecords, warcinfo, type BuiltWarc } from './warc-file.ts';
import { makeRecord, newRecordId, type PlainRecord } from './warc-record.ts';
import { DEFAULT_LIMITS, readRecords, type ReadLimits } from './warc-records.ts';
import { hopRecords, metadataRecord, payloadOf, targetUri, type WarcHop } from './warc-writer.ts';

/** What a browser made of a page. */
export interface BrowserPage {
  /** Address that the page had at the end. */
  readonly url: string;
  readonly at: string;
  readonly endedAt: string;
  /** The document as the browser held it: HTML in UTF-8. */
  readonly document: Uint8Array | null;
  /** PNG. */
  readonly screenshot: Uint8Array | null;
  readonly pdf: Uint8Array | null;
}

/** Prefixes of addresses under which what was made stands; screenshot and PDF as other archiving crawlers name them. */
const MADE = { document: 'urn:dom:', screenshot: 'urn:fullPage:', pdf: 'urn:pdf:' } as const;
const TYPES = { document: 'text/html; charset=utf-8', screenshot: 'image/png', pdf: 'application/pdf' } as const;

/**
 * A visit of a browser as a WARC/1.1 file, one gzip member a record: warcinfo, request and response of everything that it loaded (`hops`, of a plain
 * visit before it too), a `resource` record for document, screenshot and PDF each, metadata.
 */
export async function buildBrowserWarc(visit: {
  readonly hops: readonly WarcHop[];
  readonly page: BrowserPage;
  readonly software: string;
  readonly metadata: Json;
}): Promise<BuiltWarc> {
  const { hops, page } = visit;
  const payloads = hops.map((hop) => payloadOf(hop));
  const info = warcinfo(visit, page.at);
  const plain: PlainRecord[] = [info, ...hops.flatMap((hop, n) => hopRecords(hop, payloads[n], info.id))];
  const page0 = plain[1]?.id;
  for (const kind of ['document', 'screenshot', 'pdf'] as const) {
    const bytes = page[kind];
    if (bytes === null) continue;
    const fields = [
      ['WARC-Target-URI', `${MADE[kind]}${targetUri(page.url)}`],
      ['WARC-Concurrent-To', page0],
      ['WARC-Warcinfo-ID', info.id],
      ['WARC-Payload-Digest', `sha256:${sha256(bytes)}`],
    ] as const;
    plain.push(makeRecord(newRecordId(), 'resource', page.endedAt, fields, TYPES[kind], [bytes]));
  }
  plain.push(metadataRecord(visit, page, payloads, plain.at(-1)?.id, info.id));
  return { ...(await gzipRecords(plain)), payloadDigest: sha256(page.document ?? '') };
}

/** A page as {@link buildBrowserWarc} stored it, to be read. */
export interface RenderedPage {
  readonly url: string;
  readonly bytes: Uint8Array;
  /** Status of its own document; 200 where none is known. */
  readonly status: number;
}

/** The document that a browser held, of a capture that has one; undefined for every other. Throws `evidence-invalid` as {@link readRecords} does. */
export function readRendered(bytes: Uint8Array, name: string, limits: Partial<ReadLimits> = {}): RenderedPage | undefined {
  let found: { readonly url: string; readonly bytes: Uint8Array } | undefined;
  const statuses = new Map<string, number>();
  for (const record of readRecords(bytes, name, { ...DEFAULT_LIMITS, ...limits })) {
    const target = record.field('WARC-Target-URI') ?? '';
    if (record.type === 'resource' && target.startsWith(MADE.document))
      found = { url: target.slice(MADE.document.length), bytes: record.block };
    if (record.type === 'response' && !statuses.has(target)) statuses.set(target, statusOf(parseHead(record.block)));
  }
  return found && { ...found, status: statuses.get(found.url) || 200 };
}
