import { DualwatchError } from '../../model/errors.ts';
import { isNoticeId, newSearchId } from '../../model/ids.ts';
import type { Notice } from '../../model/notice.ts';
import { parseNoticeQuery } from '../../model/notice-query.ts';
import { SEARCH_SORTS, type SavedSearch } from '../../model/saved-search.ts';
import type { Store } from '../../store/port.ts';
import { noticesWhere } from '../query-notices.ts';
import { givenLine, givenText } from './given-text.ts';

/** The newest of so many are sorted in memory. */
const MOST_SORTED = 100_000;

/**
 * Keeps a search under a name. `goods` are the concepts that there are. Throws `usage` with the position of what cannot be read in the query, and
 * `conflict` where the name is taken.
 */
export async function saveSearch(
  store: Pick<Store, 'searches'>,
  wanted: { readonly name: string; readonly query: string; readonly sort?: string | undefined; readonly owner: string },
  goods: readonly string[],
  nowMs: number,
): Promise<SavedSearch> {
  const name = givenLine(wanted.name, 'the name', 100);
  const query = givenText(wanted.query, 'the query', 4000);
  parseNoticeQuery(query, goods);
  const sort = SEARCH_SORTS.find((one) => one === (wanted.sort ?? 'priority'));
  if (sort === undefined) throw new DualwatchError('usage', `"${wanted.sort ?? ''}" is no order; choose one of ${SEARCH_SORTS.join(', ')}`);
  const owner = givenLine(wanted.owner, 'the owner', 200);
  const search = { id: newSearchId(nowMs), name, query, sort, owner, createdAt: new Date(nowMs).toISOString() };
  await store.searches.add(search);
  return search;
}

/** By id or name. Throws `not-found`. */
export async function searchNamed(store: Pick<Store, 'searches'>, idOrName: string): Promise<SavedSearch> {
  const found = await store.searches.find(idOrName.trim());
  if (found === undefined)
    throw new DualwatchError('not-found', `No search has the id or name "${idOrName}"; "dualwatch searches list" shows them`);
  return found;
}

/** What a saved search finds now, in its order, at most `limit`. Throws `usage` where an older version saved what this one cannot read. */
export async function* runSearch(
  store: Pick<Store, 'listNotices'>,
  search: Pick<SavedSearch, 'query' | 'sort'>,
  limit: number,
): AsyncIterable<Notice> {
  const predicate = parseNoticeQuery(search.query);
  if (search.sort === 'priority') {
    yield* noticesWhere(store, predicate, limit === Infinity ? {} : { limit });
    return;
  }
  const newest: Notice[] = [];
  for await (const notice of noticesWhere(store, predicate, {})) {
    newest.push(notice);
    // No more is held than is wanted, and as much again.
    if (newest.length >= 2 * Math.min(limit, MOST_SORTED)) keepNewest(newest, limit);
  }
  keepNewest(newest, limit);
  yield* newest;
}

function keepNewest(notices: Notice[], limit: number): void {
  notices.sort((one, other) => compare(other.firstSeenAt, one.firstSeenAt) || compare(other.id, one.id));
  notices.length = Math.min(notices.length, limit, MOST_SORTED);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Ids in lines: each the id or address of a notice, or a JSON object that has `id`, as `notices --json` writes them. */
export function noticesInLines(text: string): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const trimmed = line.trim();
    if (trimmed === '') return [];
    if (!trimmed.startsWith('{')) return [trimmed];
    try {
      const { id } = JSON.parse(trimmed) as { readonly id?: unknown };
      if (typeof id === 'string' && isNoticeId(id)) return [id];
    } catch {
      // Told below, with its line.
    }
    throw new DualwatchError('input-malformed', `line ${index + 1} of stdin is no object with the id of a notice`);
  });
}
