import { infiniteQueryOptions, QueryClient, queryOptions, type UseQueryOptions } from '@tanstack/react-query';
import { ask, Refused, type Answer, type Given, type ReadName } from './ask.ts';

/** What the app keeps of the server's answers; what is shown again is shown at once and asked for anew behind it. */
export const answers = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: true,
      retry: (times, error) => times < 2 && error instanceof Refused && error.problem.retry !== 'never' && error.problem.status !== 401,
    },
    mutations: { retry: false },
  },
});

type Key<Name extends ReadName> = readonly [Name, Given<Name>];

/** A read of the server, for useQuery: `useQuery(asking('GET /api/v1/notices/:id', { params: { id } }))`. */
export function asking<Name extends ReadName>(
  name: Name,
  given: Given<Name>,
): UseQueryOptions<Answer<Name>, Error, Answer<Name>, Key<Name>> & { queryKey: Key<Name> } {
  return queryOptions({ queryKey: [name, given] as const, queryFn: ({ signal }) => ask(name, given, signal) });
}

type ListName = {
  [Name in ReadName]: Answer<Name> extends { readonly items: readonly unknown[]; readonly nextCursor: string | null } ? Name : never;
}[ReadName];

/** A list that is read page by page, for useInfiniteQuery. */
export function askingPages<Name extends ListName>(name: Name, given: Given<Name>) {
  return infiniteQueryOptions({
    queryKey: [name, given, 'pages'] as const,
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }): Promise<Answer<Name>> => {
      const { query = {} } = given as { readonly query?: object };
      return ask(name, { ...given, query: { ...query, cursor: pageParam } }, signal);
    },
    getNextPageParam: (last) => (last as { readonly nextCursor: string | null }).nextCursor ?? undefined,
  });
}

const LATER_MS = 1000;
const later = new Set<ReadName>();

/** The same for what changes many times a second: once for all that comes within a moment. */
export function forgetSoon(...names: readonly ReadName[]): void {
  if (later.size === 0)
    setTimeout(() => {
      const all = [...later];
      later.clear();
      forget(...all);
    }, LATER_MS);
  for (const name of names) later.add(name);
}

/** What was answered by these routes is asked for anew where it is shown; also what is on its way for the first time, since it may be older than what changed. */
export function forget(...names: readonly ReadName[]): void {
  for (const name of names) {
    const under = { queryKey: [name] };
    const coming = answers
      .getQueryCache()
      .findAll({ ...under, predicate: ({ state }) => state.data === undefined && state.fetchStatus !== 'idle' });
    void answers.invalidateQueries(under);
    for (const { promise, queryKey } of coming)
      promise?.then(
        () => answers.invalidateQueries({ queryKey, exact: true }),
        () => undefined,
      );
  }
}
