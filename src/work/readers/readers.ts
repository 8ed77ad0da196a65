import { openTaskThreads, type TaskThreads } from '../task-threads.ts';
import type { Tasks } from './tasks.ts';

/** Threads that read a home: each has its own view of the database, so that what takes long keeps nobody else waiting. */
export type Readers = TaskThreads<Tasks>;

const LONGEST_MS = 60_000;

export function openReaders(home: string, threads: number): Readers {
  return openTaskThreads<Tasks>({ file: new URL('reader.worker', import.meta.url), data: { home }, threads, longestMs: LONGEST_MS });
}
