import { useQuery } from '@tanstack/react-query';
import { sendWithChanges } from './ask.ts';
import { asking } from './queries.ts';
import type { Me } from './routes.gen.ts';

const RANK = { viewer: 1, analyst: 2, admin: 3 } as const;

/** Who asks, from the server; undefined until it has answered. */
export function useMe(): Me | undefined {
  const { data } = useQuery({ ...asking('GET /api/v1/me', {}), staleTime: 60_000 });
  if (data !== undefined) sendWithChanges(data.csrf);
  return data;
}

/** Whether whoever is logged in may do what needs this role. */
export function useMay(role: keyof typeof RANK): boolean {
  const me = useMe();
  return me !== undefined && me.role !== null && RANK[me.role] >= RANK[role];
}
