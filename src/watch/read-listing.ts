import type { PageReading } from '../model/reading.ts';
import type { Source, SourceItem, SourceMemory } from '../model/source.ts';
import type { FetchSuccess } from '../fetch/fetch-result.ts';
import type { PageInput } from '../read/read-page.ts';
import { feedWarnings } from './sources/feed-warnings.ts';
import { learnNewLinks } from './sources/learn-links.ts';
import { readListPage } from './sources/list-page.ts';
import { parseFeed } from './sources/parse-feed.ts';

/** An item with the full text that a feed carries, if it does. */
export interface ListedItem extends SourceItem {
  readonly html?: string | null;
}

/** What a source lists now. */
export interface Listing {
  /** Everything listed, in its order. */
  readonly items: readonly ListedItem[];
  /** What becomes a notice unless it is one: all of a feed, of a list page what was not there at its first sight. */
  readonly fresh: readonly SourceItem[];
  /** It breaks off: what is not listed is unknown, not gone. */
  readonly truncated: boolean;
  /** Why nothing is listed, where that is odd. */
  readonly hint: string | null;
  /** What of it becomes no notice, in words for people. */
  readonly warnings: readonly string[];
  /** Of a list page: what it showed so far. */
  readonly baseline?: readonly string[];
}

/** Reads the answer of a feed or list page. Throws `input-malformed` for what is no feed, `usage` for a selector that cannot be read. */
export function readListing(
  read: (input: PageInput) => PageReading,
  known: { readonly source: Pick<Source, 'kind' | 'selector'>; readonly memory: SourceMemory },
  result: FetchSuccess,
): Listing {
  const contentType = result.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? null;
  const { body: bytes, finalUrl: url } = result;
  if (known.source.kind === 'feed') {
    const feed = parseFeed(bytes, contentType, url);
    const { items, truncated } = feed;
    return { items, fresh: items, truncated, hint: null, warnings: feedWarnings(feed) };
  }
  const page = readListPage(bytes, url, contentType, known.source.selector, read({ bytes, url, contentType, status: result.status }));
  const { fresh, baseline } = learnNewLinks(known.memory.baseline, page);
  return {
    items: page.items,
    fresh,
    truncated: page.hint !== null,
    hint: page.hint,
    warnings: [],
    ...(baseline === undefined ? {} : { baseline }),
  };
}
