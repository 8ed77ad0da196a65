import { parentPort, workerData } from 'node:worker_threads';
import { openSqliteStore } from '../../store/sqlite/open.ts';
import { homePaths } from '../home.ts';
import { answerTasks } from '../task-threads.ts';
import { NAME_TASKS } from './name-tasks.ts';

// A thread that searches the lists: the index is shared with the others, what it has learnt of words is its own.
const { home } = workerData as { readonly home: string };
answerTasks(parentPort, { store: await openSqliteStore(homePaths(home).database, { readonly: true }), home }, NAME_TASKS);
