import type { Notice } from '../../model/notice.ts';
import { parseNoticeQuery } from '../../model/notice-query.ts';
import type { NoticeFilter, NoticePlace } from '../../store/port.ts';
import { noticesWhere } from '../query-notices.ts';
import type { Reading } from './tasks.ts';

/** A page of notices in the store's order, after `after` where it is given. */
export async function noticesPage(
  { store }: Pick<Reading, 'store'>,
  {
    query,
    filter,
    limit,
  }: { readonly query: string | null; readonly filter: Omit<NoticeFilter, 'limit' | 'query'>; readonly limit: number },
): Promise<{ readonly notices: readonly Notice[]; readonly last: NoticePlace | null }> {
  const notices: Notice[] = [];
  const listed =
    query === null ? store.listNotices({ ...filter, limit }) : noticesWhere(store, parseNoticeQuery(query), { ...filter, limit });
  for await (const notice of listed) notices.push(notice);
  const last = notices.length < limit ? undefined : notices.at(-1);
  return { notices, last: last === undefined ? null : { priority: last.priority, firstSeenAt: last.firstSeenAt, id: last.id } };
}
