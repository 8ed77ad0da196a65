import { expect, test } from 'vitest';
import type { Client } from '../fetch/client.ts';
import type { FetchResult } from '../fetch/fetch-result.ts';
import { PutOff } from '../capture/put-off.ts';
import { stoppableClient } from './stoppable-client.ts';

const aborted: FetchResult = { ok: false, hops: [], finalUrl: '', failure: { kind: 'aborted', message: 'stopped', lost: 'address' } };
const hanging = {
  userAgent: 'Dualwatch/0',
  get: ({ signal }) => new Promise<FetchResult>((resolve) => signal?.addEventListener('abort', () => resolve(aborted))),
} as Partial<Client> as Client;

test('a request that is broken off is put off until now, and tells nothing of the page', async () => {
  const stop = new AbortController();
  const asked = stoppableClient(hanging, stop.signal, { now: () => 7000 }).get({ url: 'http://n.example/1' });
  stop.abort();
  const error = await asked.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PutOff);
  expect((error as PutOff).untilMs).toBe(7000);
});

test('whoever asked may still break it off alone, with a result', async () => {
  const own = new AbortController();
  const asked = stoppableClient(hanging, new AbortController().signal, { now: () => 0 }).get({
    url: 'http://n.example/1',
    signal: own.signal,
  });
  own.abort();
  expect(await asked).toBe(aborted);
});
