import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { askingPages } from '../../api/queries.ts';
import type { SearchHit } from '../../api/routes.gen.ts';

const PAGE = 30;

export interface Hits {
  readonly items: readonly SearchHit[];
  /** `10,000+` where there are more than are counted; null before the first answer. */
  readonly total: number | string | null;
  readonly isPending: boolean;
  /** What is shown was found by the words before. */
  readonly isOld: boolean;
  readonly hasMore: boolean;
  readonly isMore: boolean;
  readonly error: Error | null;
  /** Why the next page did not come; what came before it stays. */
  readonly moreError: Error | null;
  readonly more: () => void;
  readonly again: () => void;
}

/** What is found, page by page; while it is asked anew for other words, what was found before stays. */
export function useHits(q: string, filter: string): Hits {
  const query = useInfiniteQuery({
    ...askingPages('GET /api/v1/search', { query: { q, filter, limit: PAGE } }),
    enabled: q !== '' || filter !== '',
    placeholderData: keepPreviousData,
  });
  const error = query.isFetchNextPageError ? null : query.error;
  const pages = error === null ? (query.data?.pages ?? []) : [];
  return {
    items: pages.flatMap(({ items }) => items),
    total: pages[0]?.total ?? null,
    isPending: query.isPending,
    isOld: query.isPlaceholderData,
    hasMore: query.hasNextPage,
    isMore: query.isFetchingNextPage,
    error,
    moreError: query.isFetchNextPageError ? query.error : null,
    more: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
    },
    again: () => void query.refetch(),
  };
}
