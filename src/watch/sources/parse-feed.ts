import { detectCharset } from '../../read/charset.ts';
import { addressAliases, normaliseAddress } from '../../model/address.ts';
import { DualwatchError } from '../../model/errors.ts';
import { detectLanguage } from '../../text/language.ts';
import { describeStart } from './describe-start.ts';
import { bodyOf, leadOf, plainTitle } from './feed-body.ts';
import { readFeedDate } from './feed-date.ts';
import type { FeedContents, FeedItem, RawFeed, RawItem } from './feed-item.ts';
import { assumedZone, type AssumedZone } from './source-knowledge.ts';
import { feedRootOf, SNIFF_CHARACTERS } from './feed-root.ts';
import { readJsonFeed } from './read-json-feed.ts';
import { readXmlFeed } from './read-xml-feed.ts';

export type { FeedContents, FeedItem } from './feed-item.ts';

const MAX_BYTES = 64 << 20;

/**
 * Reads RSS 0.9 to 2.0, RDF, Atom and JSON Feed: entries with absolute addresses, plain titles, bodies that are content, and
 * times with what is known of their zone. A feed that is broken or breaks off gives its whole entries and `truncated`.
 * `url` is the final address of the feed. Throws `input-malformed` for what is no feed, `input-too-large` beyond 64 MB.
 */
export function parseFeed(bytes: Uint8Array, contentType: string | null, url: string): FeedContents {
  if (bytes.length > MAX_BYTES)
    throw new DualwatchError('input-too-large', `The feed ${url} has ${bytes.length} bytes; at most ${MAX_BYTES} are read`);
  const raw = readRaw(bytes, feedCharset(bytes, contentType));
  if (raw === null) {
    throw new DualwatchError(
      'input-malformed',
      `${url} is no feed (RSS, Atom or JSON Feed): ${describeStart(bytes, contentType)}. Give the address of the feed, or watch it as a page`,
    );
  }
  const home = absolute(raw.home, url) ?? url;
  const lang = languageOf(raw);
  const zone = assumedZone(lang, hostOf(home));
  // RFC 4287 and xml:base: relative to the document. RSS knows no base; its links are written for the site.
  const from = raw.format === 'atom' || raw.format === 'json' ? url : home;
  const addressed = raw.items.map((item) => ({ item, url: addressOf(item, absolute(item.base, url) ?? from) }));
  const items = keyed(preferGuids(addressed).filter((entry): entry is Addressed => entry.url !== null)).map((entry) => itemOf(entry, zone));
  const unaddressed = addressed.filter((entry) => entry.url === null);
  return {
    format: raw.format,
    title: plainTitle(raw.title) || null,
    items,
    truncated: raw.truncated,
    withoutAddress: unaddressed.length,
    firstWithoutAddress: unaddressed[0] === undefined ? null : nameOf(unaddressed[0].item),
    cutIn: raw.cut && nameOf(raw.cut),
  };
}

function nameOf(item: RawItem): string | null {
  return plainTitle(item.title) || leadOf(bodyOf(item)) || null;
}

function readRaw(bytes: Uint8Array, charset: string): RawFeed | null {
  const root = feedRootOf(new TextDecoder(charset).decode(bytes.subarray(0, SNIFF_CHARACTERS * 2)));
  if (root.format === 'json') return readJsonFeed(new TextDecoder(charset).decode(bytes));
  return root.format === null ? null : readXmlFeed(bytes, charset, root.format);
}

/** The declaration of the file comes before the header: servers send one for all. Either is believed only where the bytes bear it out. */
export function feedCharset(bytes: Uint8Array, contentType: string | null): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 400)).toString('latin1');
  const declared = /<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
  return detectCharset(bytes, declared === undefined ? contentType : `text/xml; charset=${declared}`);
}

function languageOf(feed: RawFeed): string | null {
  if (feed.lang !== null && feed.lang.trim() !== '') return feed.lang.trim();
  const found = detectLanguage([feed.title ?? '', ...feed.items.slice(0, 20).map((item) => item.title ?? '')].join('\n').slice(0, 4000));
  return found === 'und' ? null : found;
}

/** An absolute http(s) address without user name and password, or null. */
function absolute(reference: string | null, url: string): string | null {
  const text = reference?.trim() ?? '';
  const address = text === '' ? null : URL.parse(text, url);
  if (address === null || (address.protocol !== 'http:' && address.protocol !== 'https:')) return null;
  address.username = '';
  address.password = '';
  return address.href;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

function addressOf(item: RawItem, from: string): string | null {
  const guid = item.guidIsLink && /^https?:\/\//i.test(item.guid ?? '') ? item.guid : null;
  for (const link of [item.link, guid, ...item.otherLinks]) {
    const address = webAddress(link, from);
    if (address !== null) return address;
  }
  return null;
}

/** Only http and https: a feed from the network must not name files of this machine. */
function webAddress(link: string | null, from: string): string | null {
  const address = absolute(link, from);
  try {
    return address === null ? null : normaliseAddress(address);
  } catch {
    return null;
  }
}

interface Addressed {
  readonly item: RawItem;
  readonly url: string;
}

/** Some feeds link every entry to their front page and name the page itself in the id. */
function preferGuids(
  entries: readonly { readonly item: RawItem; readonly url: string | null }[],
): readonly { readonly item: RawItem; readonly url: string | null }[] {
  const uses = new Map<string, number>();
  for (const { url } of entries) if (url !== null) uses.set(url, (uses.get(url) ?? 0) + 1);
  return entries.map((entry) => {
    if (entry.url === null || (uses.get(entry.url) ?? 0) < 2 || !entry.item.guidIsLink) return entry;
    const own = /^https?:\/\//i.test(entry.item.guid ?? '') ? webAddress(entry.item.guid, entry.url) : null;
    return own === null || uses.has(own) ? entry : { item: entry.item, url: own };
  });
}

/** Each address once, the first; and an id that stands on several addresses (a template's) is none. */
function keyed(entries: readonly Addressed[]): readonly (Addressed & { readonly key: string })[] {
  const first = new Map<string, Addressed>();
  for (const entry of entries) if (!first.has(entry.url)) first.set(entry.url, entry);
  const ids = new Map<string, number>();
  for (const { item } of first.values()) if (item.guid !== null) ids.set(item.guid, (ids.get(item.guid) ?? 0) + 1);
  return [...first.values()].map((entry) => ({
    ...entry,
    key: entry.item.guid !== null && ids.get(entry.item.guid) === 1 ? entry.item.guid : entry.url,
  }));
}

function itemOf({ item, url, key }: Addressed & { readonly key: string }, zone: AssumedZone): FeedItem {
  const html = bodyOf(item);
  const published = readFeedDate(item.published, zone);
  return {
    key,
    url,
    title: plainTitle(item.title) || leadOf(html),
    ...(published.publishedAt === null ? readFeedDate(item.updated, zone) : published),
    aliases: addressAliases(url),
    html,
    author: plainTitle(item.author) || null,
  };
}
