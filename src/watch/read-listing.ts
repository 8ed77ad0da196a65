import type { SourceItem } from '../model/source.ts';
import type { SourceClaim } from '../store/port.ts';
import type { FetchSuccess } from '../fetch/fetch-result.ts';
import type { VisitContext } from '../capture/visit-context.ts';
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
  /** Of a list page: what it showed so far. */
  readonly baseline?: readonly string[];
}

/** Reads the answer of a feed or list page. Throws `input-malformed` where it is neither. */
export function readListing(context: Pick<VisitContext, 'read'>, claim: Pick<SourceClaim, 'source' | 'memory'>, result: FetchSuccess): Listing {
  const contentType = result.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? null;
  const url = result.finalUrl;
  if (claim.source.kind === 'feed') {
    const { items } = parseFeed(result.body, contentType, url);
    return { items, fresh: items };
  }
  const { items } = readListPage(result.body, url, contentType, claim.source.selector);
  const { fresh, baseline } = learnNewLinks(claim.memory.baseline, items);
  return { items, fresh, baseline };
}
