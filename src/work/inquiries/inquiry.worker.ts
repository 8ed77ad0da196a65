import { parentPort, workerData } from 'node:worker_threads';
import { openSqliteStore } from '../../store/sqlite/open.ts';
import { homePaths } from '../home.ts';
import { answerTasks } from '../task-threads.ts';
import { INQUIRIES } from './inquiry-tasks.ts';

// A text is scanned, screened and compared in a thread of its own: what that needs is large, and opened at the first inquiry.
const { home } = workerData as { readonly home: string };
answerTasks(parentPort, { store: await openSqliteStore(homePaths(home).database, { readonly: true }), home }, INQUIRIES);
