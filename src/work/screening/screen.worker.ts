import { parentPort, workerData } from 'node:worker_threads';
import { openScreenIndex } from '../../screen/index/screen-index.ts';
import { answerScreening } from '../customers/screen-workers.ts';
import type { ThreadData } from './screening-threads.ts';

// A screening thread: the index is shared with the others, the rest is its own.
const { bytes, knowledge, search } = workerData as ThreadData;
const index = openScreenIndex(bytes, knowledge);
if (parentPort !== null) answerScreening(parentPort, (queries) => queries.map((query) => index.search(query, search)));
