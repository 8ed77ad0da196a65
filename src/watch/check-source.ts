import { createHash } from 'node:crypto';
import { canonicalJson } from '../model/canonical-json.ts';
import { sha256, type Digest } from '../model/digest.ts';
import type { CaptureRecord, CheckRecord } from '../model/log-record.ts';
import type { SourceMemory } from '../model/source.ts';
import type { SourceClaim, SourceVisit } from '../store/port.ts';
import { buildWarc } from '../evidence/warc-writer.ts';
import { capturePath } from '../evidence/capture-files.ts';
import { backOff } from '../fetch/pace.ts';
import { isoTime } from '../capture/clock.ts';
import type { FetchedPage } from '../capture/fetch-page.ts';
import { answerOf, type HostAnswer } from '../capture/host-answer.ts';
import { hostAfter } from '../capture/host-after.ts';
import type { CaptureFile } from '../capture/recorder.ts';
import type { VisitContext } from '../capture/visit-context.ts';
import { openedHost } from '../capture/visit-policy.ts';
import { payloadDigest, visitHeads, warcHops } from '../capture/warc-hops.ts';
import { findMissing, keysNewestFirst } from './sources/missing-items.ts';
import { readListing, type ListedItem, type Listing } from './read-listing.ts';

/** A check that was made and waits to be recorded. */
export interface PreparedCheck {
  readonly visit: SourceVisit;
  readonly file: CaptureFile | null;
  readonly listing: Listing | null;
  /** Items whose full text the feed carries and has not carried before. */
  readonly carried: readonly ListedItem[];
  /** Whether the host was heard at all: the watcher asks whose fault a silence is before it records. */
  readonly answer: HostAnswer;
}

const LONGEST_BACK_OFF_MS = 24 * 3_600_000;

/** Checks a feed or list page: fetch, list its items, find what went missing, keep its bytes if they list anything new. Writes nothing. */
export async function checkSource(context: VisitContext, claim: SourceClaim): Promise<PreparedCheck> {
  const { source, memory } = claim;
  const allowPrivate = openedHost(source, source.url);
  const page = await context.fetcher.fetch({
    url: source.url,
    policy: source,
    allowPrivate,
    etag: memory.etag ?? null,
    lastModified: memory.lastModified ?? null,
    claimedHost: claim.host,
  });
  const at = isoTime(page.startedMs);
  const outcome = outcomeOf(context, claim, page);
  const payload = page.result === null ? null : payloadDigest(page.result);
  const listing = 'listing' in outcome ? outcome.listing : null;
  const reading = listing && digestOfItems(listing.items);
  const isNew =
    listing !== null && payload !== null && payload !== memory.payload && (reading !== memory.reading || memory.capture === undefined);
  const warc =
    isNew && page.result
      ? await buildWarc({ hops: warcHops(page.result), software: context.software, metadata: metadataOf(claim, page, listing) })
      : null;
  const confirms = warc === null && 'ok' in outcome ? ((memory.capture as Digest | undefined) ?? null) : null;
  const failed = 'error' in outcome;
  const items = listing?.fresh ?? [];
  const check: CheckRecord = {
    type: 'check',
    source: source.id,
    url: source.url,
    at,
    outcome: failed ? outcome.error : 'ok',
    capture: warc?.sha256 ?? null,
    confirms,
    payload,
    heads: warc ? null : visitHeads(page.result?.hops ?? []),
  };
  const waitMs = failed
    ? backOff(claim.errorStreak + 1, Math.min(source.everyMs, 5 * 60_000), Math.max(LONGEST_BACK_OFF_MS, source.everyMs), context.random())
    : source.everyMs;
  return {
    visit: {
      kind: 'source',
      claim,
      capture: warc && { record: captureRecord(claim, page, warc.sha256, warc.bytes.length, payload, at), warc: capturePath(warc.sha256) },
      check,
      memory: failed ? memory : remember(memory, page, listing, payload, reading, warc?.sha256 ?? null),
      health: failed ? { ok: false, error: outcome.error } : { ok: true },
      due: { at: Math.round(page.endedMs + waitMs), class: 'check', rank: 0, intervalMs: source.everyMs },
      items,
      hurry: await hurried(context, memory, listing),
      host: hostAfter(page.result, {
        blocked: failed && outcome.blocked,
        nowMs: page.endedMs,
        extraStarts: page.extraStarts,
        paceMs: page.paceMs,
      }),
    },
    file: warc,
    listing,
    carried: newBodies(memory, listing),
    answer: answerOf(page.result?.ok === false ? page.result.failure : null, page.result !== null),
  };
}

type Outcome =
  | { readonly ok: true }
  | { readonly ok: true; readonly listing: Listing }
  | { readonly error: string; readonly blocked: boolean };

function outcomeOf(context: VisitContext, claim: SourceClaim, page: FetchedPage): Outcome {
  const { result } = page;
  if (page.forbidden !== null) return { error: `robots.txt forbids it (${page.forbidden}); see --robots`, blocked: false };
  if (result === null) return { error: 'not visited', blocked: false };
  if (!result.ok) return { error: `${result.failure.kind}: ${result.failure.message}`, blocked: false };
  if (result.notModified) return { ok: true };
  if (result.status !== 200) return { error: `http ${result.status}`, blocked: result.status === 403 || result.status === 429 };
  try {
    const listing = readListing(context.read, claim, result);
    // A page that shows a captcha or an error instead of its list teaches nothing: the check has failed.
    if (listing.items.length === 0 && listing.hint !== null && claim.memory.listed?.length) return { error: listing.hint, blocked: false };
    return { ok: true, listing };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error), blocked: false };
  }
}

/** SHA-256 of what the items say, as one canonical JSON array; item by item, since a feed of many texts is tens of megabytes. */
export function digestOfItems(items: readonly ListedItem[]): Digest {
  const hash = createHash('sha256');
  for (const [n, { url, title, publishedAt, html }] of items.entries())
    hash.update(`${n === 0 ? '[' : ','}${canonicalJson({ url, title, publishedAt, html: html ?? null })}`);
  return hash.update(items.length === 0 ? '[]' : ']').digest('hex') as Digest;
}

/** An item is known by its address here, since that is how its notice is found. */
function addressesNewestFirst(listing: Listing): readonly string[] {
  return keysNewestFirst(listing.items.map(({ url, publishedAt }) => ({ key: url, publishedAt })));
}

function newBodies(memory: SourceMemory, listing: Listing | null): readonly ListedItem[] {
  const known = new Set(memory.bodies ?? []);
  return (listing?.items ?? []).filter((item) => item.html && !known.has(bodyDigest(item)));
}

function bodyDigest(item: ListedItem): string {
  return item.html ? sha256(`${item.url} ${item.title} ${item.html}`).slice(0, 16) : '';
}

/** Notices that a feed no longer lists although an older item still stands there: somebody may have taken them down. */
async function hurried(context: VisitContext, memory: SourceMemory, listing: Listing | null): Promise<SourceVisit['hurry']> {
  if (listing === null || listing.truncated || memory.listed === undefined) return [];
  const missing = findMissing(memory.listed, addressesNewestFirst(listing));
  return missing.length === 0 ? [] : [...(await context.store.noticesByUrl(missing)).values()];
}

function remember(
  memory: SourceMemory,
  page: FetchedPage,
  listing: Listing | null,
  payload: Digest | null,
  reading: Digest | null,
  capture: Digest | null,
): SourceMemory {
  if (listing === null || !page.result?.ok) return memory;
  const { headers, hops } = page.result;
  const header = (wanted: string): string | undefined =>
    hops.length === 1 ? headers.find(([name]) => name.toLowerCase() === wanted)?.[1] : undefined;
  const [etag, lastModified] = [header('etag'), header('last-modified')];
  return {
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
    ...(payload === null ? {} : { payload }),
    ...(reading === null ? {} : { reading }),
    ...((capture ?? memory.capture) === undefined ? {} : { capture: capture ?? (memory.capture as string) }),
    listed: addressesNewestFirst(listing),
    ...(listing.warnings.length === 0 ? {} : { warnings: listing.warnings }),
    bodies: listing.items.map(bodyDigest),
    ...((listing.baseline ?? memory.baseline) === undefined ? {} : { baseline: listing.baseline ?? memory.baseline ?? [] }),
  };
}

function captureRecord(
  claim: SourceClaim,
  page: FetchedPage,
  digest: Digest,
  bytes: number,
  payload: Digest | null,
  at: string,
): CaptureRecord {
  const last = page.result?.hops.at(-1);
  return {
    type: 'capture',
    sha256: digest,
    url: claim.source.url,
    finalUrl: page.result?.finalUrl ?? claim.source.url,
    at,
    status: page.result?.ok ? page.result.status : null,
    ip: last?.remoteAddress || null,
    payload,
    bytes,
    notice: null,
    source: claim.source.id,
  };
}

function metadataOf(claim: SourceClaim, page: FetchedPage, listing: Listing | null) {
  return {
    source: { id: claim.source.id, name: claim.source.name },
    asked: claim.source.url,
    final: page.result?.finalUrl ?? null,
    startedAt: isoTime(page.startedMs),
    endedAt: isoTime(page.endedMs),
    robots: page.robots,
    proxy: claim.source.proxy?.address,
    credentialsLeftOut: [...new Set(page.result?.hops.flatMap((hop) => hop.credentialsOmitted) ?? [])],
    lists: listing?.items.length ?? null,
    ...(listing && listing.warnings.length > 0 && { warnings: listing.warnings }),
  };
}
