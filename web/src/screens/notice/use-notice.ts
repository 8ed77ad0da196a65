import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { asking } from '../../api/queries.ts';
import type { NoticeInFull } from '../../api/routes.gen.ts';
import { useRevealed } from './place.ts';

/** A notice in full, with private contacts where somebody asked for them. */
export function useNotice(id: string): UseQueryResult<NoticeInFull> {
  const revealed = useRevealed(id);
  return useQuery(noticeQuery(id, revealed));
}

/** The read that the reader makes; lists ask for it ahead. */
export function noticeQuery(id: string, revealed = false) {
  return asking('GET /api/v1/notices/:id', { params: { id }, query: revealed ? { reveal: true } : {} });
}
