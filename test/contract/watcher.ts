import { randomUUID } from 'node:crypto';
import { sha256 } from '../../src/model/digest.ts';
import type { Digest } from '../../src/model/digest.ts';
import type { NoticeId, SourceId } from '../../src/model/ids.ts';
import type { CaptureRecord, ObservationRecord } from '../../src/model/log-record.ts';
import type { FollowState, NoticeSummary } from '../../src/model/notice.ts';
import type { PageReading } from '../../src/model/reading.ts';
import type { Source, SourceItem, SourceSettings } from '../../src/model/source.ts';
import type {
  Claim,
  ClaimRequest,
  DerivedReading,
  Due,
  HostAfter,
  NewCapture,
  NoticeClaim,
  NoticeVisit,
  SourceClaim,
  SourceVisit,
  Store,
  Worker,
} from '../../src/store/port.ts';

/** The day of the tests. */
export const T0 = Date.parse('2026-03-01T00:00:00.000Z');
export const HOUR = 3_600_000;
export const FINE: HostAfter = { answer: 'fine', holdUntil: null, holdReason: null, extraStarts: 0, paceMs: null };
export const WORKER: Worker = { id: 'tester', pid: process.pid };

export function iso(ms: number): string {
  return new Date(ms).toISOString();
}

export function settings(url: string, more: Partial<SourceSettings> = {}): SourceSettings {
  return {
    kind: 'feed',
    url,
    name: url,
    everyMs: 15 * 60_000,
    followMs: 6 * HOUR,
    robots: 'obey',
    robotsReason: null,
    paceMs: null,
    allowPrivate: false,
    keep: 'changes',
    selector: null,
    credentials: {},
    ...more,
  };
}

export function item(url: string, more: Partial<SourceItem> = {}): SourceItem {
  return { url, title: `title of ${url}`, publishedAt: null, aliases: [], ...more };
}

export function request(now: number, more: Partial<ClaimRequest> = {}): ClaimRequest {
  return { worker: WORKER, now, limit: 100, paceMs: 1000, random: () => 0.5, leaseMs: 60_000, ...more };
}

export function check(claim: SourceClaim, atMs: number, items: readonly SourceItem[], more: Partial<SourceVisit> = {}): SourceVisit {
  return {
    kind: 'source',
    claim,
    capture: null,
    check: {
      type: 'check',
      source: claim.source.id,
      url: claim.source.url,
      at: iso(atMs),
      outcome: 'ok',
      capture: null,
      confirms: null,
      payload: null,
      heads: [],
    },
    memory: {},
    health: { ok: true },
    due: { at: atMs + claim.source.everyMs, class: 'check', rank: 0, intervalMs: claim.source.everyMs },
    items,
    hurry: [],
    host: FINE,
    ...more,
  };
}

export type Sight = Partial<Omit<ObservationRecord, 'type' | 'notice'>>;

/** A visit that found the page present, or what `seen` says. */
export function visit(claim: NoticeClaim, atMs: number, seen: Sight = {}, more: Partial<NoticeVisit> = {}): NoticeVisit {
  const observation: ObservationRecord = {
    type: 'observation',
    notice: claim.noticeId,
    url: claim.url,
    at: iso(atMs),
    state: 'present',
    reason: null,
    removalKind: null,
    capture: null,
    confirms: null,
    payload: null,
    reading: null,
    heads: [{ url: claim.url, request: 'GET', response: '304' }],
    ...seen,
  };
  return {
    kind: 'notice',
    claim,
    capture: null,
    observation,
    follow: followed(claim.follow, observation),
    due: { at: atMs + 6 * HOUR, class: 'follow', rank: 0, intervalMs: 6 * HOUR },
    aliases: [],
    drop: null,
    host: FINE,
    ...more,
  };
}

/** A simple stand-in for the judgement: enough of it to see that what is given in comes out again. */
export function followed(before: FollowState, seen: ObservationRecord): FollowState {
  const present = seen.state === 'present' || seen.state === 'changed';
  const changed = present && seen.reading !== null && seen.reading !== before.reading;
  const removal =
    seen.state === 'removed'
      ? (before.removal ?? { kind: seen.removalKind ?? 'status', firstSeenGoneAt: seen.at, confirmedAt: null, evidence: [] })
      : null;
  return {
    ...before,
    state: present ? (before.versions > 0 && changed ? 'changed' : 'present') : before.state,
    reason: seen.reason,
    removal,
    lastSeenPresentAt: present ? seen.at : before.lastSeenPresentAt,
    lastVisitAt: seen.at,
    versions: before.versions + (changed ? 1 : 0),
    reading: changed ? seen.reading : before.reading,
    visits: before.visits + 1,
  };
}

/** A capture under a digest of its own. */
export function capture(claim: Claim, atMs: number, more: Partial<CaptureRecord> = {}): NewCapture {
  const digest = sha256(randomUUID());
  const url = claim.kind === 'source' ? claim.source.url : claim.url;
  return {
    record: {
      type: 'capture',
      sha256: digest,
      url,
      finalUrl: url,
      at: iso(atMs),
      status: 200,
      ip: '192.0.2.1',
      payload: sha256('payload'),
      bytes: 1234,
      notice: claim.kind === 'notice' ? claim.noticeId : null,
      source: claim.kind === 'source' ? claim.source.id : null,
      ...more,
    },
    warc: `captures/${digest}.warc.gz`,
  };
}

export async function addSource(store: Store, url: string, more: Partial<SourceSettings> = {}, due: Partial<Due> = {}): Promise<Source> {
  const made = settings(url, more);
  return store.addSource(made, iso(T0), { at: T0, class: 'check', rank: 0, intervalMs: made.everyMs, ...due });
}

/** Adds a source and records one check that lists these items; gives source and ids in the order of the items. */
export async function listed(
  store: Store,
  items: readonly SourceItem[],
  atMs = T0,
  url = `http://feeds.example/${randomUUID()}`,
): Promise<{ source: Source; ids: readonly NoticeId[] }> {
  const source = await addSource(store, url, {}, { at: 0 });
  const claim = await claimSource(store, source.id, atMs);
  await store.recordVisits([check(claim, atMs, items)]);
  const ids = await store.noticesByUrl(items.map((each) => each.url));
  return { source, ids: items.map((each) => ids.get(each.url) ?? missing(each.url)) };
}

export async function claimSource(store: Store, id: SourceId, now: number): Promise<SourceClaim> {
  const not = new Set<string>();
  for (;;) {
    const claims = await store.claimDue(request(now, { paceMs: 0, not }));
    const mine = claims.find((claim): claim is SourceClaim => claim.kind === 'source' && claim.source.id === id);
    await store.release(claims.filter((claim) => claim !== mine).map((claim) => ({ claim })));
    if (mine !== undefined) return mine;
    if (claims.length === 0) return missing(id);
    // Another visit of the same host came first.
    for (const claim of claims) not.add(subjectOf(claim));
  }
}

/** Claims one notice by its address, whatever is due. */
export async function claimNotice(store: Store, url: string, now: number, aliases: readonly string[] = []): Promise<NoticeClaim> {
  const answer = await store.claimAddress({
    worker: WORKER,
    now,
    url,
    aliases,
    host: new URL(url).host,
    paceMs: 0,
    random: () => 0.5,
    leaseMs: 60_000,
  });
  return 'claim' in answer ? answer.claim : missing(`${url} for ${answer.waitMs} ms`);
}

/** Visits a notice by its address at a time. */
export async function visitAt(
  store: Store,
  url: string,
  atMs: number,
  seen: Sight = {},
  more: Partial<NoticeVisit> = {},
): Promise<NoticeClaim> {
  const claim = await claimNotice(store, url, atMs);
  await store.recordVisits([visit(claim, atMs, seen, more)]);
  return claim;
}

export function derived(noticeId: NoticeId, of: Digest, title: string, body: string, more: Partial<DerivedReading> = {}): DerivedReading {
  return {
    noticeId,
    capture: of,
    recipe: 'r1',
    reading: reading(title, body),
    mentions: [],
    summary: summary(title),
    rank: null,
    from: 'page',
    ...more,
  };
}

export function summary(title: string, more: Partial<NoticeSummary> = {}): NoticeSummary {
  return {
    title,
    publisher: null,
    publishedAt: null,
    lang: 'zh',
    goods: [],
    tradeNames: [],
    intents: [],
    places: [],
    destination: [],
    indicators: [],
    controls: [],
    persons: [],
    listed: [],
    priority: 0,
    reasons: [],
    ...more,
  };
}

function reading(title: string, body: string): PageReading {
  return {
    state: 'present',
    reason: null,
    removalKind: null,
    reader: 'general/article',
    bodyBySite: false,
    charset: 'utf-8',
    site: null,
    title,
    publisher: null,
    author: null,
    publishedAt: null,
    publishedUncertaintySeconds: null,
    publishedZone: null,
    lang: 'zh',
    text: `${title}\n${body}`,
    images: [],
    links: [],
    aliases: [],
    fields: {},
  };
}

export async function all<T>(things: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const thing of things) found.push(thing);
  return found;
}

export function subjectOf(claim: Claim): string {
  return claim.kind === 'source' ? claim.source.id : claim.noticeId;
}

function missing(what: string): never {
  throw new Error(`the test expects ${what} to be there`);
}
