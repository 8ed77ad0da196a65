import type { PageReading } from '../model/reading.ts';
import { detectLanguage } from '../text/language.ts';
import type { FeedItem } from './sources/feed-item.ts';
import type { ListedItem } from './read-listing.ts';

/** Text, links and pictures of a piece of HTML. */
export type ReadFragment = (
  html: string,
  baseUrl: string,
) => { readonly text: string; readonly links: PageReading['links']; readonly images: readonly string[] };

/** The reading that an item's full text gives, or null where the feed carries none. */
export function feedReading(item: ListedItem | undefined, readFragment: ReadFragment): PageReading | null {
  if (!item?.html) return null;
  const { text: body, links, images } = readFragment(item.html, item.url);
  if (body.trim() === '') return null;
  const text = item.title === '' ? body : `${item.title}\n${body}`;
  const feed: Partial<FeedItem> = item;
  return {
    state: 'present',
    reason: null,
    removalKind: null,
    reader: 'feed/item',
    bodyBySite: false,
    charset: 'utf-8',
    site: null,
    title: item.title || null,
    publisher: null,
    author: feed.author ?? null,
    publishedAt: item.publishedAt,
    publishedUncertaintySeconds: feed.publishedUncertaintySeconds ?? null,
    publishedZone: feed.publishedZone ?? null,
    lang: detectLanguage(text),
    text,
    images,
    links,
    aliases: item.aliases,
    fields: {},
  };
}
