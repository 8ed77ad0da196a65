import { useQuery } from '@tanstack/react-query';
import { ask, sendWithChanges } from './ask.ts';
import { asking } from './queries.ts';
import type { Me } from './routes.gen.ts';

const RANK = { viewer: 1, analyst: 2, admin: 3 } as const;

/** Who was logged in here until the session ended. */
let last: Me | undefined;

/** Who asks; the token that changes send along comes with it. */
export const askingWho = {
  ...asking('GET /api/v1/me', {}),
  staleTime: 60_000,
  queryFn: async ({ signal }: { readonly signal: AbortSignal }): Promise<Me> => {
    const me = await ask('GET /api/v1/me', {}, signal);
    sendWithChanges(me.csrf);
    if (me.kind === 'user') {
      // Whoever comes after somebody else finds nothing of theirs: the page is loaded anew.
      if (last !== undefined && last.name !== me.name) window.location.reload();
      last = me;
    }
    return me;
  },
};

/** Who asks, from the server; undefined until it has answered. Where the session has ended in the middle of work it is still whoever worked here, so that nothing goes from the page but by their own hand. */
export function useMe(): Me | undefined {
  const { data } = useQuery(askingWho);
  return data?.kind === 'nobody' ? (last ?? data) : data;
}

/** Whether whoever is logged in may do what needs this role. */
export function useMay(role: keyof typeof RANK): boolean {
  const me = useMe();
  return me !== undefined && me.role !== null && RANK[me.role] >= RANK[role];
}
