import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { pageOf } from '../../src/server/paging.ts';
import { route } from '../../src/server/route.ts';
import { serveNewHome, type ServedHome } from '../../src/server/testing/served-home.ts';

/** What every test of the server stands on: it hears of an answer that says more than the documentation. */
let home: ServedHome;
const described = { method: 'GET', tag: 'Test', summary: 'Test', access: 'viewer' } as const;
const answer = pageOf(z.object({ id: z.string(), of: z.looseObject({ known: z.number() }) }));

beforeAll(async () => {
  const item = { id: 'one', of: { known: 1, more: 2 } };
  home = await serveNewHome({
    routes: [
      route({ ...described, path: '/test/as-described', answer, handle: () => ({ items: [item], nextCursor: null }) }),
      route({ ...described, path: '/test/more', answer, handle: () => ({ items: [{ ...item, hidden: 1 }], nextCursor: null }) }),
    ],
  });
});
afterAll(() => home.close());

it('an answer is let through with what its schema names, and with what a loose object holds besides', async () => {
  const answered = await home.app.inject('/test/as-described');
  expect([answered.statusCode, answered.json()]).toEqual([200, { items: [{ id: 'one', of: { known: 1, more: 2 } }], nextCursor: null }]);
});

it('what no schema names is a fault, told with its place', async () => {
  expect((await home.app.inject('/test/more')).statusCode).toBe(500);
  expect(home.notes.join('\n')).toContain('does not name .items.0.hidden');
});

it('HEAD is answered as GET, without the body; what an address takes is said to whoever asks in another way', async () => {
  const [got, headed] = [await home.app.inject('/test/as-described'), await home.app.inject({ method: 'HEAD', url: '/test/as-described' })];
  expect(headed.body).toBe('');
  expect(headed.headers).toMatchObject({
    etag: expect.stringMatching(/^"/),
    'content-type': got.headers['content-type'],
    'content-length': got.headers['content-length'],
  });
  expect(headed.headers['etag']).toBe(got.headers['etag']);
  for (const method of ['DELETE', 'OPTIONS'] as const) {
    const refused = await home.app.inject({ method, url: '/test/as-described' });
    expect([refused.statusCode, refused.headers['allow']]).toEqual([405, 'GET, HEAD']);
  }
});

it('every answer forbids what nobody asked for: the first, those after it, and those to what there is not', async () => {
  const fresh = await serveNewHome();
  for (const url of ['/healthz', '/healthz', '/nothing', '/api/v1/me'])
    expect((await fresh.app.inject(url)).headers, url).toMatchObject({
      'content-security-policy': "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
  await fresh.close();
});
