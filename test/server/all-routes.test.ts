import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { changesState, type Route } from '../../src/server/route.ts';
import { ROUTES } from '../../src/server/routes.ts';
import { serveListedHome, type ListedHome } from './listed-home.ts';

type Send = InjectOptions & { readonly method: Route['method']; readonly url: string };

/** Streams that go on for ever are opened elsewhere. */
const ENDLESS = new Set<string>([]);
const ANSWERED_WITHIN_MS = 20_000;

const HOSTILE_WORDS = [
  '../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '%00',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '\u202eabc',
  'x'.repeat(1500),
  '-1',
  '1e999',
  '💥'.repeat(50),
  '((((((((((a|a)*)*)*)*)*)*)*)*)*)*$',
];

const HOSTILE_BODIES: readonly unknown[] = [
  null,
  [],
  {},
  'text',
  42,
  { names: 'none' },
  { __proto__: null, constructor: { prototype: { polluted: true } } },
  nested(500),
  Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`k${n}`, n])),
  { text: '\ud800'.repeat(10), name: '\u0000', query: { name: 5 }, names: [[[]]], id: { $ne: null } },
];

describe('every route, whatever is sent', () => {
  let home: ListedHome;
  beforeAll(async () => void (home = await serveListedHome()));
  afterAll(() => home.close());

  async function send(request: Send): Promise<void> {
    const answer = await home.app.inject(request);
    const told = `${request.method} ${request.url.slice(0, 200)} → ${answer.statusCode} ${answer.body.slice(0, 300)}`;
    expect(answer.statusCode, told).toBeLessThan(500);
    if (answer.statusCode < 400) return;
    expect(answer.headers['content-type'], told).toMatch(/^application\/problem\+json/);
    expect(answer.json(), told).toMatchObject({ status: answer.statusCode, code: expect.any(String), detail: expect.any(String) });
  }

  it.each(named(ROUTES.filter(({ path }) => !ENDLESS.has(path))))(
    '%s answers with what it promises or with a problem, and never with a fault',
    async (_, route) => {
      const { method } = route;
      const urls = HOSTILE_WORDS.flatMap((word) => [
        filled(route, encodeURIComponent(word)),
        ...parametersOf(route).map((name) => `${filled(route, 'x')}?${name}=${encodeURIComponent(word)}`),
        `${filled(route, 'x')}?${encodeURIComponent(word)}=${encodeURIComponent(word)}`,
      ]);
      for (const url of urls) await send({ method, url });
      if (method === 'GET') return;
      const url = filled(route, 'x');
      const type = { 'content-type': 'application/json' };
      for (const body of HOSTILE_BODIES) await send({ method, url, headers: type, payload: JSON.stringify(body) });
      for (const text of ['', '{', '{"a":', '\u0000', `[${'1,'.repeat(10_000)}`, '"\\ud800"'])
        await send({ method, url, headers: type, payload: text });
      await send({ method, url, headers: { 'content-type': 'text/x-unknown' }, payload: 'text' });
      await send({ method, url, headers: type, payload: Buffer.from([0xff, 0xfe, 0x00, 0xd8]) });
    },
    ANSWERED_WITHIN_MS,
  );

  it.each(named(ROUTES.filter(({ otherQuery }) => otherQuery === undefined)))(
    '%s refuses a parameter that it does not have, and says which it has',
    async (_, route) => {
      const answer = await home.app.inject({
        method: route.method,
        url: `${filled(route, 'x')}?colour=red`,
        headers: { 'content-type': 'application/json' },
        ...(route.method === 'GET' ? {} : { payload: '{}' }),
      });
      expect(answer.statusCode, answer.body).toBe(400);
      const problem = answer.json<{ detail: string; errors: readonly { where: string; message: string }[] }>();
      const told = problem.errors.find(({ where }) => where === 'query.colour');
      for (const name of parametersOf(route)) expect(told?.message).toContain(name);
      expect(told).toBeDefined();
    },
    ANSWERED_WITHIN_MS,
  );

  it.each(named(ROUTES.filter((route) => route.method !== 'GET' && route.takes === undefined)))(
    '%s refuses a body that is too large',
    async (_, route) => {
      const payload = `{"text":"${'x'.repeat((route.bodyLimit ?? 1024 * 1024) + 1)}"}`;
      const answer = await home.app.inject({
        method: route.method,
        url: filled(route, 'x'),
        headers: { 'content-type': 'application/json' },
        payload,
      });
      expect(answer.statusCode).toBe(413);
    },
    ANSWERED_WITHIN_MS,
  );

  it.each(named(ROUTES.filter((route) => route.method !== 'GET')))('%s is asked by no page of another site', async (_, route) => {
    const answer = await home.app.inject({
      method: route.method,
      url: filled(route, 'x'),
      headers: { origin: 'http://evil.example', 'content-type': 'application/json' },
      payload: '{}',
    });
    expect(answer.statusCode).toBe(403);
  });

  it.each(named(ROUTES))('%s answers only under a name of this server', async (_, route) => {
    const answer = await home.app.inject({ method: route.method, url: filled(route, 'x'), headers: { host: 'rebound.example' } });
    expect(answer.statusCode).toBe(421);
  });

  it('noted no fault', () => {
    expect(home.notes.filter((note) => note.startsWith('error'))).toEqual([]);
  });
});

function named(routes: readonly Route[]): readonly (readonly [string, Route])[] {
  return routes.map((route) => [`${route.method} ${route.path}${changesState(route) ? ' (changes)' : ''}`, route]);
}

function parametersOf({ query }: Route): readonly string[] {
  return query instanceof z.ZodObject ? Object.keys(query.shape) : [];
}

function filled({ path }: Route, word: string): string {
  return path.replace(/:\w+|\*/g, word);
}

function nested(depth: number): unknown {
  return Array.from({ length: depth }).reduce<unknown>((inner) => ({ inner }), 'deep');
}
