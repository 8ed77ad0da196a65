import type { SearchId } from './ids.ts';

/** Most important first, or newest first. */
export const SEARCH_SORTS = ['priority', 'firstSeen'] as const;
export type SearchSort = (typeof SEARCH_SORTS)[number];

/** A question about notices that is asked again and again. */
export interface SavedSearch {
  readonly id: SearchId;
  /** Unique in a home. */
  readonly name: string;
  /** A predicate over notices, as written; see `notice-query.ts`. */
  readonly query: string;
  readonly sort: SearchSort;
  readonly owner: string;
  readonly createdAt: string;
}
