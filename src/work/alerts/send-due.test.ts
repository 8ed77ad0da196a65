import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createClient } from '../../fetch/client.ts';
import { newAlertId, newAlertRuleId, type AlertRuleId } from '../../model/ids.ts';
import type { Store } from '../../store/port.ts';
import { openSqliteStore } from '../../store/sqlite/open.ts';
import { item, listed, T0, visitAt, WORKER } from '../../../test/contract/watcher.ts';
import { openSender, type Sender } from './send-due.ts';

const URL_1 = 'http://a.example/1';
const client = createClient({ version: '9.9.9' });
let folder: string;
let store: Store;
let server: Server;
let sender: Sender;
let notes: string[];
/** Paths that were posted to, and answers of `/slow` that are held back. */
let got: string[];
let held: ServerResponse[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dualwatch-send-'));
  store = await openSqliteStore(join(folder, 'dualwatch.db'), { create: true });
  await store.register(WORKER);
  [got, held, notes] = [[], [], []];
  server = createServer((request, response) => {
    request.resume().on('end', () => {
      got.push(request.url ?? '');
      if (request.url === '/slow') held.push(response);
      else response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const channels = { client, mail: null, now: () => Date.now() };
  sender = openSender({ store, channels, worker: WORKER, random: () => 0.5, note: (_, message) => notes.push(message) });
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

test('a receiver that is slow to answer holds up its own alerts and no others', async () => {
  const [slow, quick] = [await rule('slow'), await rule('quick')];
  await queue(slow, 2);
  await queue(quick, 5);
  const done = sender.finish();
  await expect.poll(() => got.filter((path) => path === '/quick').length, { timeout: 10_000 }).toBe(5);
  expect(got.filter((path) => path === '/slow')).toHaveLength(1);
  // What comes while the slow one is waited for goes out at once.
  await queue(quick, 1);
  await sender.begin();
  await expect.poll(() => got.filter((path) => path === '/quick').length, { timeout: 10_000 }).toBe(6);
  for (const n of [0, 1]) {
    await expect.poll(() => held.length, { timeout: 10_000 }).toBe(n + 1);
    held[n]?.writeHead(204).end();
  }
  await done;
  expect((await store.alerts.alertRules()).map(({ sent, waiting }) => [sent, waiting])).toEqual([
    [2, 0],
    [6, 0],
  ]);
});

test('a stopped sender ends what is under way and leaves the rest queued', async () => {
  await queue(await rule('slow'), 3);
  const done = sender.finish();
  await expect.poll(() => held.length, { timeout: 10_000 }).toBe(1);
  sender.stop();
  held[0]?.writeHead(204).end();
  await done;
  expect(await store.alerts.alertRules()).toMatchObject([{ sent: 1, waiting: 2 }]);
});

test('what cannot even be begun is a failure of its receiver and is tried again', async () => {
  await queue(await rule('quick', 'ntfy'), 1, '{"no":"alert"}');
  await sender.finish();
  expect(notes).toEqual([expect.stringContaining('an alert of the rule quick could not be sent')]);
  expect(await store.alerts.alertRules()).toMatchObject([{ sent: 0, waiting: 1, lastError: expect.any(String) as string }]);
});

async function rule(name: string, channel: 'webhook' | 'ntfy' = 'webhook'): Promise<AlertRuleId> {
  const id = newAlertRuleId(Date.now());
  const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`;
  const createdAt = new Date(T0).toISOString();
  await store.alerts.addAlertRule({ id, name, channel, target, when: 'removed', allowPrivate: true, createdAt }, null);
  return id;
}

async function queue(to: AlertRuleId, count: number, body = '{}'): Promise<void> {
  if ((await store.findNotice(URL_1)) === undefined) await listed(store, [item(URL_1)]);
  await visitAt(store, URL_1, Date.now());
  const [change] = [...(await store.alerts.freshChanges(0, 1, '9')), ...(await store.alerts.screenedChanges(0, 1))];
  const seq = change?.seq ?? 0;
  for (let n = 0; n < count; n += 1) {
    const delivery = { id: newAlertId(Date.now()), rule: to, body, of: [seq] };
    await store.alerts.tellChanges({ changes: [{ seq, told: [], done: false }], deliveries: [delivery], now: Date.now() });
  }
}
