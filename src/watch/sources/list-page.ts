import { addressAliases, normaliseAddress } from '../../model/address.ts';
import type { Link, PageReading } from '../../model/reading.ts';
import type { SourceItem } from '../../model/source.ts';
import { columnsOf } from '../../text/columns.ts';
import { selectLinks } from './select-links.ts';
import { leadsAbout } from './source-knowledge.ts';

export interface ListPageContents {
  readonly title: string | null;
  /** What the page lists, in its order, each address once. */
  readonly items: readonly SourceItem[];
  /** Every address that the page links to, items first: what it showed at this sight. */
  readonly links: readonly string[];
  /** Why nothing is listed, and what may help; null where there are items. */
  readonly hint: string | null;
}

/** The reading of the list page by `read/`: its state, its list where it has one, its links. */
export type ListReading = Pick<PageReading, 'state' | 'reason' | 'title' | 'lang' | 'items' | 'links'>;

/** No list of notices is longer on one page. */
const MAX_LISTED = 5000;
/** Units of a title, Han counted double: shorter links are categories and buttons. */
const TITLE_SIZE = 10;
/** A link to another site needs a title that no friend's link has. */
const FOREIGN_TITLE_SIZE = 20;

/**
 * Items of a list page. With a CSS selector: the links that it selects, or that stand inside or around what it selects. Without:
 * the list that the reader found, else all links that could be titles of items, navigation left out.
 * `url` is the final address. Throws `usage` for a selector that cannot be understood, with the place.
 */
export function readListPage(
  bytes: Uint8Array,
  url: string,
  contentType: string | null,
  selector: string | null,
  reading: ListReading,
): ListPageContents {
  const { title } = reading;
  if (reading.state !== 'present' && reading.reason !== 'empty') {
    return {
      title,
      items: [],
      links: [],
      hint: `The page shows no list now: it is ${reading.state}${reading.reason === null ? '' : ` (${reading.reason})`}`,
    };
  }
  const self = addressKey(url);
  const items = asItems(
    selector === null ? learnt(reading, url) : selectLinks(bytes, url, contentType, selector, reading.lang),
    self,
    selector !== null,
  );
  const links = [
    ...new Set([...items.map((item) => item.url), ...reading.links.map((link) => link.url)].flatMap((link) => normalised(link) ?? [])),
  ];
  return { title, items, links, hint: items.length > 0 ? null : hintFor(selector, reading) };
}

/** A link of a list with the date that stands beside it. */
export interface DatedLink extends Link {
  readonly date: string | null;
}

/**
 * Name of an address for comparing what a page listed before: scheme, `www.`, order of the query, numbers that only defeat caches
 * and session ids make no difference, nor do the pairs `passing`. Not for asking: what is dropped here may be needed to get the page.
 */
export function addressKey(url: string, passing: ReadonlySet<string> = NONE): string {
  const plain = normalised(url) ?? url;
  const address = URL.parse(plain);
  if (address === null) return plain;
  const kept = address.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !PASSING.test(pair) && !passing.has(pair));
  return `${address.host.replace(/^www\./, '')}${address.pathname}?${kept.toSorted().join('&')}${address.hash}`;
}

const NONE: ReadonlySet<string> = new Set();
const PASSING = /^(?:_|_t|rnd|rand|random|nocache|cachebuster|cb|timestamp|session_?id|sess_?id)=?[\w.-]*$/i;

function learnt(reading: ListReading, url: string): readonly DatedLink[] {
  if (reading.items !== undefined && reading.items.length > 0) {
    return reading.items.map((item) => ({ url: item.url, text: item.title, date: item.date ?? null }));
  }
  const host = siteOf(url);
  return reading.links.filter((link) => couldBeItem(link, host)).map((link) => ({ ...link, date: null }));
}

function couldBeItem(link: Link, host: string): boolean {
  const size = columnsOf(link.text);
  if (size < TITLE_SIZE || leadsAbout(link.text)) return false;
  const address = URL.parse(link.url);
  if (address === null || (address.pathname === '/' && address.search === '' && address.hash === '')) return false;
  const other = siteOf(link.url);
  const same = other === host || other.endsWith(`.${host}`) || host.endsWith(`.${other}`);
  return same || size >= FOREIGN_TITLE_SIZE;
}

function asItems(links: readonly DatedLink[], self: string, chosen: boolean): readonly SourceItem[] {
  const items = new Map<string, SourceItem>();
  for (const link of links) {
    const url = normalised(link.url);
    if (url === null || url.startsWith('file:') || (!chosen && leadsAbout(link.text))) continue;
    const key = addressKey(url);
    if (key === self) continue;
    const known = items.get(key);
    // A picture and a title lead to one address: the longer text is the title.
    if (known !== undefined && known.title.length >= link.text.trim().length) continue;
    items.set(key, {
      url: known?.url ?? url,
      title: link.text.replace(/\s+/g, ' ').trim(),
      publishedAt: link.date ?? known?.publishedAt ?? null,
      aliases: addressAliases(url),
    });
    if (items.size >= MAX_LISTED) break;
  }
  return [...items.values()];
}

function hintFor(selector: string | null, reading: ListReading): string {
  if (reading.links.length === 0)
    return 'The page has no links: its list may be made by scripts in the browser; look for a feed or an address that its scripts ask';
  const links = reading.links.length === 1 ? 'one link' : `${reading.links.length} links`;
  if (selector !== null)
    return `The selector ${selector} selects none of the ${links} of the page; check it in the browser's inspector against the page as sent, before scripts run`;
  return `None of the ${links} of the page could be the title of an item; give a CSS selector of the links, or look for a feed`;
}

function normalised(url: string): string | null {
  try {
    return normaliseAddress(url);
  } catch {
    return null;
  }
}

function siteOf(url: string): string {
  return (URL.parse(url)?.hostname ?? '').replace(/^www\./, '');
}
