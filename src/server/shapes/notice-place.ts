import { z } from 'zod';
import type { NoticeId } from '../../model/ids.ts';

/** Where a notice stands in the order of lists, as cursors hold it. */
export const noticePlace = z.object({
  priority: z.number(),
  firstSeenAt: z.string(),
  id: z.string().transform((id) => id as NoticeId),
});
