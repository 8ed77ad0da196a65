import type { SavedSearch } from '../../api/routes.gen.ts';

/** Most important first, or newest first. */
export type Sort = SavedSearch['sort'];

export const SORTS = ['priority', 'firstSeen'] as const satisfies readonly Sort[];

export function sortOf(text: string | undefined): Sort | undefined {
  return SORTS.find((sort) => sort === text);
}
