import type Database from 'better-sqlite3';
import type { Digest } from '../../model/digest.ts';
import { copyQueue } from './copy-queue.ts';
import { screeningQueue } from './screening-queue.ts';

/** What is done again with a notice when another text speaks for it: it is screened, and compared with others. */
export function noticeQueues(db: Database.Database) {
  const copies = copyQueue(db);
  const screening = screeningQueue(db);
  const queues = [screening, copies];
  return {
    wait: (num: number): void => queues.forEach((queue) => queue.wait(num)),
    silence: (num: number): void => queues.forEach((queue) => queue.silence(num)),
    /** It is screened, but compared with nothing. */
    leaveUncompared: (num: number): void => copies.silence(num),
    /** Matches hold words of the text that they were found in; pairs of copies are rows of their own. */
    forgetCapture: (num: number, capture: Digest): void => screening.forgetCapture(num, capture),
    forget: (num: number): void => queues.forEach((queue) => queue.forget(num)),
  };
}

export type NoticeQueues = ReturnType<typeof noticeQueues>;
