import type { PageReading } from '../../model/reading.ts';
import type { SourceItem } from '../../model/source.ts';

export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'json';

/** One entry of a feed, with all that the feed itself says of it. */
export interface FeedItem extends SourceItem {
  /** The feed's own id of the entry, else its address: what tells the same entry at the next check. */
  readonly key: string;
  /** The fullest text that the feed carries of the entry, as HTML; null where it carries none, or a placeholder. */
  readonly html: string | null;
  readonly author: string | null;
  readonly publishedUncertaintySeconds: PageReading['publishedUncertaintySeconds'];
  readonly publishedZone: PageReading['publishedZone'];
}

export interface FeedContents {
  readonly format: FeedFormat;
  readonly title: string | null;
  /** In the order of the feed, each address once. */
  readonly items: readonly FeedItem[];
  /** True where the feed ends in the middle, is broken from some point on, or was cut at the limits: items after that are unknown, not gone. */
  readonly truncated: boolean;
  /** Entries without an http(s) address, which cannot be followed. */
  readonly withoutAddress: number;
  /** Title of the first of these, or the first words of its text; null where there is none. */
  readonly firstWithoutAddress: string | null;
  /** The same of the entry that the feed breaks off in; null where that is not known. */
  readonly cutIn: string | null;
}

/** An entry as it stands in the file, before anything is understood. */
export interface RawItem {
  guid: string | null;
  guidIsLink: boolean;
  link: string | null;
  /** Addresses to fall back on, best first: `rdf:about`, an enclosure. */
  otherLinks: string[];
  title: string | null;
  author: string | null;
  content: string | null;
  summary: string | null;
  published: string | null;
  updated: string | null;
  /** Address that its links are relative to, where `xml:base` gives one. */
  base: string | null;
}

export interface RawFeed {
  readonly format: FeedFormat;
  readonly title: string | null;
  readonly lang: string | null;
  /** The site that the feed is of. */
  readonly home: string | null;
  readonly items: readonly RawItem[];
  readonly truncated: boolean;
  /** The first entry that is not whole, as far as it goes. */
  readonly cut: RawItem | null;
}

export function emptyItem(base: string | null): RawItem {
  return {
    guid: null,
    guidIsLink: true,
    link: null,
    otherLinks: [],
    title: null,
    author: null,
    content: null,
    summary: null,
    published: null,
    updated: null,
    base,
  };
}

/** More entries than this are not read: the largest feeds of procurement portals have some thousands. */
export const MAX_ITEMS = 100_000;
/** Characters of bodies kept of one feed; entries beyond keep their address, title and date. */
export const MAX_BODY_CHARACTERS = 48_000_000;
