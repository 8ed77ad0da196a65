import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveListedHome, type ListedHome } from './listed-home.ts';

type Results = Readonly<
  Record<
    string,
    {
      readonly result: readonly {
        readonly id: string;
        readonly score: number;
        readonly match: boolean;
        readonly type: readonly { readonly id: string }[];
      }[];
    }
  >
>;

describe('a run of reconciliation, step by step as the protocol has it', () => {
  let home: ListedHome;
  beforeAll(async () => void (home = await serveListedHome({ env: { DUALWATCH_CORS_ORIGINS: 'http://refine.example:3333' } })));
  afterAll(() => home.close());

  const get = async (path: string) =>
    (await home.app.inject(path)).json<{ result: readonly { id: string; name: string }[] } & Record<string, unknown>>();
  const form = (fields: Readonly<Record<string, unknown>>, headers: Readonly<Record<string, string>> = {}) =>
    home.app.inject({
      method: 'POST',
      url: '/reconcile/default',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams(
        Object.entries(fields).map(([name, value]): [string, string] => [name, JSON.stringify(value)]),
      ).toString(),
    });
  const ask = async (queries: object) => (await form({ queries })).json<Results>();

  it('begins with the manifest, whose addresses lead to what it promises', async () => {
    const manifest = await get('/reconcile/default');
    expect(manifest).toMatchObject({
      versions: expect.arrayContaining(['0.2']) as string[],
      name: expect.any(String),
      identifierSpace: expect.stringMatching(/^http/),
    });
    expect((manifest['defaultTypes'] as readonly unknown[]).length).toBeGreaterThan(3);
    const { view, preview, suggest, extend } = manifest as unknown as {
      view: { url: string };
      preview: { url: string; width: number; height: number };
      suggest: Record<string, { service_url: string; service_path: string }>;
      extend: { propose_properties: { service_url: string; service_path: string } };
    };
    expect(view.url).toContain('{{id}}');
    for (const { service_url, service_path } of [...Object.values(suggest), extend.propose_properties]) {
      const { pathname } = new URL(service_url + service_path);
      expect((await home.app.inject(`${pathname}?prefix=a`)).statusCode).toBe(200);
    }
    const shown = await home.app.inject(new URL(preview.url.replace('{{id}}', 'watched:p1')).pathname + '?id=watched:p1');
    expect(shown.headers['content-type']).toMatch(/^text\/html/);
    expect(shown.body).toContain('Zhelvakov');
    expect(shown.headers['content-security-policy']).toContain("frame-ancestors 'self' http://refine.example:3333");
    expect(shown.headers).not.toHaveProperty('x-frame-options');
  });

  it('lets a page of a configured origin read, and no other', async () => {
    const asked = { queries: { q0: { query: 'Polnochnaya Zvezda' } } };
    const allowed = await form(asked, { origin: 'http://refine.example:3333' });
    expect([allowed.statusCode, allowed.headers['access-control-allow-origin']]).toEqual([200, 'http://refine.example:3333']);
    expect((await form(asked, { origin: 'http://evil.example' })).statusCode).toBe(403);
    const preflight = (origin: string) =>
      home.app.inject({
        method: 'OPTIONS',
        url: '/match/default',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' },
      });
    const granted = await preflight('http://refine.example:3333');
    expect(granted.headers['access-control-allow-origin']).toBe('http://refine.example:3333');
    expect(granted.headers['access-control-allow-headers']).toContain('authorization');
    expect((await preflight('http://evil.example')).headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('answers a batch: names, kinds, properties, limits', async () => {
    const found = await ask({
      q0: {
        query: 'Arkadii Zhelvakov',
        type: 'Person',
        limit: 3,
        properties: [
          { pid: 'Thing:country', v: 'Russia' },
          { pid: 'birthDate', v: '1951' },
        ],
      },
      q1: { query: 'Stroymontazhinvest', type: ['Company', 'Organization'], type_strict: 'should' },
      q2: { query: 'Polnochnaya Zvezda', type: 'Person' },
      q3: { properties: [{ pid: 'Thing:name', v: ['Guangzhou Haige', 'Haige Communications Group'] }] },
      q4: { query: 'nobody of that name' },
    });
    const [person] = found['q0']?.result ?? [];
    expect(person).toMatchObject({ id: 'watched:p1', name: expect.stringContaining('Zhelvakov'), match: true, type: [{ id: 'Person' }] });
    expect(person?.score).toBeGreaterThan(70);
    expect(person?.score).toBeLessThanOrEqual(100);
    expect(found['q1']?.result[0]).toMatchObject({ id: 'watched:c1', match: true });
    expect(found['q2']?.result).toEqual([]);
    expect(found['q3']?.result[0]).toMatchObject({ id: 'controlled:k1' });
    expect(found['q4']).toEqual({ result: [] });
  });

  it('takes the same as GET and as JSON', async () => {
    const queries = { q0: { query: 'Polnochnaya Zvezda' } };
    const byForm = await ask(queries);
    expect(byForm['q0']?.result).toHaveLength(1);
    expect(await get(`/reconcile/default?queries=${encodeURIComponent(JSON.stringify(queries))}`)).toEqual(byForm);
    expect((await home.app.inject({ method: 'POST', url: '/reconcile/default', payload: { queries } })).json()).toEqual(byForm);
  });

  it('calls none a match where two are as sure', async () => {
    const twin = { schema: 'Company', properties: { name: ['Northlight Optics'], jurisdiction: ['cn'] } };
    await home.put('controlled', [
      { id: 't1', ...twin },
      { id: 't2', schema: 'Company', properties: { name: ['Northlight Optics'], jurisdiction: ['us'] } },
    ]);
    await home.served.screening.renew();
    const { result = [] } = (await ask({ q: { query: 'Northlight Optics' } }))['q'] ?? {};
    expect(result.map(({ match }) => match)).toEqual([false, false]);
    const told = (await ask({ q: { query: 'Northlight Optics', properties: [{ pid: 'jurisdiction', v: 'cn' }] } }))['q']?.result ?? [];
    expect(told[0]).toMatchObject({ id: 'controlled:t1' });
  });

  it('suggests by prefix, and goes on at a cursor', async () => {
    expect((await get('/reconcile/default/suggest/entity')).result).toEqual([]);
    const [first] = (await get('/reconcile/default/suggest/entity?prefix=arkadi%20zhel')).result;
    expect(first).toMatchObject({ id: 'watched:p1', notable: [{ id: 'Person' }] });
    expect((await get('/reconcile/default/suggest/entity?prefix=arkadi%20zhel&cursor=1')).result).toEqual([]);
    expect((await get('/reconcile/default/suggest/entity?prefix=banana%20man')).result).toEqual([]);
    expect((await get('/reconcile/default/suggest/type?prefix=organ')).result.map(({ id }) => id)).toEqual(['Organization']);
    const properties = (await get('/reconcile/default/suggest/property?prefix=country&limit=100')).result.map(({ id }) => id);
    expect(properties).toEqual(expect.arrayContaining(['Thing:country', 'LegalEntity:mainCountry']));
    for (const kind of ['type', 'property', 'entity']) expect((await get(`/reconcile/default/suggest/${kind}?prefix=`)).result).toEqual([]);
  });

  it('extends chosen rows by values', async () => {
    const answer = await form({
      extend: {
        ids: ['watched:p1', 'nobody'],
        properties: [{ id: 'birthDate' }, { id: 'Thing:name', settings: { limit: 1 } }, { id: 'colour' }],
      },
    });
    expect(answer.json()).toMatchObject({
      meta: [{ id: 'birthDate' }, { id: 'Thing:name' }],
      rows: { 'watched:p1': { birthDate: [{ str: '1951-12-15' }], 'Thing:name': [expect.anything()] }, nobody: { birthDate: [] } },
    });
  });

  it.each([
    [{ queries: { q: { query: 37 } } }, 400],
    [{ queries: [] }, 400],
    [{ nothing: 1 }, 400],
    [{ extend: { ids: 'x' } }, 400],
  ])('refuses %j with %i', async (fields, status) => {
    const answer = await form(fields);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it('refuses a form that is too large', async () => {
    const answer = await form({ queries: { q: { query: 'x'.repeat(3_000_000) } } });
    expect(answer.statusCode).toBe(413);
  });
});
