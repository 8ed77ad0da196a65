import type { LightMyRequestResponse } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serveNewHome, type ServedHome } from '../../src/server/testing/served-home.ts';
import { actingHere } from '../../src/work/accounts/acting.ts';
import { addUser } from '../../src/work/accounts/users.ts';

const PASSWORD = 'correct horse battery';
const OTHER = 'marmalade tram violet';

let home: ServedHome;
beforeEach(async () => void (home = await serveNewHome()));
afterEach(() => home.close());

const add = (mail: string, role: 'viewer' | 'analyst' | 'admin', served = home) =>
  addUser(served.home.store.accounts, { mail, role, password: PASSWORD }, actingHere(Date.now()));
const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  home.app.inject({ method: 'POST', url, payload, headers });

/** A browser that is logged in: what it sends by itself, and what a page of ours adds. */
async function enter(mail: string, password = PASSWORD, served = home): Promise<{ cookie: string; 'x-dualwatch-csrf': string }> {
  const answer = await served.app.inject({ method: 'POST', url: '/api/v1/login', payload: { mail, password } });
  expect(answer.statusCode, answer.body).toBe(200);
  return { cookie: cookieOf(answer), 'x-dualwatch-csrf': answer.json<{ csrf: string }>().csrf };
}

function cookieOf(answer: LightMyRequestResponse): string {
  return String(answer.headers['set-cookie']).split(';', 1)[0] ?? '';
}

describe('without accounts', () => {
  it('whoever is at the machine owns the server, until there is an administrator', async () => {
    expect((await home.app.inject('/api/v1/me')).json()).toMatchObject({ kind: 'local', role: 'admin', csrf: null });
    expect((await home.app.inject('/api/v1/users')).statusCode).toBe(200);
    await add('ben@example.org', 'analyst');
    expect((await home.app.inject('/api/v1/users')).statusCode).toBe(200);
    await add('ann@example.org', 'admin');
    expect((await home.app.inject('/api/v1/users')).statusCode).toBe(401);
    expect((await home.app.inject('/api/v1/me')).json()).toMatchObject({ kind: 'nobody', role: null });
    expect((await home.app.inject('/healthz')).statusCode).toBe(200);
  });

  it.each(['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])(
    'whoever comes through a proxy (%s) is not at the machine',
    async (name) => {
      expect((await home.app.inject({ url: '/api/v1/notices', headers: { [name]: '192.0.2.1' } })).statusCode).toBe(401);
    },
  );

  it.each([{ loopback: false }, { env: { DUALWATCH_PUBLIC_URL: 'https://watch.example' } }])(
    'nobody owns a server that others reach: %j',
    async (options) => {
      const open = await serveNewHome(options);
      expect((await open.app.inject({ url: '/api/v1/notices', headers: { host: '127.0.0.1' } })).statusCode).toBe(401);
      await open.close();
    },
  );
});

describe('logging in', () => {
  it('gives a cookie that no script reads and no other site sends, and a token for changes', async () => {
    await add('ann@example.org', 'admin');
    const answer = await post('/api/v1/login', { mail: 'Ann@Example.org', password: PASSWORD });
    expect(answer.headers['set-cookie']).toMatch(/^dualwatch=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/);
    expect(answer.headers['cache-control']).toContain('no-store');
    const { csrf } = answer.json<{ csrf: string }>();
    const cookie = cookieOf(answer);
    expect((await home.app.inject({ url: '/api/v1/me', headers: { cookie } })).json()).toMatchObject({
      kind: 'user',
      name: 'ann@example.org',
      role: 'admin',
      csrf,
      hasPassword: true,
      openid: null,
    });
    const change = { mail: 'ben@example.org', role: 'viewer', password: PASSWORD };
    for (const headers of [
      { cookie },
      { cookie, 'x-dualwatch-csrf': 'x' },
      { cookie, 'x-dualwatch-csrf': csrf, 'sec-fetch-site': 'same-site' },
    ])
      expect((await post('/api/v1/users', change, headers)).statusCode).toBe(403);
    expect((await post('/api/v1/users', change, { cookie, 'x-dualwatch-csrf': csrf, origin: 'http://evil.example' })).statusCode).toBe(403);
    expect((await post('/api/v1/users', change, { cookie, 'x-dualwatch-csrf': csrf })).statusCode).toBe(201);
    expect((await post('/api/v1/logout', {}, { cookie, 'x-dualwatch-csrf': csrf })).statusCode).toBe(204);
    expect((await home.app.inject({ url: '/api/v1/users', headers: { cookie } })).statusCode).toBe(401);
  });

  it('under https the cookie is Secure and of this host alone', async () => {
    const open = await serveNewHome({ env: { DUALWATCH_PUBLIC_URL: 'https://watch.example' } });
    await add('ann@example.org', 'admin', open);
    const { cookie } = await enter('ann@example.org', PASSWORD, open);
    expect(cookie).toMatch(/^__Host-dualwatch=/);
    const renewed = await open.app.inject({
      method: 'POST',
      url: '/api/v1/login',
      headers: { host: 'watch.example' },
      payload: { mail: 'ann@example.org', password: PASSWORD },
    });
    expect(renewed.headers['set-cookie']).toContain('; Secure');
    await open.close();
  });

  it('ends the session that the browser had before', async () => {
    await add('ann@example.org', 'admin');
    const before = await enter('ann@example.org');
    await post('/api/v1/login', { mail: 'ann@example.org', password: PASSWORD }, before);
    expect((await home.app.inject({ url: '/api/v1/users', headers: before })).statusCode).toBe(401);
  });

  it('says alike that an account is not there and that its password is another, and after some tries to wait', async () => {
    await add('ann@example.org', 'admin');
    const answers = async (mail: string): Promise<readonly string[]> => {
      const all: string[] = [];
      for (let n = 0; n < 7; n += 1) {
        const { statusCode, headers, body } = await home.app.inject({
          method: 'POST',
          url: '/api/v1/login',
          remoteAddress: mail === 'ann@example.org' ? '192.0.2.1' : '192.0.2.2',
          payload: { mail, password: 'not the password' },
        });
        all.push(`${statusCode} ${String(headers['retry-after'])} ${body}`);
      }
      return all;
    };
    const known = await answers('ann@example.org');
    expect(known).toEqual(await answers('bob@example.org'));
    expect(known[0]).toContain('401 undefined');
    expect(known[6]).toMatch(/^429 1 /);
  }, 30_000);

  it('behind a proxy counts by the address that the proxy names', async () => {
    const open = await serveNewHome({ env: { DUALWATCH_PUBLIC_URL: 'https://watch.example' } });
    await add('ann@example.org', 'admin', open);
    await open.app.inject({
      method: 'POST',
      url: '/api/v1/login',
      headers: { 'x-forwarded-for': '198.51.100.9' },
      payload: { mail: 'x', password: 'x' },
    });
    expect((await open.home.store.accounts.audit({ limit: 1 }))[0]).toMatchObject({ act: 'login.fail', address: '198.51.100.9' });
    await open.close();
    await post('/api/v1/login', { mail: 'x', password: 'x' }, { 'x-forwarded-for': '198.51.100.9' });
    expect((await home.home.store.accounts.audit({ limit: 1 }))[0]).toMatchObject({ address: '127.0.0.1' });
  });
});

describe('nobody in particular', () => {
  it.each([
    ['tries keys', '/healthz', { authorization: 'Bearer guess' }, 401],
    ['is refused', '/api/v1/users', { via: 'proxy' }, 401],
    ['looks for what is not there', '/wp-admin.php', { via: 'proxy' }, 404],
  ])('is let through so often a minute and no more, also when it %s', async (_, url, headers, status) => {
    const statuses = new Set<number>();
    for (let n = 0; n < 700 && !statuses.has(429); n += 1) statuses.add((await home.app.inject({ url, headers })).statusCode);
    expect([...statuses]).toEqual([status, 429]);
    expect((await home.app.inject({ url, headers, remoteAddress: '192.0.2.77' })).statusCode).toBe(status);
  });

  it('loads the desk from an office behind one address: its files are not counted', async () => {
    const page = await home.app.inject({ url: '/', remoteAddress: '192.0.2.78' });
    const file = /\/assets\/[^"]+\.js/.exec(page.body)?.[0] ?? '';
    const statuses = new Set<number>();
    for (let n = 0; n < 700; n += 1) statuses.add((await home.app.inject({ url: file, remoteAddress: '192.0.2.78' })).statusCode);
    expect([...statuses]).toEqual([200]);
    expect((await home.app.inject({ url: '/inbox', remoteAddress: '192.0.2.78' })).statusCode).toBe(200);
  });
});

describe('somebody who is logged in', () => {
  it('sees and ends their sessions, and keeps the one in which they change their password', async () => {
    await add('ann@example.org', 'admin');
    await add('ben@example.org', 'viewer');
    const [here, there] = [await enter('ben@example.org'), await enter('ben@example.org')];
    const list = async () =>
      (await home.app.inject({ url: '/api/v1/me/sessions', headers: here })).json<{ items: { id: string; current: boolean }[] }>().items;
    expect((await list()).length).toBe(2);
    const other = (await list()).find(({ current }) => !current);
    expect((await home.app.inject({ method: 'DELETE', url: `/api/v1/me/sessions/${other?.id}`, headers: here })).statusCode).toBe(204);
    expect((await home.app.inject({ url: '/api/v1/me/sessions', headers: there })).statusCode).toBe(401);
    const third = await enter('ben@example.org');
    expect((await post('/api/v1/me/password', { current: 'wrong', password: OTHER }, here)).statusCode).toBe(403);
    expect((await post('/api/v1/me/password', { current: PASSWORD, password: 'short' }, here)).statusCode).toBe(400);
    expect((await post('/api/v1/me/password', { current: PASSWORD, password: OTHER }, here)).statusCode).toBe(204);
    expect((await home.app.inject({ url: '/api/v1/me/sessions', headers: third })).statusCode).toBe(401);
    expect((await list()).map(({ current }) => current)).toEqual([true]);
    const anns = await enter('ann@example.org');
    const [annsOwn] = (await home.app.inject({ url: '/api/v1/me/sessions', headers: anns })).json<{ items: { id: string }[] }>().items;
    expect((await home.app.inject({ method: 'DELETE', url: `/api/v1/me/sessions/${annsOwn?.id}`, headers: here })).statusCode).toBe(404);
    expect((await home.app.inject({ url: '/api/v1/me/sessions', headers: anns })).statusCode).toBe(200);
  }, 30_000);

  it('makes keys of their own, that go no further than they do and end with them', async () => {
    await add('ann@example.org', 'admin');
    await add('ben@example.org', 'viewer');
    const [ben, ann] = [await enter('ben@example.org'), await enter('ann@example.org')];
    const made = await post('/api/v1/me/keys', { name: 'mine', role: 'admin', scope: 'admin', expiresIn: '30d' }, ben);
    expect(made.statusCode).toBe(201);
    const { id, secret } = made.json<{ id: string; secret: string }>();
    const key = { authorization: `Bearer ${secret}` };
    expect((await home.app.inject({ url: '/api/v1/me', headers: key })).json()).toMatchObject({
      kind: 'key',
      name: 'mine',
      role: 'viewer',
    });
    expect((await home.app.inject({ url: '/api/v1/users', headers: key })).statusCode).toBe(403);
    expect((await post('/api/v1/me/keys', { name: 'more' }, key)).statusCode).toBe(403);
    expect((await home.app.inject({ url: '/api/v1/me/keys', headers: ben })).body).not.toContain(secret.slice(-43));
    expect((await home.app.inject({ method: 'DELETE', url: `/api/v1/me/keys/${id}`, headers: ann })).statusCode).toBe(404);
    await home.app.inject({ method: 'PATCH', url: '/api/v1/users/ben@example.org', headers: ann, payload: { disabled: true } });
    expect((await home.app.inject({ url: '/api/v1/me', headers: key })).statusCode).toBe(401);
    expect((await home.app.inject({ url: '/api/v1/me/keys', headers: ben })).statusCode).toBe(401);
  }, 30_000);

  it('may send a key as the password of Basic, where a program knows nothing else', async () => {
    await add('ann@example.org', 'admin');
    const { secret } = (await post('/api/v1/me/keys', { name: 'feeds' }, await enter('ann@example.org'))).json<{ secret: string }>();
    const basic = (text: string) => ({
      url: '/api/v1/notices',
      headers: { authorization: `Basic ${Buffer.from(text).toString('base64')}` },
    });
    expect((await home.app.inject(basic(`feeds:${secret}`))).statusCode).toBe(200);
    for (const wrong of [`feeds:${secret}x`, `${secret}:`, 'ann@example.org:correct horse battery', ':'])
      expect((await home.app.inject(basic(wrong))).statusCode).toBe(401);
  });

  it('gets another token in time, in any answer', async () => {
    await add('ann@example.org', 'admin');
    const { cookie } = await enter('ann@example.org');
    const clock = { now: () => Date.now() + 16 * 60_000, monotonic: () => performance.now() };
    const later = await serveNewHome({ folder: home.served.paths.home, clock });
    const answer = await later.app.inject({ url: '/api/v1/users', headers: { cookie } });
    expect(answer.statusCode).toBe(200);
    expect(cookieOf(answer)).toMatch(/^dualwatch=[\w-]{43}$/);
    expect(cookieOf(answer)).not.toBe(cookie);
    expect((await later.app.inject({ url: '/api/v1/users', headers: { cookie: cookieOf(answer) } })).statusCode).toBe(200);
    await later.close();
  });
});

describe('an administrator', () => {
  it('changes accounts but never the last of their kind, nor their own password without knowing it', async () => {
    await add('ann@example.org', 'admin');
    const ben = await add('ben@example.org', 'viewer');
    const ann = await enter('ann@example.org');
    const patch = (of: string, payload: object) => home.app.inject({ method: 'PATCH', url: `/api/v1/users/${of}`, headers: ann, payload });
    expect((await patch('ann@example.org', { role: 'viewer' })).statusCode).toBe(409);
    expect((await patch('ann@example.org', { password: OTHER })).statusCode).toBe(409);
    expect((await patch('nobody@example.org', { role: 'viewer' })).statusCode).toBe(404);
    expect((await patch(ben.id, {})).statusCode).toBe(400);
    expect((await patch(ben.id, { role: 'owner' })).statusCode).toBe(400);
    expect((await patch(ben.id, { role: 'analyst', password: OTHER })).json()).toMatchObject({ mail: 'ben@example.org', role: 'analyst' });
    await enter('ben@example.org', OTHER);
    const sessions = () => home.app.inject({ url: `/api/v1/users/${ben.id}/sessions`, headers: ann });
    expect((await sessions()).json()).toMatchObject({ items: [{ current: false, address: '127.0.0.1' }] });
    expect((await home.app.inject({ method: 'DELETE', url: `/api/v1/users/${ben.id}/sessions`, headers: ann })).statusCode).toBe(204);
    expect((await sessions()).json()).toEqual({ items: [] });
    const acts = (await home.app.inject({ url: '/api/v1/audit?about=user.&limit=2', headers: ann })).json<{
      items: { act: string }[];
      nextCursor: string;
    }>();
    expect(acts.items.map(({ act }) => act)).toEqual(['user.role', 'user.password']);
    const next = (await home.app.inject({ url: `/api/v1/audit?about=user.&limit=2&cursor=${acts.nextCursor}`, headers: ann })).json<{
      items: { act: string }[];
    }>();
    expect(next.items.map(({ act }) => act)).toEqual(['user.add', 'user.add']);
    const verified = (await home.app.inject({ url: '/api/v1/audit/verification', headers: ann })).json<{ entries: number; head: string }>();
    expect(verified.entries).toBeGreaterThan(4);
    expect((await home.app.inject({ url: `/api/v1/audit/verification?head=${verified.head}`, headers: ann })).statusCode).toBe(200);
    expect((await home.app.inject({ url: `/api/v1/audit/verification?head=1:${'0'.repeat(64)}`, headers: ann })).statusCode).toBe(409);
  }, 30_000);

  it('finds in the audit log what was changed through the server, by path, and no secret', async () => {
    const { route } = await import('../../src/server/route.ts');
    const { z } = await import('zod');
    const change = route({
      method: 'POST',
      path: '/test/:what',
      tag: 't',
      summary: 's',
      access: 'analyst',
      otherQuery: 'passed over',
      answer: z.object({}),
      handle: () => ({}),
    });
    const served = await serveNewHome({ routes: [change] });
    await served.app.inject({ method: 'POST', url: '/test/thing?token=hidden', payload: { secret: 'hidden' } });
    await expect
      .poll(() => served.home.store.accounts.audit({ limit: 9 }))
      .toMatchObject([
        {
          act: 'api.post',
          subject: '/test/thing',
          actor: { kind: 'local' },
          address: '127.0.0.1',
          detail: { route: '/test/:what', status: 200 },
        },
      ]);
    expect(JSON.stringify(await served.home.store.accounts.audit({ limit: 9 }))).not.toContain('hidden');
    await served.close();
  });
});
