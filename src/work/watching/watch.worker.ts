import { parentPort, workerData } from 'node:worker_threads';
import type { Config } from '../../model/config.ts';
import { homePaths, openHome } from '../home.ts';
import { watchHome } from '../watch-home.ts';
import type { WatchNote } from './watch-thread.ts';

const { home: folder, config } = workerData as { readonly home: string; readonly config: Config };
const stop = new AbortController();
parentPort?.on('message', () => stop.abort());

const home = await openHome(homePaths(folder), { create: true });
try {
  await watchHome(home, config, {
    once: false,
    now: false,
    signal: stop.signal,
    onNote: (level, message) => parentPort?.postMessage({ level, message } satisfies WatchNote),
  });
} finally {
  await home.store.close();
  parentPort?.close();
}
