import { once } from 'node:events';
import { getPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';

it.runIf(process.platform === 'linux')('lowers the thread that calls it, and no other', async () => {
  const before = getPriority();
  const module = new URL('give-way.ts', import.meta.url).href;
  const code = `const { parentPort } = require('node:worker_threads');
    import(${JSON.stringify(module)}).then(({ giveWay }) => { giveWay(); giveWay(); parentPort.postMessage(require('node:os').getPriority()); });`;
  const [lowered] = (await once(new Worker(code, { eval: true }), 'message')) as [number];
  expect(lowered).toBe(Math.max(10, before));
  expect(getPriority()).toBe(before);
});
