import { Parser } from 'htmlparser2';
import { detectCharset } from '../../read/charset.ts';
import { addressResolver } from '../../read/address.ts';
import { plainTitle } from './feed-body.ts';
import { feedRootOf, SNIFF_CHARACTERS } from './feed-root.ts';
import { feedCharset } from './parse-feed.ts';

/** Whether bytes are a feed or a page, by their own beginning: headers and file names of feeds are often wrong. */
export function detectSourceKind(bytes: Uint8Array, contentType: string | null): 'feed' | 'page' {
  const start = new TextDecoder(feedCharset(bytes, contentType)).decode(bytes.subarray(0, SNIFF_CHARACTERS * 2));
  return feedRootOf(start).format === null ? 'page' : 'feed';
}

export interface OfferedFeed {
  readonly url: string;
  readonly title: string;
  /** Media type as the page names it, or empty. */
  readonly type: string;
}

/** A page that offers more is a directory of feeds; the first are the page's own. */
const MAX_OFFERED = 50;
const MAX_DEPTH = 512;
const FEED_TYPE = /^(?:application|text)\/(?:rss|atom|rdf|feed)\+(?:xml|json)|^application\/feed\+json|^(?:application|text)\/xml/i;

/** Feeds that a page of HTML names in its head (`<link rel="alternate">`), absolute, http and https, each once. */
export function discoverFeeds(html: Uint8Array, url: string, contentType: string | null = null): readonly OfferedFeed[] {
  const links: Record<string, string>[] = [];
  let baseHref: string | null = null;
  let depth = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      // Deeper nesting makes each end tag dear, and no head is there.
      if (++depth > MAX_DEPTH) return parser.pause();
      if (name === 'base') baseHref ??= attributes['href'] ?? null;
      else if (name === 'link' && links.length < MAX_OFFERED && offersFeed(attributes)) links.push(attributes);
    },
    onclosetag: () => void depth--,
  });
  // They stand in the head: what follows the first megabyte is not it.
  parser.end(new TextDecoder(detectCharset(html, contentType)).decode(html.subarray(0, 1 << 20)));
  const addresses = addressResolver(url, baseHref);
  const found = new Map<string, OfferedFeed>();
  for (const link of links) {
    const address = addresses.resolve(link['href'] ?? '');
    if (address !== null && !found.has(address))
      found.set(address, { url: address, title: plainTitle(link['title'] ?? ''), type: (link['type'] ?? '').trim().toLowerCase() });
  }
  return [...found.values()];
}

function offersFeed(link: Readonly<Record<string, string>>): boolean {
  const relations = (link['rel'] ?? '').toLowerCase().split(/\s+/);
  if (relations.includes('feed')) return true;
  return relations.includes('alternate') && !relations.includes('stylesheet') && FEED_TYPE.test((link['type'] ?? '').trim());
}
