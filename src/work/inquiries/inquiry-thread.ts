import { openTaskThreads, type TaskThreads } from '../task-threads.ts';
import type { INQUIRIES } from './inquiry-tasks.ts';

export type InquiryThread = TaskThreads<typeof INQUIRIES>;

/** The first inquiry of a home with very many notices that nobody compared takes long. */
const LONGEST_MS = 5 * 60_000;

export function openInquiryThread(home: string): InquiryThread {
  return openTaskThreads({ file: new URL('inquiry.worker', import.meta.url), data: { home }, threads: 1, longestMs: LONGEST_MS });
}
