import { parentPort, workerData } from 'node:worker_threads';
import { systemClock } from '../../capture/clock.ts';
import type { Worker } from '../../store/port.ts';
import { workWhenTold, type ThreadNote } from '../background-thread.ts';
import { homePaths, openHome } from '../home.ts';
import { NoticeComparer } from './compare-notices.ts';

const { home, worker } = workerData as { readonly home: string; readonly worker: Worker };
const { store } = await openHome(homePaths(home), { create: false });
const comparer = new NoticeComparer({
  store,
  home,
  worker,
  clock: systemClock,
  note: (level, message) => parentPort?.postMessage({ level, message } satisfies ThreadNote),
});

workWhenTold(parentPort, 'notices cannot be compared', () => comparer.run());
