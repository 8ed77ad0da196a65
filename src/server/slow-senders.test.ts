import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endSlowSender } from './slow-senders.ts';

let server: Server;
beforeAll(async () => {
  server = createServer((asked, answer) => {
    endSlowSender(asked, asked.url === '/upload', { wholeMs: 400, idleMs: 400 });
    asked.resume().once('end', () => void sleep(600).then(() => answer.end('whole')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void server.close());

/** Sends a byte every so often, and says how it ended. */
async function send(path: string, { bytes, everyMs }: { readonly bytes: number; readonly everyMs: number }): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const sending = request({ host: '127.0.0.1', port, path, method: 'POST', headers: { 'content-length': bytes } });
  const ended = new Promise<string>((resolve) => {
    sending.once('error', () => resolve('cut off'));
    sending.once('response', (answer) => answer.on('data', (said: Buffer) => resolve(said.toString())));
  });
  for (let n = 0; n < bytes && !sending.destroyed; n += 1) {
    sending.write('x');
    await sleep(everyMs);
  }
  sending.end();
  return ended;
}

test('a body that does not come to an end is cut off; an upload only where nothing comes any more', async () => {
  expect(await send('/json', { bytes: 2, everyMs: 10 })).toBe('whole');
  expect(await send('/json', { bytes: 12, everyMs: 100 })).toBe('cut off');
  expect(await send('/upload', { bytes: 12, everyMs: 100 })).toBe('whole');
  expect(await send('/upload', { bytes: 2, everyMs: 1500 })).toBe('cut off');
});
