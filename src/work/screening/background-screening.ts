import { Worker } from 'node:worker_threads';
import { asDualwatchError } from '../../model/errors.ts';
import type { Store } from '../../store/port.ts';
import { SCREENING_MEMORY } from './thread-memory.ts';

/** Screens notices that wait, in a thread of its own: reading a long text keeps no visit waiting. */
export interface BackgroundScreening {
  /** Screens all that waits now; resolves when that is done. Costs a look at the lists where the home has none. */
  run(): Promise<void>;
  /** Ends the thread as it stands: what it has not recorded waits. */
  close(): Promise<void>;
}

export interface NoticesNote {
  readonly level: 'info' | 'warn';
  readonly message: string;
}

/** What the thread says. */
export type FromThread = NoticesNote | 'done';

/** The thread begins with the first list, and lasts: it keeps the index and what it has learnt of words. */
export function openBackgroundScreening(
  store: Pick<Store, 'lists'>,
  home: string,
  note: (level: 'info' | 'warn', message: string) => void,
): BackgroundScreening {
  let worker: Worker | undefined;
  let finish = (): void => undefined;
  const start = (): Worker => {
    const file = new URL(
      import.meta.url.endsWith('.ts') ? './background-screening.worker.ts' : './background-screening.worker.js',
      import.meta.url,
    );
    const made = new Worker(file, { workerData: { home }, resourceLimits: SCREENING_MEMORY });
    made.on('message', (said: FromThread) => (said === 'done' ? finish() : note(said.level, said.message)));
    made.on('error', (error: unknown) => note('warn', `notices cannot be screened: ${asDualwatchError(error).message}`));
    made.on('exit', () => {
      worker = undefined;
      finish();
    });
    return made;
  };
  return {
    async run() {
      if (worker === undefined && !(await store.lists()).some(({ current }) => current !== null)) return;
      worker ??= start();
      const done = new Promise<void>((resolve) => (finish = resolve));
      worker.postMessage('screen');
      await done;
    },
    async close() {
      await worker?.terminate();
    },
  };
}
