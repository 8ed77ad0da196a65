import type { Store } from '../../store/port.ts';
import { openBackgroundThread, type ThreadNote } from '../background-thread.ts';
import { SCREENING_MEMORY } from './thread-memory.ts';

/** Screens notices that wait, in a thread of its own: reading a long text keeps no visit waiting. */
export interface BackgroundScreening {
  /** Screens all that waits now; resolves when that is done. Costs a look at the lists where the home has none. */
  run(): Promise<void>;
  /** Ends the thread as it stands: what it has not recorded waits. */
  close(): Promise<void>;
}

/** The thread begins with the first list, and lasts: it keeps the index and what it has learnt of words. */
export function openBackgroundScreening(
  store: Pick<Store, 'lists'>,
  home: string,
  note: (level: ThreadNote['level'], message: string) => void,
): BackgroundScreening {
  const thread = openBackgroundThread({
    file: new URL('background-screening.worker', import.meta.url),
    data: { home },
    limits: SCREENING_MEMORY,
    failure: 'notices cannot be screened',
    note,
  });
  return {
    async run() {
      if (thread.begun || (await store.lists()).some(({ current }) => current !== null)) await thread.run();
    },
    close: () => thread.close(),
  };
}
