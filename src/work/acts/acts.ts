import type { Config } from '../../model/config.ts';
import { openTaskThreads, type TaskThreads } from '../task-threads.ts';
import type { Acts } from './tasks.ts';

/** A thread that does what somebody asked for: visits, packages, verification. It may write. */
export type ActThread = TaskThreads<Acts>;

/** A package of gigabytes takes some minutes. */
const LONGEST_MS = 30 * 60_000;

export function openActThread(home: string, config: Config): ActThread {
  return openTaskThreads<Acts>({ file: new URL('act.worker', import.meta.url), data: { home, config }, threads: 1, longestMs: LONGEST_MS });
}
