import type { Notice } from '../model/notice.ts';
import { factsOfNotice } from '../model/notice-query.ts';
import { predicateHolds, wordsOf, type Predicate } from '../model/predicate.ts';
import type { NoticeFilter, Store } from '../store/port.ts';

/**
 * Notices that a predicate holds for, in the store's order. Words are looked up in the store's text index, one look for each word of the
 * predicate; those that every notice must have narrow what is read.
 */
export async function* noticesWhere(
  store: Pick<Store, 'listNotices'>,
  predicate: Predicate,
  filter: Omit<NoticeFilter, 'query'>,
): AsyncIterable<Notice> {
  const needed = neededWords(predicate);
  const withWord = new Map<string, ReadonlySet<string>>();
  for (const words of wordsOf(predicate)) {
    if (needed.includes(words)) continue;
    const ids = new Set<string>();
    const { limit: _, ...rest } = filter;
    for await (const { id } of store.listNotices({ ...rest, query: words })) ids.add(id);
    withWord.set(words, ids);
  }
  const { limit = Infinity, ...rest } = filter;
  let left = limit;
  for await (const notice of store.listNotices({ ...rest, ...(needed.length > 0 ? { query: needed.join(' ') } : {}) })) {
    if (left <= 0) return;
    if (
      !predicateHolds(
        predicate,
        factsOfNotice(notice, (words) => needed.includes(words) || withWord.get(words)?.has(notice.id) === true),
      )
    )
      continue;
    left -= 1;
    yield notice;
  }
}

/** Words without which it cannot hold. */
export function neededWords(predicate: Predicate): readonly string[] {
  if (predicate.is === 'words') return [predicate.text];
  return predicate.is === 'all' ? predicate.of.flatMap(neededWords) : [];
}
