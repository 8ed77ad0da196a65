import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { asDualwatchError } from '../../model/errors.ts';
import { isoTime } from '../../capture/clock.ts';
import type { Store } from '../../store/port.ts';
import { endThread, tellsWhenLoaded } from '../end-thread.ts';

export interface DueListsData {
  readonly home: string;
  readonly contact: string;
}

export interface DueListsNote {
  readonly level: 'info' | 'warn';
  readonly message: string;
}

/** Updates lists that are due, in a thread; resolves when none is or all have been tried. The signal ends it as it stands: an update is whole or not at all. */
export async function runDueLists(
  store: Pick<Store, 'listsDue'>,
  data: DueListsData,
  nowMs: number,
  note: (level: 'info' | 'warn', message: string) => void,
  signal: AbortSignal,
): Promise<void> {
  if ((await store.listsDue(isoTime(nowMs))).length === 0) return;
  const file = new URL(import.meta.url.endsWith('.ts') ? './lists-due.worker.ts' : './lists-due.worker.js', import.meta.url);
  const worker = tellsWhenLoaded(new Worker(file, { workerData: data }));
  worker.on('message', (said: DueListsNote | 'loaded') => {
    if (said !== 'loaded') note(said.level, said.message);
  });
  worker.on('error', (error: unknown) => note('warn', `lists cannot be updated: ${asDualwatchError(error).message}`));
  const stop = (): void => void endThread(worker);
  signal.addEventListener('abort', stop, { once: true });
  await once(worker, 'exit').catch(() => undefined);
  signal.removeEventListener('abort', stop);
}
