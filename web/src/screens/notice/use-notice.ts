import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { asking } from '../../api/queries.ts';
import type { NoticeInFull } from '../../api/routes.gen.ts';
import { useRevealed } from './place.ts';
import { isJudged } from './text-state.ts';

const AGAIN_MS = 2000;

/** A notice in full, with private contacts where somebody asked for them. */
export function useNotice(id: string): UseQueryResult<NoticeInFull> {
  const revealed = useRevealed(id);
  return useQuery({
    ...noticeQuery(id, revealed),
    // What is still to be read is looked for again, until it is there.
    refetchInterval: ({ state: { data } }) => (data === undefined || isJudged(data) ? false : AGAIN_MS),
  });
}

/** The read that the reader makes; lists ask for it ahead. */
export function noticeQuery(id: string, revealed = false) {
  return asking('GET /api/v1/notices/:id', { params: { id }, query: revealed ? { reveal: true } : {} });
}
