import { useQuery } from '@tanstack/react-query';
import type { Answer } from './ask.ts';
import { asking } from './queries.ts';

export const askingLists = asking('GET /api/v1/lists', { query: { limit: 100 } });

/** Whether any list of parties is kept, so that names are compared with anything at all; undefined until the server has answered. "Nobody is listed" can be said only where it is true. */
export function useListsKept(): boolean | undefined {
  const { data } = useQuery(askingLists);
  return data === undefined ? undefined : isAnyKept(data);
}

export function isAnyKept({ items }: Answer<'GET /api/v1/lists'>): boolean {
  return items.some(({ current }) => current !== null);
}
