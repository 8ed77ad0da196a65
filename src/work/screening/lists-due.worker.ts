import { parentPort, workerData } from 'node:worker_threads';
import { asDualwatchError } from '../../model/errors.ts';
import { systemClock } from '../../capture/clock.ts';
import { createClient } from '../../fetch/client.ts';
import { homePaths, openHome } from '../home.ts';
import { VERSION } from '../version.ts';
import type { DueListsData, DueListsNote } from './lists-due.ts';
import { updateDueLists } from './update-due.ts';

// Lists are large: reading one must not keep visits waiting, so a thread of its own does it, with its own view of the store.
const { home, contact } = workerData as DueListsData;
const say = (note: DueListsNote): void => parentPort?.postMessage(note);
const { store } = await openHome(homePaths(home), { create: false });
parentPort?.postMessage('loaded');
const client = createClient({ version: VERSION, contact: contact || undefined });
try {
  await updateDueLists({ store, home, client, clock: systemClock }, (level, message) => say({ level, message }));
} catch (error) {
  say({ level: 'warn', message: `lists cannot be updated: ${asDualwatchError(error).message}` });
} finally {
  client.close();
  await store.close();
}
