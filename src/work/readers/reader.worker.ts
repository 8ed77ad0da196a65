import { parentPort, workerData } from 'node:worker_threads';
import { openSqliteStore } from '../../store/sqlite/open.ts';
import { openColumns } from '../columns/open-columns.ts';
import { openTradeFinder } from '../trade-finder.ts';
import { homePaths } from '../home.ts';
import { answerTasks } from '../task-threads.ts';
import { TASKS } from './tasks.ts';

const paths = homePaths((workerData as { readonly home: string }).home);
const store = await openSqliteStore(paths.database, { readonly: true });
const columns = openColumns(store);
answerTasks(parentPort, { store, paths, columns }, TASKS);

// Who asks first shall not wait for it, nor, a while later, for what finds the names to be masked.
void columns
  .ask(async () => undefined)
  .then(() => setTimeout(() => openTradeFinder().find('', {}), 5000).unref())
  .catch(() => undefined);
