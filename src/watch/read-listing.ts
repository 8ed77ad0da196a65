import type { Source, SourceItem, SourceMemory } from '../model/source.ts';
import type { FetchSuccess } from '../fetch/fetch-result.ts';
import { parseFeed } from './sources/parse-feed.ts';
import { learnNewLinks, readListPage } from './sources/list-page.ts';

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
  /** Of a list page: what it showed so far. */
  readonly baseline?: readonly string[];
}

/** Reads the answer of a feed or list page. Throws `input-malformed` where it is neither. */
export function readListing(claim: { readonly source: Pick<Source, 'kind' | 'selector'>; readonly memory: SourceMemory }, result: FetchSuccess): Listing {
  const contentType = result.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? null;
  const url = result.finalUrl;
  if (claim.source.kind === 'feed') {
    const { items, truncated } = parseFeed(result.body, contentType, url);
    return { items, fresh: items, truncated };
  }
  const { items } = readListPage(result.body, url, contentType, claim.source.selector);
  const { fresh, baseline } = learnNewLinks(claim.memory.baseline, items);
  return { items, fresh, baseline, truncated: false };
}
