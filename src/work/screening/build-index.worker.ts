import { parentPort, workerData } from 'node:worker_threads';
import { asDualwatchError } from '../../model/errors.ts';
import { homePaths, openHome } from '../home.ts';
import { openScreening } from './open-screening.ts';
import type { FromBuilder } from './screening-service.ts';

// Builds the index of the lists, or loads it where it is built, and hands its shared bytes over: nobody else waits meanwhile.
const { home } = workerData as { readonly home: string };
const say = (said: FromBuilder): void => parentPort?.postMessage(said);
const { store } = await openHome(homePaths(home), { create: false });
say({ loaded: true });
try {
  const { index, stamp, recipe, lists } = await openScreening(store, home, (note) => say({ note }));
  say({ index: { stamp, recipe, lists, bytes: index.bytes, knowledge: index.recipe, parties: index.parties, names: index.names } });
} catch (error) {
  const { code, message } = asDualwatchError(error);
  say({ code, message });
} finally {
  await store.close();
}
