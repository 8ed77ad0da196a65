import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../../capture/clock.ts';
import type { OpenHome } from '../home.ts';
import { NoticeComparer } from './compare-notices.ts';
import { copiesRecipe } from './copies-recipe.ts';

/** A watcher that is comparing is done soon. */
const WAIT_MS = 250;
const MOST_WAITS = 20;

/**
 * Compares what nobody compared yet, in this process: a watcher compares as notices come, commands without one do it so. Costs one look where nothing
 * waits. Resolves to false where another process is still at it.
 */
export async function compareWaiting({ store, paths }: OpenHome, note: (message: string) => void, signal?: AbortSignal): Promise<boolean> {
  const waits = async (): Promise<boolean> => (await store.copies.uncompared(copiesRecipe(), 1)).length > 0;
  if (!(await waits())) return true;
  const worker = { id: randomUUID(), pid: process.pid };
  const comparer = new NoticeComparer({ store, home: paths.home, worker, clock: systemClock, note: (_, message) => note(message) });
  let { free } = await comparer.run(signal);
  for (let times = 0; !free && times < MOST_WAITS && (await waits()); times += 1) {
    await sleep(WAIT_MS, undefined, { signal });
    ({ free } = await comparer.run(signal));
  }
  await comparer.save(true);
  return free || !(await waits());
}
