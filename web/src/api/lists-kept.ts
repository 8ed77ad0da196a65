import { useQuery } from '@tanstack/react-query';
import { asking } from './queries.ts';

/** Whether any list of parties is kept, so that names are compared with anything at all; undefined until the server has answered. "Nobody is listed" can be said only where it is true. */
export function useListsKept(): boolean | undefined {
  const { data } = useQuery(asking('GET /api/v1/lists', { query: { limit: 100 } }));
  return data?.items.some(({ current }) => current !== null);
}
