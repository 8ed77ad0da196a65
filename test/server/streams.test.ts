import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAtomFeed } from 'feedsmith';
import { z } from 'zod';
import { ROUTES } from '../../src/server/routes.ts';
import { serveNewHome, type ServedHome } from '../../src/server/testing/served-home.ts';
import type { UserId } from '../../src/model/ids.ts';
import { actingHere, actOf } from '../../src/work/accounts/acting.ts';
import { addKey, revokeKey } from '../../src/work/accounts/api-keys.ts';
import { addUser } from '../../src/work/accounts/users.ts';
import { T0, capture, claimNotice, derived, item, iso, listed, summary, visit } from '../contract/watcher.ts';

const URLS = ['http://w0.example/s', 'http://w1.example/s', 'http://w2.example/s'];
let home: ServedHome;
let ids: readonly string[];
beforeAll(async () => {
  home = await serveNewHome();
  const { store } = home.served;
  ({ ids } = await listed(
    store,
    URLS.map((url, n) => item(url, { title: ['求购 <b>&"\u0000\u202e 张三 13812345678', 'Закупка', 'plain'][n] ?? '' })),
  ));
  const claim = await claimNotice(store, URLS[0] ?? '', T0 + 1);
  const kept = capture(claim, T0 + 1);
  await store.recordVisits([visit(claim, T0 + 1, { capture: kept.record.sha256 }, { capture: kept })]);
  await store.recordReadings([
    derived(claim.noticeId, kept.record.sha256, 'x', 'y', {
      summary: summary('求购 <b>&"\u0000\u202e 13812345678 \ud800', { goods: ['radar'], priority: 70, publishedAt: '2026-02-01' }),
    }),
  ]);
});
afterAll(() => home.close());

interface Event {
  readonly id: string;
  readonly event: string;
  readonly data: { readonly notice: string; readonly kind: string; readonly from: string | null; readonly to: string };
}

describe('changes', () => {
  test('whoever does not follow gets what there is', async () => {
    const answer = await home.app.inject('/api/v1/changes?after=0');
    expect(answer.headers['content-type']).toContain('text/event-stream');
    const events = eventsOf(answer.body);
    expect(events.map(({ event, data }) => [event, ids.indexOf(data.notice), data.kind, data.from, data.to])).toEqual([
      ...[0, 1, 2].map((n) => ['change', n, 'new', null, 'unreachable']),
      ['change', 0, 'state', 'unreachable', 'present'],
      ['change', 0, 'content', 'present', 'present'],
    ]);
    const rest = await home.app.inject({ url: '/api/v1/changes?after=0', headers: { 'last-event-id': events[2]?.id ?? '' } });
    expect(eventsOf(rest.body)).toEqual(events.slice(3));
    expect((await home.app.inject({ url: '/api/v1/changes', headers: { 'last-event-id': '99999999' } })).body).toContain('event: reset');
  });

  test('what becomes other is told as it happens, to all who follow, and streams end when the server stops', async () => {
    const other = await serveNewHome();
    await other.app.listen({ host: '127.0.0.1', port: 0 });
    const { store } = other.served;
    const made = await listed(store, [item(URLS[0] ?? '')]);
    const address = `http://127.0.0.1:${(other.app.server.address() as AddressInfo).port}/api/v1/changes`;
    const headers = { accept: 'text/event-stream' };
    const open = async () => (await fetch(address, { headers })).body?.pipeThrough(new TextDecoderStream()).getReader();
    const streams = [await open(), await open()];
    await store.triage.act({ notices: [made.ids[0] ?? ''], act: { do: 'dismiss' }, why: null, by: 'ann', at: iso(T0) });
    for (const stream of streams) {
      let text = '';
      while (!text.includes('data:')) text += (await stream?.read())?.value ?? '';
      expect(eventsOf(text).map(({ data }) => [data.notice, data.kind])).toEqual([[made.ids[0], 'triage']]);
    }
    const began = Date.now();
    await other.close();
    expect(Date.now() - began).toBeLessThan(4000);
    for (const stream of streams) expect((await stream?.read())?.done).toBe(true);
  });
});

test('a stream ends soon after its client may follow no more: logged out, disabled, its key revoked, or others log in now', async () => {
  const other = await serveNewHome();
  try {
    await other.app.listen({ host: '127.0.0.1', port: 0 });
    const address = `http://127.0.0.1:${(other.app.server.address() as AddressInfo).port}`;
    const { accounts } = other.served.store;
    const acting = () => actingHere(Date.now());
    const follow = async (headers: Readonly<Record<string, string>>) => {
      const answer = await fetch(`${address}/api/v1/changes`, { headers: { accept: 'text/event-stream', ...headers } });
      expect(answer.status).toBe(200);
      return { ended: answer.text().then(() => 'ended') };
    };
    const local = await follow({});
    await addUser(accounts, { mail: 'ann@example.org', role: 'admin', password: 'correct horse battery' }, acting());
    expect(await local.ended).toBe('ended');
    const enter = async () => {
      const payload = { mail: 'ann@example.org', password: 'correct horse battery' };
      const answer = await other.app.inject({ method: 'POST', url: '/api/v1/login', payload });
      return {
        cookie: String(answer.headers['set-cookie']).split(';', 1)[0] ?? '',
        'x-dualwatch-csrf': answer.json<{ csrf: string }>().csrf,
      };
    };
    const [one, stays] = [await enter(), await enter()];
    const { secret } = await addKey(accounts, { name: 'bot', role: 'viewer', scope: 'read', owner: null, expiresInMs: null }, acting());
    let others = false;
    const streams = [await follow(one), await follow({ authorization: `Bearer ${secret}` })];
    const kept = (await follow(stays)).ended.then(() => (others = true));
    await other.app.inject({ method: 'POST', url: '/api/v1/logout', headers: one });
    await revokeKey(accounts, 'bot', acting());
    expect(await Promise.all(streams.map(({ ended }) => ended))).toEqual(['ended', 'ended']);
    expect(others, 'whoever may follow does').toBe(false);
    await accounts.endSessionsOf(
      (await accounts.findUser('ann@example.org'))?.id ?? ('' as UserId),
      null,
      actOf(acting(), 'session.end', 'ann'),
    );
    expect(await kept).toBe(true);
  } finally {
    await other.close();
  }
}, 60_000);

test('one user takes only some of the streams, and HEAD none', async () => {
  const other = await serveNewHome();
  await other.app.listen({ host: '127.0.0.1', port: 0 });
  const address = `http://127.0.0.1:${(other.app.server.address() as AddressInfo).port}/api/v1/changes`;
  const headers = { accept: 'text/event-stream' };
  for (let n = 0; n < 210; n += 1) expect((await fetch(address, { method: 'HEAD', headers })).status).toBe(200);
  const stop = new AbortController();
  const opened = await Promise.all(Array.from({ length: 50 }, () => fetch(address, { headers, signal: stop.signal })));
  expect(new Set(opened.map(({ status }) => status))).toEqual(new Set([200]));
  expect((await fetch(address, { headers })).status).toBe(429);
  stop.abort();
  await expect.poll(async () => (await fetch(address, { headers })).status).toBe(200);
  await other.close();
}, 30_000);

test('the feed is Atom that others read, escaped and masked, with ids that stay and a tag', async () => {
  const { body, headers, statusCode } = await home.app.inject('/feeds/notices.atom');
  expect([statusCode, headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
  const feed = parseAtomFeed(body);
  expect(feed.entries?.map(({ id }) => id)).toEqual([2, 1, 0].map((n) => `urn:dualwatch:notice:${ids[n]}`));
  expect(feed.entries?.[2]).toMatchObject({
    published: '2026-02-01T00:00:00.000Z',
    links: [{ href: URLS[0], rel: 'alternate' }],
    categories: [{ term: 'radar' }],
  });
  expect(body).toContain('&lt;b&gt;&amp;&quot;');
  expect(body).not.toMatch(/13812345678|\u0000|<b>/);
  const again = await home.app.inject({ url: '/feeds/notices.atom', headers: { 'if-none-match': String(headers['etag']) } });
  expect(again.statusCode).toBe(304);
  const some = parseAtomFeed((await home.app.inject(`/feeds/notices.atom?query=${encodeURIComponent('goods:radar')}`)).body);
  expect(some.entries).toHaveLength(1);
  expect(some.id).not.toBe(feed.id);
  expect((await home.app.inject('/feeds/notices.atom?search=none')).statusCode).toBe(404);
  expect((await home.app.inject('/feeds/notices.atom?query=colour:red')).statusCode).toBe(400);
}, 120_000);

test('metrics count requests by route, and what the home holds', async () => {
  await home.app.inject('/api/v1/notices?limit=1');
  const { body } = await home.app.inject('/metrics');
  expect(body).toMatch(/dualwatch_http_requests_total\{method="GET",route="\/api\/v1\/notices",status="200"\} \d/);
  expect(body).toContain('dualwatch_notices{state="present"} 1\n');
  expect(body).toContain('dualwatch_notices{state="unreachable"} 2\n');
  expect(body).toContain(`dualwatch_log_entries ${await home.served.store.logSize()}\n`);
  expect(body).toContain('dualwatch_http_request_seconds_bucket');
  expect(body).toMatch(/process_resident_memory_bytes \d/);
});

describe('a write with an Idempotency-Key', () => {
  test.each(
    ROUTES.filter(({ body }) => body instanceof z.ZodObject && 'password' in body.shape).map(({ method, path }) => [method, path] as const),
  )('has no password: %s %s', async (method, path) => {
    const url = path.replace(':id', 'x');
    const payload = { mail: 'a@b.c', role: 'viewer', current: 'x', password: 'x' };
    const answer = await home.app.inject({
      method,
      url,
      headers: { 'idempotency-key': 'k' },
      payload: path.includes(':id') ? { password: 'x' } : payload,
    });
    expect([answer.statusCode, answer.body]).toEqual([400, expect.stringContaining('a request with a password')]);
  });

  const send = (name: string, key: string) =>
    home.app.inject({ method: 'POST', url: '/api/v1/searches', headers: { 'idempotency-key': key }, payload: { name, query: 'removed' } });

  test('is done once, and answered alike again', async () => {
    const first = await send('gone', 'k-1');
    expect([first.statusCode, first.headers['idempotent-replay']], first.body).toEqual([201, undefined]);
    const second = await send('gone', 'k-1');
    expect([second.statusCode, second.headers['idempotent-replay'], second.body]).toEqual([201, 'true', first.body]);
    expect(await home.served.store.searches.list()).toHaveLength(1);
    expect((await send('other', 'k-1')).json()).toMatchObject({ status: 409, code: 'conflict' });
    // What failed may be tried again.
    expect((await send('gone', 'k-2')).statusCode).toBe(409);
    expect((await send('kept', 'k-2')).statusCode).toBe(201);
    expect((await send('x', 'ü')).statusCode).toBe(400);
  });
});

function eventsOf(text: string): readonly Event[] {
  return text
    .split('\n\n')
    .filter((block) => block.includes('data:'))
    .map((block) => {
      const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
      return { id: field('id'), event: field('event'), data: JSON.parse(field('data')) as Event['data'] };
    });
}
