import { randomUUID } from 'node:crypto';
import { systemClock } from '../../capture/clock.ts';
import type { Store } from '../../store/port.ts';
import { openBackgroundThread, type ThreadNote } from '../background-thread.ts';
import { COMPARING_LEASE } from './compare-notices.ts';
import { copiesRecipe } from './copies-recipe.ts';

/** Compares notices that wait, in a thread of its own. */
export interface BackgroundComparing {
  /** Compares all that waits now; resolves when that is done. The thread begins with the first notice that waits, and keeps the index. */
  run(): Promise<void>;
  /** Begins the thread and opens the index, so that the first notice does not wait for that. */
  warm(): Promise<void>;
  /** Ends the thread as it stands: what it has not recorded waits. */
  close(): Promise<void>;
}

export function openBackgroundComparing(
  store: Pick<Store, 'copies' | 'lease'>,
  home: string,
  note: (level: ThreadNote['level'], message: string) => void,
): BackgroundComparing {
  const recipe = copiesRecipe();
  const worker = { id: randomUUID(), pid: process.pid };
  const thread = openBackgroundThread({
    file: new URL('background-comparing.worker', import.meta.url),
    data: { home, worker },
    failure: 'notices cannot be compared',
    note,
  });
  return {
    async run() {
      if ((await store.copies.uncompared(recipe, 1)).length > 0) await thread.run();
    },
    warm: () => thread.run(),
    async close() {
      const { begun } = thread;
      await thread.close();
      if (!begun) return;
      // A thread that is ended as it stands gives nothing back itself.
      await store.lease(COMPARING_LEASE, worker, systemClock.now(), 0);
    },
  };
}
