import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveNewHome } from '../../src/server/testing/served-home.ts';
import { CONTROLLED, serveListedHome, WATCHED, type ListedHome, type Line } from './listed-home.ts';

type Json = Readonly<Record<string, unknown>>;
interface Match {
  readonly key: string;
  readonly id: string;
  readonly decision?: { readonly verdict: string; readonly holds: boolean };
}
interface Screened {
  readonly results: readonly { readonly row: number; readonly key?: string; readonly matches: readonly Match[] }[];
  readonly receipt: { readonly id: string; readonly logIndex: number } & Json;
}

describe('screening through the API', () => {
  let home: ListedHome;
  let web: Server;
  let published: readonly Line[] = [{ id: 'w1', schema: 'Company', properties: { name: ['Farfield Lasers'] } }];
  let address = '';
  beforeAll(async () => {
    home = await serveListedHome();
    web = createServer((_, response) => response.end(published.map((line) => `${JSON.stringify(line)}\n`).join('')));
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(web.address() as AddressInfo).port}/entities.ftm.json`;
  });
  afterAll(async () => {
    await home.close();
    web.close();
  });

  async function ask<Body = Json>(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) {
    const answer = await home.app.inject({ method, url, ...(payload === undefined ? {} : { payload }) });
    return { status: answer.statusCode, body: (answer.body === '' ? {} : answer.json<Body>()) as Body };
  }
  const screen = async (queries: readonly object[], rest: object = {}) =>
    (await ask<Screened>('POST', '/api/v1/screen', { queries, ...rest })).body;

  it('screens one name with a receipt that is that name’s', async () => {
    const { results, receipt } = await screen([{ name: 'Arkadii Zhelvakov', schema: 'Person' }]);
    expect(results[0]?.matches[0]).toMatchObject({ id: 'watched:p1', explanation: { text: expect.any(String) } });
    expect(receipt).toMatchObject({ file: null, counts: { rows: 1, hits: 1 }, lists: [{ list: 'watched' }, { list: 'controlled' }] });
    expect((await ask('GET', `/api/v1/receipts/${receipt.id}`)).body).toEqual(receipt);
    const verify = (query: object) => ask('POST', `/api/v1/receipts/${receipt.id}/verify`, { query });
    expect((await verify({ name: 'Arkadii Zhelvakov', schema: 'Person' })).body).toEqual({ holds: true });
    expect((await verify({ name: 'Arkadii Zhelvakov' })).body).toEqual({ holds: false });
  });

  it('screens against the first list of a home at once: whoever asks meanwhile waits for its index', async () => {
    const fresh = await serveNewHome();
    try {
      const payload = { queries: [{ name: 'Farfield Lasers' }] };
      expect((await fresh.app.inject({ method: 'POST', url: '/api/v1/screen', payload })).statusCode).toBe(404);
      const added = { list: address, name: 'lasers', allowPrivate: true };
      expect((await fresh.app.inject({ method: 'POST', url: '/api/v1/lists', payload: added })).statusCode).toBe(201);
      const found = await fresh.app.inject({ method: 'POST', url: '/api/v1/screen', payload });
      expect([found.statusCode, found.json<Screened>().results[0]?.matches[0]?.id]).toEqual([200, 'lasers:w1']);
    } finally {
      await fresh.close();
    }
  }, 60_000);

  it('screens many in their order, under one receipt', async () => {
    const { results, receipt } = await screen([
      { key: 'a', name: 'nobody at all' },
      { name: '海格通信集团', countries: ['CN'] },
    ]);
    expect(results.map(({ row, key, matches }) => [row, key, matches[0]?.id])).toEqual([
      [1, 'a', undefined],
      [2, undefined, 'controlled:k1'],
    ]);
    expect(receipt).toMatchObject({
      file: { name: 'request', bytes: expect.any(Number) },
      counts: { rows: 2, hits: 1 },
      results: expect.any(String),
    });
    const { items, nextCursor } = (await ask<{ items: { id: string }[]; nextCursor: string }>('GET', '/api/v1/receipts?limit=1')).body;
    expect(items[0]?.id).toBe(receipt.id);
    const next = (await ask<{ items: { id: string }[] }>('GET', `/api/v1/receipts?limit=1&cursor=${nextCursor}`)).body;
    expect(next.items[0]?.id).not.toBe(receipt.id);
  });

  it('remembers what was decided about a match, until the listing changes', async () => {
    const asked = { name: 'Stroymontazhinvest', schema: 'Company' };
    const find = async () => (await screen([asked])).results[0]?.matches.find(({ id }) => id === 'watched:c1');
    const found = await find();
    const decided = await ask('POST', `/api/v1/matches/${found?.key}/decision`, { verdict: 'cleared', why: 'another town' });
    expect([decided.status, decided.body['by']]).toEqual([201, 'local']);
    expect((await find())?.decision).toMatchObject({ verdict: 'cleared', holds: true });
    await home.put(
      'watched',
      WATCHED.map((line) => (line.id === 'c1' ? { ...line, properties: { ...line.properties, address: ['Tula'] } } : line)),
    );
    await home.put(
      'controlled',
      CONTROLLED.map((line) => (line.id === 'k2' ? { ...line, properties: { ...line.properties, address: ['Tula'] } } : line)),
    );
    await home.served.screening.renew();
    expect((await find())?.decision).toMatchObject({ holds: false });
    expect((await ask('POST', '/api/v1/matches/m0123456789abcdef01234567/decision', { verdict: 'hit', why: 'x' })).status).toBe(404);
    expect((await ask('POST', `/api/v1/matches/${found?.key.slice(0, -4)}/decision`, { verdict: 'hit', why: 'x' })).status).toBe(400);
  });

  it('compares two names', async () => {
    expect((await ask('POST', '/api/v1/compare', { a: { name: 'ООО Бета' }, b: { name: 'Beta LLC' } })).body).toMatchObject({
      match: true,
    });
  });

  it('reads names for who knows Latin letters only, in their order', async () => {
    const { body } = await ask('POST', '/api/v1/names/readings', { names: ['广东省无人系统协会', 'Beta LLC', 'ООО «Бета»'] });
    expect(body).toEqual({ readings: ['Guangdong Province Unmanned Association', null, 'LLC «Beta»'] });
    expect((await ask('POST', '/api/v1/names/readings', { names: [] })).status).toBe(400);
  });

  it('adds, updates, compares and removes a list; the index follows', async () => {
    expect((await ask('POST', '/api/v1/lists', { list: address, name: 'far' })).status).toBe(403);
    const added = await ask('POST', '/api/v1/lists', { list: address, name: 'far', allowPrivate: true });
    expect([added.status, added.body['outcome']]).toEqual([201, 'updated']);
    await home.served.screening.renew();
    expect((await screen([{ name: 'Farfield Lasers' }])).results[0]?.matches[0]?.id).toBe('far:w1');
    published = [...published, { id: 'w2', schema: 'Company', properties: { name: ['Nearfield Lasers'] } }];
    expect((await ask('POST', '/api/v1/lists/far/update', {})).body).toMatchObject({
      version: 2,
      outcome: 'updated',
      counts: { added: 1 },
    });
    expect((await ask('GET', '/api/v1/lists/far/diff')).body).toMatchObject({ items: [{ id: 'far:w2', change: 'added', before: null }] });
    const first = (await ask<{ items: Json[]; nextCursor: string }>('GET', '/api/v1/lists/far/diff?from=0&limit=1')).body;
    expect((await ask<{ items: Json[] }>('GET', `/api/v1/lists/far/diff?limit=1&cursor=${first.nextCursor}`)).body.items[0]?.['id']).toBe(
      'far:w2',
    );
    expect((await ask('GET', '/api/v1/lists/far/versions')).body).toMatchObject({ total: 2, items: [{ version: 2 }, { version: 1 }] });
    expect((await ask('GET', '/api/v1/lists/far')).body).toMatchObject({ name: 'far', current: { version: 2 } });
    expect((await ask('DELETE', '/api/v1/lists/far')).status).toBe(204);
    expect((await ask('GET', '/api/v1/lists/far')).status).toBe(404);
    await home.served.screening.renew();
    expect((await screen([{ name: 'Farfield Lasers' }])).results[0]?.matches).toEqual([]);
  });

  it('reads no file of the server for a client, and says which lists it knows', async () => {
    for (const list of ['/etc/passwd', './entities.ftm.json', 'file:///etc/passwd'])
      expect((await ask('POST', '/api/v1/lists', { list })).status).toBe(400);
    expect((await ask('POST', '/api/v1/lists', { list: 'ofac-sdn', with: ['/etc/passwd'] })).status).toBe(400);
    expect((await ask<{ items: { name: string }[] }>('GET', '/api/v1/lists/known')).body.items.map(({ name }) => name)).toContain(
      'ofac-sdn',
    );
  });

  it('shows a party with its listings and what people said of them', async () => {
    const links = '/api/v1/parties/watched:p1/links';
    expect((await ask('POST', links, { link: 'link', other: 'watched:v1', why: 'his ship' })).status).toBe(201);
    expect((await ask('POST', links, { link: 'link', other: 'watched:p1', why: 'x' })).status).toBe(400);
    await home.served.screening.renew();
    const { body } = await ask<{ listings: unknown[]; links: Json[] }>('GET', '/api/v1/parties/watched:v1');
    expect(body.links[0]).toMatchObject({ link: 'link', why: 'his ship', by: 'local' });
    expect((await ask('GET', '/api/v1/parties/nobody')).status).toBe(404);
  });

  it('lists sets, and deletes them', async () => {
    await home.home.store.putSetRows('mine', '2026-01-01T00:00:00.000Z', []);
    expect((await ask('GET', '/api/v1/sets')).status).toBe(200);
    expect((await ask('DELETE', '/api/v1/sets/nothing')).status).toBe(404);
  });

  it('gives notices with matches as pages', async () => {
    expect((await ask('GET', '/api/v1/matches')).body).toMatchObject({ items: [], nextCursor: null });
    expect((await ask('GET', '/api/v1/matches?query=)(')).status).toBe(400);
  });
});
