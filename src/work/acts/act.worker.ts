import { parentPort, workerData } from 'node:worker_threads';
import type { Config } from '../../model/config.ts';
import { homePaths, openHome } from '../home.ts';
import { answerTasks } from '../task-threads.ts';
import { ACTS } from './tasks.ts';

const { home: folder, config } = workerData as { readonly home: string; readonly config: Config };
answerTasks(parentPort, { home: await openHome(homePaths(folder), { create: true }), config }, ACTS);
