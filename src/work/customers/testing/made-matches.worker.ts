import { parentPort } from 'node:worker_threads';
import { answerScreening } from '../screen-workers.ts';
import { madeMatches } from './made-matches.ts';

if (parentPort !== null)
  answerScreening(parentPort, (queries) => {
    if (queries.some(({ name }) => name === 'die')) process.exit(7);
    if (queries.some(({ name }) => name === 'fail')) throw new Error('this batch fails');
    return queries.map(madeMatches);
  });
