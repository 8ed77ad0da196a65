import type { Json } from '../model/canonical-json.ts';
import { DualwatchError } from '../model/errors.ts';
import { decodeContent } from './decode-content.ts';
import { entityOf, parseHead, splitMessage, statusOf } from './http-message.ts';
import type { HttpHead } from './http-message.ts';
import { DEFAULT_LIMITS, readRecords } from './warc-records.ts';
import type { ReadLimits, WarcRecord } from './warc-records.ts';

export interface CapturedResponse extends HttpHead {
  readonly status: number;
  /** Framing off, content coding on: what the payload digest is of. */
  readonly entity: Uint8Array;
  /** False where less came than was announced. */
  readonly complete: boolean;
  /** Content coding off, as far as it goes: what a reader is given. {@link decodingFailure} says what was wrong, if anything. */
  readonly body: Uint8Array;
  readonly decodingFailure: string | null;
  readonly truncated: string | null;
}

export interface CapturedHop {
  readonly url: string;
  readonly at: string;
  readonly remoteAddress: string | null;
  readonly request: HttpHead | null;
  readonly response: CapturedResponse | null;
}

export interface CaptureContents {
  readonly software: string | null;
  /** In the order of the visit. Never empty. */
  readonly hops: readonly CapturedHop[];
  /** What the writer was given as metadata; null in files of other programs. */
  readonly metadata: Json;
  /** What the writer noted of each hop beside the bytes. */
  readonly hopNotes: Json;
}

export interface CaptureLimits extends ReadLimits {
  /** Bytes that one body may decode to. */
  readonly bodyBytes: number;
}

const CAPTURE_LIMITS: CaptureLimits = { ...DEFAULT_LIMITS, bodyBytes: 64 * 1024 * 1024 };

/**
 * What a capture holds, for building readings anew. Takes WARC files of other programs too: their responses and requests in order.
 * Throws `evidence-invalid` with `name` and offset for a file that is torn, cut short or hostile; `input-too-large` for a body over the limit.
 */
export function readCapture(bytes: Uint8Array, name = 'this capture', limits: Partial<CaptureLimits> = {}): CaptureContents {
  const bounds: CaptureLimits = { ...CAPTURE_LIMITS, ...limits };
  const records = [...readRecords(bytes, name, bounds)];
  const http = records.filter((record) => (record.type === 'request' || record.type === 'response') && isHttp(record));
  const hops: CapturedHop[] = [];
  const taken = new Set<WarcRecord>();
  const byId = new Map(http.map((record) => [record.id, record]));
  const pointing = new Map(http.map((record) => [record.field('WARC-Concurrent-To') ?? '', record]));
  for (const record of http) {
    if (taken.has(record)) continue;
    // Writers differ in which of the two names the other.
    const candidates = [byId.get(record.field('WARC-Concurrent-To') ?? ''), pointing.get(record.id)];
    const partner = candidates.find((other) => other !== undefined && !taken.has(other) && other.type !== record.type);
    taken.add(record);
    if (partner !== undefined) taken.add(partner);
    const [request, response] = record.type === 'request' ? [record, partner] : [partner, record];
    hops.push(hopOf(record, request, response, bounds.bodyBytes));
  }
  if (hops.length === 0) throw new DualwatchError('evidence-invalid', `${name} holds no HTTP request or response`);
  const noted = metadataOf(records, name);
  return { software: softwareOf(records), hops, metadata: noted?.['visit'] ?? null, hopNotes: noted?.['hops'] ?? null };
}

function hopOf(record: WarcRecord, request: WarcRecord | undefined, response: WarcRecord | undefined, bodyLimit: number): CapturedHop {
  return {
    url: (record.field('WARC-Target-URI') ?? '').replace(/^<(.*)>$/, '$1'),
    at: record.field('WARC-Date') ?? '',
    remoteAddress: record.field('WARC-IP-Address') ?? null,
    request: request === undefined ? null : parseHead(splitMessage(request.block).head),
    response: response === undefined ? null : responseOf(response, bodyLimit),
  };
}

function responseOf(record: WarcRecord, bodyLimit: number): CapturedResponse {
  const message = splitMessage(record.block);
  const head = parseHead(message.head);
  const entity = entityOf(head, message.body);
  const content = decodeContent(head, entity.bytes, bodyLimit);
  const truncated = record.field('WARC-Truncated') ?? null;
  return {
    ...head,
    status: statusOf(head),
    entity: entity.bytes,
    complete: entity.complete && truncated === null,
    body: content.bytes,
    decodingFailure: content.failure,
    truncated,
  };
}

function isHttp(record: WarcRecord): boolean {
  return /^application\/http\b/i.test(record.field('Content-Type') ?? '') && /^<?https?:/i.test(record.field('WARC-Target-URI') ?? '');
}

function softwareOf(records: readonly WarcRecord[]): string | null {
  const info = records.find(({ type }) => type === 'warcinfo');
  return info === undefined ? null : (/^software:[ \t]*(.+?)\r?$/im.exec(Buffer.from(info.block).toString('utf8', 0, 10_000))?.[1] ?? null);
}

function metadataOf(records: readonly WarcRecord[], name: string): { readonly [key: string]: Json | undefined } | undefined {
  const record = records.findLast(({ type, field }) => type === 'metadata' && field('Content-Type') === 'application/json');
  if (record === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(record.block).toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as { readonly [key: string]: Json | undefined })
      : undefined;
  } catch (error) {
    throw new DualwatchError('evidence-invalid', `${name} does not hold at byte ${record.offset}: its metadata are no JSON`, {
      cause: error,
    });
  }
}
