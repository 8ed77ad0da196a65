import { parentPort } from 'node:worker_threads';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerTasks } from '../../src/work/task-threads.ts';

export const TASKS = {
  async echo(_: null, given: string) {
    return given;
  },
  async wait(_: null, ms: number) {
    await sleep(ms);
    return 'waited';
  },
  async spin(_: null, ms: number) {
    const end = Date.now() + ms;
    while (Date.now() < end);
    return 'spun';
  },
  async die(_: null, code: number) {
    process.exit(code);
  },
} as const;

answerTasks(parentPort, null, TASKS);
