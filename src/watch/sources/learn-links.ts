import { sha256 } from '../../model/digest.ts';
import type { SourceItem } from '../../model/source.ts';
import { addressKey, type ListPageContents } from './list-page.ts';

export interface LearntLinks {
  /** True where the page was seen for the first time: `fresh` is empty, and the items are what the source would watch. */
  readonly firstSight: boolean;
  /** Items that no earlier sight showed, in the order of the page. */
  readonly fresh: readonly SourceItem[];
  /** To be kept for the next check, or undefined where the page showed nothing to learn from. */
  readonly baseline: readonly string[] | undefined;
}

/** Hashed addresses remembered of a source, those listed now first: years of a list page, in 80 KB. */
const MAX_REMEMBERED = 5000;

/**
 * Tells new items from those a list page showed before. The first sight is a baseline of all its links; a page without any link
 * (a captcha, a shell that scripts fill) teaches nothing, and the next sight is the first. Later only items are remembered, so
 * that a link seen in a side column is still new when it comes to the list.
 */
export function learnNewLinks(baseline: readonly string[] | undefined, page: Pick<ListPageContents, 'items' | 'links'>): LearntLinks {
  const sessions = sessionPairs(page.links);
  const hashOf = (url: string): string => sha256(addressKey(url, sessions)).slice(0, 16);
  if (baseline === undefined) {
    return { firstSight: true, fresh: [], baseline: page.links.length === 0 ? undefined : [...new Set(page.links.map(hashOf))] };
  }
  const known = new Set(baseline);
  const listed = page.items.map((item) => ({ item, hash: hashOf(item.url) }));
  const now = new Set(listed.map(({ hash }) => hash));
  const fresh = listed.filter(({ hash }) => !known.has(hash)).map(({ item }) => item);
  // What the page links to now stays known however old it is, or a list longer than the memory would be new at each check.
  for (const hash of page.links.map(hashOf)) if (known.has(hash)) now.add(hash);
  const older = baseline.filter((hash) => !now.has(hash)).slice(0, Math.max(0, MAX_REMEMBERED - now.size));
  return { firstSight: false, fresh, baseline: [...now, ...older] };
}

/** Words that may stand for a session or for a notice: which of them, the page shows. */
const SESSION_PAIR = /^(?:sid|s|session|sess|ssid|token|tk|ticket)=[\w-]{16,}$/i;
const MIN_LINKS_OF_SESSION = 3;

/** Pairs like `sid=…` that all links of a page share: a name of the visit, not of a notice. */
function sessionPairs(links: readonly string[]): ReadonlySet<string> {
  const pairs = new Map<string, number>();
  const names = new Map<string, Set<string>>();
  for (const link of links) {
    const at = link.indexOf('?');
    if (at < 0) continue;
    for (const pair of link.slice(at + 1).split('&')) {
      if (!SESSION_PAIR.test(pair)) continue;
      const name = pair.slice(0, pair.indexOf('='));
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      names.set(name, (names.get(name) ?? new Set()).add(pair));
    }
  }
  return new Set(
    [...pairs]
      .filter(([pair, count]) => count >= MIN_LINKS_OF_SESSION && names.get(pair.slice(0, pair.indexOf('=')))?.size === 1)
      .map(([pair]) => pair),
  );
}
