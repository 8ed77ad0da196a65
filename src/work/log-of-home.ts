import { randomUUID } from 'node:crypto';
import type { Config } from '../model/config.ts';
import type { Worker } from '../store/port.ts';
import type { LogFolder } from '../evidence/log-folder.ts';
import type { LogKey } from '../evidence/log-key.ts';
import { systemClock, type Clock } from '../capture/clock.ts';
import { createLogKeeper, type LogKeeper } from '../capture/log-keeper.ts';
import { openLog, type OpenHome } from './home.ts';

export interface LogOfHome {
  readonly key: LogKey;
  readonly folder: LogFolder;
  readonly keeper: LogKeeper;
}

/** The log of a home with what keeps its files level with the store. `onNote` is told of damage that was mended. */
export async function openLogOfHome(
  home: OpenHome,
  config: Config,
  worker: Worker = { id: randomUUID(), pid: process.pid },
  clock: Clock = systemClock,
  onNote?: (message: string) => void,
): Promise<LogOfHome> {
  const { store, paths } = home;
  const { key, folder } = await openLog(paths, config);
  const tiles = {
    // A checkpoint of nothing is signed too: from then on a log without one has been robbed of it.
    size: async () => (await folder.checkpoint())?.size ?? -1,
    extend: async (size: number) => void (await folder.extend(size, (from, to) => store.readLog(from, to))),
    rebuild: async (size: number) => void (await folder.rebuild(size, (from, to) => store.readLog(from, to))),
  };
  return { key, folder, keeper: createLogKeeper({ store, tiles, worker, clock, ...(onNote && { onNote }) }) };
}
