import { afterEach, expect, test } from 'vitest';
import { openTaskThreads, type TaskThreads } from '../../src/work/task-threads.ts';
import type { TASKS } from './tasks.worker.ts';

let threads: TaskThreads<typeof TASKS>;
const open = (longestMs: number) =>
  (threads = openTaskThreads<typeof TASKS>({ file: new URL('tasks.worker', import.meta.url), data: null, threads: 1, longestMs }));
afterEach(() => threads.close());

test('a thread that dies fails what it was asked, which may be asked again, and the next is answered', async () => {
  open(20_000);
  const other = threads.ask('wait', 10_000);
  const died = threads.ask('die', 3);
  await expect(died).rejects.toMatchObject({ code: 'store-busy' });
  await expect(other).rejects.toMatchObject({ code: 'store-busy', retry: 'later' });
  expect(await threads.ask('echo', 'here')).toBe('here');
});

test('what takes too long ends; what is asked at that moment is answered by another thread', async () => {
  open(1500);
  expect(await threads.ask('echo', 'warm')).toBe('warm');
  const other = threads.ask('spin', 60_000).catch(async (error: unknown) => [error, await threads.ask('echo', 'at once')]);
  expect(await other).toMatchObject([{ code: 'input-too-large' }, 'at once']);
});

test('what does not end is ended also where nobody waits for it any more', async () => {
  open(1500);
  expect(await threads.ask('echo', 'warm')).toBe('warm');
  const gone = new AbortController();
  const spinning = threads.ask('spin', 60_000, gone.signal);
  gone.abort(new Error('gone'));
  await expect(spinning).rejects.toThrow('gone');
  const began = Date.now();
  await expect.poll(() => threads.ask('echo', 'again').catch(() => 'busy'), { timeout: 10_000 }).toBe('again');
  expect(Date.now() - began).toBeLessThan(10_000);
});
