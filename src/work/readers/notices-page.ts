import type { Predicate } from '../../model/predicate.ts';
import type { SearchSort } from '../../model/saved-search.ts';
import { maskedNotice } from '../../recognise/parties/masked-notice.ts';
import type { NoticeFilter, NoticePlace } from '../../store/port.ts';
import { jsonBytes, type JsonBytes } from './json-bytes.ts';
import { parsedQuery } from './parsed-query.ts';
import type { Reading } from './tasks.ts';

interface Asked {
  readonly query: string | null;
  readonly filter: Omit<NoticeFilter, 'limit' | 'query'>;
  /** Behind the first so many, in place of `filter.after`. */
  readonly offset?: number;
  readonly limit: number;
  readonly sort: SearchSort;
  /** Private persons and contacts are shown. */
  readonly revealed: boolean;
}

interface Page {
  /** Notices as JSON. */
  readonly items: readonly string[];
  readonly last: NoticePlace | null;
  /** How many there are in all; `10,000+` beyond that, but exact for whoever asks by offset. */
  readonly total?: number | string;
}

/** A page of notices, after `after` or behind the first `offset` where they are given. */
export async function noticesPage({ store, columns }: Pick<Reading, 'store' | 'columns'>, asked: Asked): Promise<Page> {
  const { query, filter, offset, limit, sort, revealed } = asked;
  // Without a predicate the store finds a page by itself: nobody waits while the columns are read.
  if (query === null && offset === undefined && sort === 'priority' && !columns.ready()) return fromStore({ store }, asked);
  const asks = parsedQuery(query);
  const predicate = joined([
    ...(asks === null ? [] : [asks]),
    ...(filter.state === undefined ? [] : [is('state', filter.state)]),
    ...(filter.source === undefined ? [] : [is('source', filter.source)]),
  ]);
  const { nums, total } = await columns.ask(async (all) => {
    const among = await all.where(predicate);
    return { nums: all.page(among, offset ?? filter.after, limit, sort), total: all.count(among) };
  });
  const items = (await columns.shown(nums, revealed)).map(({ json }) => json);
  return { items, last: nums.length < limit ? null : placeOf(items), total: offset === undefined ? shownTotal(total) : total };
}

/** The same as it goes to clients. */
export async function noticesBytes(
  reading: Pick<Reading, 'store' | 'columns'>,
  asked: Asked,
): Promise<Omit<Page, 'items'> & { readonly items: JsonBytes }> {
  const page = await noticesPage(reading, asked);
  return { ...page, items: jsonBytes(page.items) };
}

async function fromStore({ store }: Pick<Reading, 'store'>, { filter, limit, revealed }: Asked): Promise<Page> {
  const items: string[] = [];
  for await (const notice of store.listNotices({ ...filter, limit })) items.push(JSON.stringify(revealed ? notice : maskedNotice(notice)));
  return { items, last: items.length < limit ? null : placeOf(items) };
}

/** Counts beyond 10,000 are told as that. */
export function shownTotal(total: number): number | string {
  return total > 10_000 ? '10,000+' : total;
}

function placeOf(items: readonly string[]): NoticePlace | null {
  const last = items.at(-1);
  if (last === undefined) return null;
  const { priority, firstSeenAt, id } = JSON.parse(last) as NoticePlace;
  return { priority, firstSeenAt, id };
}

function is(field: string, value: string): Predicate {
  return { is: 'test', field, op: '=', values: [value] };
}

/** All of them hold; null where there are none. */
export function joined(predicates: readonly Predicate[]): Predicate | null {
  const [only] = predicates;
  return only === undefined ? null : predicates.length === 1 ? only : { is: 'all', of: predicates };
}
