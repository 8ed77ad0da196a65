import { parentPort, workerData } from 'node:worker_threads';
import { asDualwatchError } from '../../model/errors.ts';
import { systemClock } from '../../capture/clock.ts';
import type { Worker } from '../../store/port.ts';
import type { FromThread } from '../background-thread.ts';
import { homePaths, openHome } from '../home.ts';
import { NoticeComparer } from './compare-notices.ts';

const { home, worker } = workerData as { readonly home: string; readonly worker: Worker };
const say = (said: FromThread): void => parentPort?.postMessage(said);
const { store } = await openHome(homePaths(home), { create: false });
const comparer = new NoticeComparer({
  store,
  home,
  worker,
  clock: systemClock,
  note: (level, message) => say({ level, message }),
});

say('loaded');
parentPort?.on('message', () => {
  void comparer
    .run()
    .catch((error: unknown) => say({ level: 'warn', message: `notices cannot be compared: ${asDualwatchError(error).message}` }))
    .finally(() => say('done'));
});
