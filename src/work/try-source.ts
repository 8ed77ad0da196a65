import { isAbsolute, resolve } from 'node:path';
import { normaliseAddress } from '../model/address.ts';
import { asDualwatchError, DualwatchError } from '../model/errors.ts';
import type { SourceItem, SourceKind, SourceSettings } from '../model/source.ts';
import type { FetchSuccess } from '../fetch/fetch-result.ts';
import { openedHost } from '../capture/visit-policy.ts';
import { detectSourceKind, discoverFeeds } from '../watch/sources/detect-kind.ts';
import { folderWarnings } from '../watch/sources/folder-warnings.ts';
import { filesLeftOut, listFolder } from '../watch/sources/folder.ts';
import { readListing } from '../watch/read-listing.ts';
import type { LocalWatch } from './local.ts';

/** What a source answered when it was tried. */
export interface TriedSource {
  /** Settings with the kind found out; null where the address can be no source. */
  readonly settings: SourceSettings | null;
  readonly error: DualwatchError | null;
  /** What kept the address from being read, as the health of a source tells it (`refused: …`, `http 404`); null where it was read. */
  readonly why: string | null;
  readonly items: readonly SourceItem[];
  /** True for a list page whose links are learnt: what it lists now is not new. */
  readonly baseline: boolean;
  readonly feeds: readonly { readonly url: string; readonly title: string | null }[];
  /** What robots.txt says, where it forbids something. */
  readonly robots: string | null;
  /** What robots.txt says of the address itself; null where it was not asked, or did not come. */
  readonly robotsTxt: RobotsSaid | null;
  readonly warnings: readonly string[];
}

export interface RobotsSaid {
  readonly allowed: boolean;
  /** The line that decides; null where none speaks of the address. */
  readonly rule: string | null;
  /** For people: why. */
  readonly reason: string;
  /** Pace that it asks for. */
  readonly crawlDelayMs: number | null;
}

type Wanted = Omit<SourceSettings, 'kind'> & { readonly kind: SourceKind | null };

const FORBIDDEN_HINT = 'If you may visit it nevertheless, say why: --robots ignore --reason "…"';

/**
 * Visits an address as its source would and says what it lists. A feed that only fails for now may still be added;
 * an address that robots.txt or the address rules forbid, or that is neither feed nor page nor folder, may not.
 */
export async function trySource(local: LocalWatch, wanted: Wanted): Promise<TriedSource> {
  if (wanted.kind === 'folder' || (wanted.kind === null && !/^[a-z][a-z0-9+-]*:/i.test(wanted.url)))
    return { ...(await tryFolder(wanted)), robotsTxt: null };
  const tried = await tryPage(local, wanted);
  return { ...tried, robotsTxt: await robotsSaid(local, wanted) };
}

/** The visit has asked for robots.txt: this reads what is kept of it. */
async function robotsSaid(local: LocalWatch, wanted: Wanted): Promise<RobotsSaid | null> {
  if (wanted.robots === 'ignore') return null;
  const url = new URL(normaliseAddress(wanted.url));
  const { decision, failure } = await local.context.robots.decide(url, openedHost(wanted, url.href), wanted.proxy);
  if (failure) return null;
  const { allowed, rule = null, reason, crawlDelayMs = null } = decision;
  return { allowed, rule, reason, crawlDelayMs };
}

type Tried = Omit<TriedSource, 'robotsTxt'>;

async function tryPage(local: LocalWatch, wanted: Wanted): Promise<Tried> {
  const url = normaliseAddress(wanted.url);
  const settings = { ...wanted, url, name: wanted.name === wanted.url ? url : wanted.name };
  const page = await local.context.fetcher.fetch({
    url,
    policy: settings,
    allowPrivate: openedHost(settings, url),
    etag: null,
    lastModified: null,
    claimedHost: null,
  });
  const nothing = { why: null, items: [], baseline: false, feeds: [], robots: null, warnings: [] };
  if (page.forbidden !== null)
    return {
      ...nothing,
      settings: null,
      robots: page.forbidden,
      why: `robots.txt: ${page.forbidden}`,
      error: new DualwatchError('robots-forbidden', `robots.txt forbids ${url}: ${page.forbidden}. ${FORBIDDEN_HINT}`),
    };
  const { result } = page;
  const kind = wanted.kind ?? 'feed';
  if (!result?.ok) {
    const forbidden = result?.failure.kind === 'address-forbidden';
    const message = `${url} cannot be visited: ${result?.failure.message ?? 'no answer'}`;
    const error = new DualwatchError(forbidden ? 'address-forbidden' : 'fetch-failed', message);
    const why = result === null ? null : `${result.failure.kind}: ${result.failure.message}`;
    return { ...nothing, settings: wanted.kind === null || forbidden ? null : { ...settings, kind }, error, why };
  }
  if (result.status !== 200)
    return {
      ...nothing,
      settings: wanted.kind === null ? null : { ...settings, kind },
      why: `http ${result.status}`,
      error: new DualwatchError('fetch-failed', `${url} answers with status ${result.status}`),
    };
  return list(local, { ...settings, kind: wanted.kind ?? detectSourceKind(result.body, contentTypeOf(result)) }, result);
}

async function list(local: LocalWatch, settings: SourceSettings, result: FetchSuccess): Promise<Tried> {
  const feeds = settings.kind === 'page' ? discoverFeeds(result.body, result.finalUrl, contentTypeOf(result)) : [];
  try {
    const { items, hint, warnings } = readListing(local.context.read, { source: settings, memory: {} }, result);
    const robots = await firstForbidden(local, settings, items);
    return {
      settings,
      error: null,
      why: null,
      items,
      baseline: settings.kind === 'page',
      feeds,
      robots,
      warnings: [
        ...(hint === null ? [] : [hint]),
        ...warnings,
        ...(robots === null ? [] : [`Notices there will be listed, but not visited. ${FORBIDDEN_HINT}`]),
      ],
    };
  } catch (error) {
    return { settings: null, error: asDualwatchError(error), why: null, items: [], baseline: false, feeds, robots: null, warnings: [] };
  }
}

/** Says at once when robots.txt forbids what the source lists: its first items are asked about, at three origins at most. */
async function firstForbidden(local: LocalWatch, settings: SourceSettings, items: readonly SourceItem[]): Promise<string | null> {
  if (settings.robots === 'ignore') return null;
  const silent = new Set<string>();
  const asked = new Set<string>();
  for (const url of items.slice(0, 20).map((item) => new URL(item.url))) {
    if (silent.has(url.origin) || (!asked.has(url.origin) && asked.size === 3)) continue;
    asked.add(url.origin);
    const { decision, failure } = await local.context.robots.decide(url, openedHost(settings, settings.url), settings.proxy);
    if (failure) silent.add(url.origin);
    else if (!decision.allowed) return decision.reason;
  }
  return null;
}

async function tryFolder(wanted: Wanted): Promise<Tried> {
  const path = wanted.url.startsWith('file:') ? new URL(wanted.url).pathname : isAbsolute(wanted.url) ? wanted.url : resolve(wanted.url);
  const settings: SourceSettings = {
    ...wanted,
    kind: 'folder',
    url: decodeURIComponent(path),
    name: wanted.name === wanted.url ? path : wanted.name,
  };
  try {
    const items = await listFolder(decodeURIComponent(path));
    const leftOut = await filesLeftOut(decodeURIComponent(path));
    return {
      settings,
      error: null,
      why: null,
      items: items.map(({ url, title }) => ({ url, title, publishedAt: null, aliases: [] })),
      baseline: false,
      feeds: [],
      robots: null,
      warnings: folderWarnings(
        items.map(({ title }) => title),
        leftOut,
      ),
    };
  } catch (error) {
    return {
      settings: null,
      error: asDualwatchError(error, 'input-unreadable'),
      why: null,
      items: [],
      baseline: false,
      feeds: [],
      robots: null,
      warnings: [],
    };
  }
}

function contentTypeOf(result: FetchSuccess): string | null {
  return result.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? null;
}
