import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Route } from '../../src/server/route.ts';
import { ROUTES } from '../../src/server/routes.ts';
import { openApiJudge } from '../../src/server/testing/open-api-judge.ts';
import { serveNewHome, type ServedHome } from '../../src/server/testing/served-home.ts';
import { verifyPackageFile } from '../../src/work/verify-package-file.ts';
import { keepLists } from './listed-home.ts';

const TEXT = '某省无人机行业协会求购无人机抑制器20台，用于莫斯科展示。联系人：张三，电话13800138000。';
const SLOW_MS = 120_000;
/** Changes whose examples name what only some home or site has; their own tests ask them. */
const ELSEWHERE =
  /^POST \/api\/v1\/(?:login|me\/password|users|keys|me\/keys|lists|triage|claims|captures|exports|log\/consistency|anchors|sources|sources\/try)$|^PUT \/api\/v1\/lists\/:name\/file$/;

/** A real home, a real site on loopback, the real visits; every answer is held against the OpenAPI document by somebody else's validator. */
describe('the API', () => {
  let home: ServedHome;
  let site: Server;
  let address: string;
  let text = TEXT;
  let notice: string;
  const judge = openApiJudge();

  beforeAll(async () => {
    site = createServer((request, response) => {
      if (request.url === '/robots.txt') return void response.writeHead(404).end();
      response.setHeader('content-type', request.url === '/feed.xml' ? 'application/rss+xml' : 'text/html; charset=utf-8');
      if (request.url === '/feed.xml')
        return void response.end(
          `<rss version="2.0"><channel><title>t</title><item><title>求购</title><link>${address}/one</link></item></channel></rss>`,
        );
      response.end(
        `<!doctype html><html lang="zh"><head><title>求购无人机抑制器</title></head><body><h1>求购无人机抑制器</h1><p>${text}</p><p>${'供应商请报价。'.repeat(20)}</p></body></html>`,
      );
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    home = await serveNewHome({ env: { DUALWATCH_FETCH_PACE: '1ms' } });
  }, SLOW_MS);
  afterAll(async () => {
    await home.close();
    site.close();
  });

  async function ask(method: Route['method'], path: string, values: Readonly<Record<string, string>> = {}, payload?: object) {
    const { query = '', ...params } = values;
    const url = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
    const answer = await home.app.inject({ method, url: `${url}${query}`, ...(payload === undefined ? {} : { payload }) });
    expect(judge(method, path, answer), `${method} ${url}: ${answer.statusCode} ${answer.body.slice(0, 500)}`).toEqual([]);
    return answer;
  }
  const body = (answer: LightMyRequestResponse): Record<string, unknown> => answer.json();
  const items = (answer: LightMyRequestResponse): readonly Record<string, unknown>[] =>
    z.object({ items: z.array(z.record(z.string(), z.unknown())) }).parse(answer.json()).items;

  it(
    'keeps an address, and shows the notice in full',
    async () => {
      const kept = await ask('POST', '/api/v1/captures', {}, { url: `${address}/one`, allowPrivate: true });
      expect(kept.statusCode).toBe(201);
      expect(body(kept)).toMatchObject({ observed: 'present', trouble: null, goods: expect.arrayContaining(['counter_uav_jam']) });
      notice = String(body(kept)['id']);
      const capture = String(body(kept)['capture']);

      expect(items(await ask('GET', '/api/v1/notices', { query: '?query=goods:counter_uav_jam' })).map(({ id }) => id)).toEqual([notice]);
      const full = body(await ask('GET', '/api/v1/notices/{id}', { id: notice }));
      expect(JSON.stringify(full)).not.toContain('13800138000');
      expect(full['mentions']).toContainEqual(
        expect.objectContaining({ concept: 'counter_uav_jam', rule: expect.objectContaining({ source: 'goods/counter_uav_jam.yaml' }) }),
      );
      expect(JSON.stringify(body(await ask('GET', '/api/v1/notices/{id}', { id: `${address}/one`, query: '?reveal=true' })))).toContain(
        '13800138000',
      );
      expect(items(await ask('GET', '/api/v1/notices/{id}/observations', { id: notice }))).toHaveLength(1);
      expect(items(await ask('GET', '/api/v1/notices/{id}/captures', { id: notice }))).toMatchObject([{ sha256: capture }]);
      expect(items(await ask('GET', '/api/v1/notices/{id}/versions', { id: notice }))).toMatchObject([{ number: 1, capture }]);
      expect(items(await ask('GET', '/api/v1/notices/{id}/mentions', { id: notice })).length).toBeGreaterThan(0);
      expect(items(await ask('GET', '/api/v1/notices/{id}/findings', { id: notice })).length).toBeGreaterThan(0);
      expect((await ask('GET', '/api/v1/notices/{id}/diff', { id: notice })).statusCode).toBe(404);
      expect(body(await ask('GET', '/api/v1/notices/{id}/copies', { id: notice }))).toEqual({ items: [], compared: true });
      expect((await ask('GET', '/api/v1/notices/{id}', { id: 'n0' })).statusCode).toBe(404);

      expect(body(await ask('GET', '/api/v1/captures/{sha256}', { sha256: capture }))).toMatchObject({ notice, logIndex: 0 });
      const warc = await ask('GET', '/api/v1/captures/{sha256}/warc', { sha256: capture });
      expect([warc.rawPayload.subarray(0, 2).toString('hex'), warc.headers['content-disposition']]).toEqual([
        '1f8b',
        `attachment; filename="${capture}.warc.gz"`,
      ]);
      const read = await ask('GET', '/api/v1/captures/{sha256}/text', { sha256: capture });
      expect(read.body).toContain('无人机抑制器20台');
      expect(read.body).not.toContain('13800138000');
      expect(read.headers['content-security-policy']).toMatch(/^sandbox/);
      expect((await ask('GET', '/api/v1/captures/{sha256}/screenshot', { sha256: capture })).statusCode).toBe(404);
    },
    SLOW_MS,
  );

  it(
    'tells versions apart',
    async () => {
      text = TEXT.replace('20台', '35台');
      await ask('POST', '/api/v1/captures', {}, { url: `${address}/one`, allowPrivate: true });
      const { changes } = body(await ask('GET', '/api/v1/notices/{id}/diff', { id: notice, query: '?a=1&b=2' })) as {
        changes: { marks: unknown[] }[];
      };
      expect(changes[0]?.marks).toMatchObject([{ text: '20' }, { text: '35' }]);
    },
    SLOW_MS,
  );

  it('keeps what people make of notices: triage, searches, cases', async () => {
    const done = body(await ask('POST', '/api/v1/triage', {}, { notices: [notice], act: 'escalate', why: 'jammers' }));
    expect(done).toMatchObject({ items: [{ notice, triage: { state: 'escalated' }, act: { by: 'local' } }] });
    expect(items(await ask('GET', '/api/v1/notices', { query: '?query=triage:escalated' }))).toMatchObject([{ id: notice }]);
    await ask('POST', '/api/v1/triage', {}, { notices: [notice], act: 'undo' });
    expect(items(await ask('GET', '/api/v1/notices/{id}/triage', { id: notice })).map(({ do: what }) => what)).toEqual([
      'escalate',
      'undo',
    ]);
    expect((await ask('POST', '/api/v1/triage', {}, { notices: [notice, 'n0'], act: 'dismiss' })).statusCode).toBe(404);

    await ask('POST', '/api/v1/searches', {}, { name: 'mine', query: 'goods:counter_uav_jam', sort: 'firstSeen' });
    expect((await ask('POST', '/api/v1/searches', {}, { name: 'other', query: 'goods:(' })).statusCode).toBe(400);
    expect(items(await ask('GET', '/api/v1/searches'))).toMatchObject([{ name: 'mine', owner: 'local' }]);
    expect(items(await ask('GET', '/api/v1/searches/{id}/notices', { id: 'mine' }))).toMatchObject([{ id: notice }]);
    expect((await ask('DELETE', '/api/v1/searches/{id}', { id: 'mine' })).statusCode).toBe(204);

    const opened = await ask(
      'POST',
      '/api/v1/cases',
      {},
      { title: 'Jammers', changes: [{ do: 'add', item: { kind: 'notice', id: notice } }] },
    );
    const id = String(body(opened)['id']);
    expect(body(opened)).toMatchObject({ title: 'Jammers', items: [{ kind: 'notice', id: notice, caption: '求购无人机抑制器' }] });
    const change = (ifMatch: unknown, changes: readonly object[]) =>
      home.app.inject({
        method: 'POST',
        url: `/api/v1/cases/${id}/changes`,
        headers: { 'if-match': String(ifMatch) },
        payload: { changes },
      });
    const changed = await change(opened.headers['etag'], [{ do: 'task', text: 'ask the association' }]);
    expect([changed.statusCode, judge('POST', '/api/v1/cases/{id}/changes', changed)]).toEqual([200, []]);
    expect((await change(opened.headers['etag'], [{ do: 'comment', text: 'late' }])).statusCode).toBe(412);
    expect((await change('"nonsense"', [{ do: 'comment', text: 'late' }])).statusCode).toBe(400);
    expect(body(await ask('GET', '/api/v1/cases/{id}', { id }))).toMatchObject({ tasks: [{ text: 'ask the association', done: null }] });
    expect(items(await ask('GET', '/api/v1/cases/{id}/log', { id })).length).toBe(3);
    expect(items(await ask('GET', '/api/v1/cases', { query: `?holding=${notice}` }))).toMatchObject([{ id, items: 1, openTasks: 1 }]);
    expect((await ask('GET', '/api/v1/cases/{id}', { id: 'c0' })).statusCode).toBe(404);
  });

  it(
    'signs, proves, verifies, and hands on a package that proves itself',
    async () => {
      expect(body(await ask('GET', '/api/v1/log'))).toEqual({ entries: expect.any(Number) });
      const entries = items(await ask('GET', '/api/v1/log/entries', { query: '?limit=1' }));
      expect(entries).toHaveLength(1);
      expect(body(await ask('GET', '/api/v1/log/checkpoint'))).toMatchObject({ key: expect.any(String) });
      const capture = String(items(await ask('GET', '/api/v1/notices/{id}/captures', { id: notice }))[0]?.['sha256']);
      expect(body(await ask('GET', '/api/v1/log/proofs/{digest}', { digest: capture }))).toMatchObject({
        index: 0,
        proof: expect.stringContaining('c2sp.org/tlog-proof@v1'),
      });
      expect(body(await ask('GET', '/api/v1/log/verification'))).toEqual({ underWay: null, last: null });
      expect(body(await ask('POST', '/api/v1/log/verification'))).toMatchObject({ ok: true });
      expect(body(await ask('GET', '/api/v1/log/verification'))).toMatchObject({ underWay: null, last: { verdict: { ok: true } } });
      const made = body(await ask('POST', '/api/v1/exports', {}, { notices: [notice] }));
      const file = await ask('GET', '/api/v1/exports/{id}', { id: String(made['id']) });
      const named = await ask('GET', '/api/v1/exports/{id}', {
        id: String(made['id']),
        query: `?name=${encodeURIComponent('干扰器/"case"\r\n1')}`,
      });
      expect(named.headers['content-disposition']).toBe(
        `attachment; filename="dualwatch-${String(made['id'])}.wacz"; filename*=UTF-8''${encodeURIComponent('干扰器-case-1.wacz')}`,
      );
      const folder = mkdtempSync(join(tmpdir(), 'dualwatch-api-'));
      writeFileSync(join(folder, 'one.wacz'), file.rawPayload);
      const verdict = await verifyPackageFile(
        join(folder, 'one.wacz'),
        { keys: [], authorities: [], required: new Set<never>() },
        () => undefined,
      );
      rmSync(folder, { recursive: true });
      expect([verdict.ok, file.rawPayload.length]).toEqual([true, made['bytes']]);
      const upload = (type: string) =>
        home.app.inject({ method: 'POST', url: '/api/v1/verify', headers: { 'content-type': type }, payload: file.rawPayload });
      const checked = await upload('application/wacz');
      expect([checked.statusCode, checked.json(), judge('POST', '/api/v1/verify', checked)]).toMatchObject([
        200,
        { ok: true, whole: true },
        [],
      ]);
      expect((await upload('text/plain')).statusCode).toBe(415);
      const kept = String(body(await ask('GET', '/api/v1/log/checkpoint'))['checkpoint']);
      expect(body(await ask('POST', '/api/v1/log/consistency', {}, { checkpoint: kept }))).toMatchObject({ hashes: [] });
      expect((await ask('POST', '/api/v1/log/consistency', {}, { checkpoint: kept.replace('\n', 'x\n') })).statusCode).toBe(409);
      expect((await ask('DELETE', '/api/v1/exports/{id}', { id: String(made['id']) })).statusCode).toBe(204);
      expect((await ask('GET', '/api/v1/exports/{id}', { id: String(made['id']) })).statusCode).toBe(404);
      const forgotten = await ask('DELETE', '/api/v1/captures/{sha256}', { sha256: capture }, { why: 'order of a court' });
      expect(body(forgotten)).toMatchObject({ capture });
      expect((await ask('GET', '/api/v1/captures/{sha256}/warc', { sha256: capture })).statusCode).toBe(404);
      expect(body(await ask('POST', '/api/v1/log/verification'))).toMatchObject({ ok: true, forgotten: 1 });
    },
    SLOW_MS,
  );

  it(
    'sets up sources, alerts and oversight',
    async () => {
      const wanted = { url: `${address}/feed.xml`, allowPrivate: true, headers: { 'X-Key': 'secret-value' } };
      expect(body(await ask('POST', '/api/v1/sources/try', {}, wanted))).toMatchObject({
        ok: true,
        itemCount: 1,
        kind: 'feed',
        warnings: [],
        robotsTxt: { allowed: true, rule: null, reason: expect.stringContaining('has no robots.txt'), crawlDelayMs: null },
      });
      const down = { url: 'http://127.0.0.1:1/feed.xml', allowPrivate: true };
      const refused = { ok: false, why: expect.stringMatching(/^refused: /) };
      expect(body(await ask('POST', '/api/v1/sources/try', {}, down))).toMatchObject({ ...refused, kind: null });
      expect(body(await ask('POST', '/api/v1/sources/try', {}, { ...down, kind: 'page' }))).toMatchObject({ ...refused, kind: 'page' });
      const added = await ask('POST', '/api/v1/sources', {}, wanted);
      expect([added.statusCode, added.body.includes('secret-value')]).toEqual([201, false]);
      const id = String(body(added)['id']);
      expect((await ask('POST', '/api/v1/sources', {}, wanted)).statusCode).toBe(400);
      expect(body(await ask('PATCH', '/api/v1/sources/{id}', { id }, { paused: true }))).toMatchObject({ paused: true });
      const anew = { name: 'Tenders', everyMs: 3_600_000, paceMs: 5000, browser: 'changes' };
      expect(body(await ask('PATCH', '/api/v1/sources/{id}', { id }, anew))).toMatchObject({
        ...anew,
        paused: true,
        credentials: ['X-Key'],
      });
      expect((await ask('PATCH', '/api/v1/sources/{id}', { id }, { robots: 'ignore' })).statusCode).toBe(400);
      const ignoring = { robots: 'ignore', robotsReason: 'public interest' };
      expect(body(await ask('PATCH', '/api/v1/sources/{id}', { id }, ignoring))).toMatchObject(ignoring);
      expect(body(await ask('PATCH', '/api/v1/sources/{id}', { id }, { robots: 'obey', paceMs: null }))).toMatchObject({
        robotsReason: null,
        paceMs: null,
      });
      expect(body(await ask('POST', '/api/v1/sources/{id}/check', { id }))).toMatchObject({ outcome: 'ok', items: 1, newNotices: [] });
      expect(items(await ask('GET', '/api/v1/sources'))).toMatchObject([
        { id, credentials: ['X-Key'], paused: true, health: { lastSuccessAt: expect.any(String), nextCheckAt: null, lastError: null } },
      ]);
      expect((await ask('POST', '/api/v1/sources/{id}/check', { id: 's0' })).statusCode).toBe(404);
      expect(body(await ask('GET', '/api/v1/sources/{id}', { id }))).toMatchObject({ id });
      expect((await ask('DELETE', '/api/v1/sources/{id}', { id })).statusCode).toBe(204);
      expect((await ask('POST', '/api/v1/hosts/{host}/confirm-removals', { host: 'none.example' })).statusCode).toBe(404);

      const rule = { channel: 'webhook', target: 'https://hooks.example.org/x?key=hidden', when: 'removed', name: 'desk' };
      const made = body(await ask('POST', '/api/v1/alerts', {}, rule));
      expect(made).toMatchObject({ name: 'desk', target: 'https://hooks.example.org/x?…', secret: expect.any(String) });
      const listed = await ask('GET', '/api/v1/alerts');
      expect([items(listed).length, listed.body.includes('hidden'), listed.body.includes(String(made['secret']))]).toEqual([
        1,
        false,
        false,
      ]);
      expect((await ask('POST', '/api/v1/alerts', {}, { ...rule, name: 'two', when: 'goods:(' })).statusCode).toBe(400);
      expect((await ask('DELETE', '/api/v1/alerts/{id}', { id: 'desk' })).statusCode).toBe(204);
      expect((await ask('POST', '/api/v1/alerts/{id}/test', { id: 'desk' })).statusCode).toBe(404);

      const anchor = await ask('POST', '/api/v1/anchors', {}, { url: `${address}/tsr`, name: 'tsa-one', allowPrivate: true });
      expect(body(anchor)).toMatchObject({ name: 'tsa-one', state: 'new' });
      expect((await ask('POST', '/api/v1/anchors', {}, { url: 'ftp://x', name: 'two' })).statusCode).toBe(400);
      expect(body(await ask('POST', '/api/v1/anchors/{name}/stamp', { name: 'tsa-one' }))).toMatchObject({
        items: [{ stampedAt: null, why: expect.any(String) }],
      });
      expect(items(await ask('GET', '/api/v1/anchors'))).toMatchObject([{ name: 'tsa-one', state: 'failing' }]);
      expect((await ask('DELETE', '/api/v1/anchors/{name}', { name: 'tsa-one' })).statusCode).toBe(204);

      expect(items(await ask('GET', '/api/v1/publishers'))).toEqual([]);
      expect((await ask('GET', '/api/v1/publishers/{id}', { id: 'p0' })).statusCode).toBe(404);
    },
    SLOW_MS,
  );

  it(
    'knows the catalogue, codes, and any text',
    async () => {
      expect((body(await ask('GET', '/api/v1/catalogue'))['concepts'] as unknown[]).length).toBeGreaterThan(30);
      expect(body(await ask('GET', '/api/v1/catalogue/{id}', { id: 'counter_uav_jam' }))).toMatchObject({ id: 'counter_uav_jam' });
      const brief = await ask('GET', '/api/v1/catalogue/{id}', { id: 'counter_uav_jam', query: '?terms=false' });
      expect(body(brief)).toMatchObject({ id: 'counter_uav_jam', candidates: expect.any(Array) });
      expect([body(brief)['terms'], brief.body.length < 100_000]).toEqual([undefined, true]);
      expect((await ask('GET', '/api/v1/catalogue/{id}', { id: 'no_such' })).statusCode).toBe(404);
      expect(body(await ask('GET', '/api/v1/glossary'))).toMatchObject({ goods: { counter_uav_jam: 'drone jammer' } });
      expect(body(await ask('GET', '/api/v1/glossary', { query: '?lang=uk' }))).toMatchObject({
        goods: { counter_uav_jam: 'заглушувач БпЛА' },
        intents: { buy: expect.any(String) },
        indicators: { 'CASE-01': expect.any(String) },
        lists: { chpl: expect.any(String) },
      });
      expect((await ask('GET', '/api/v1/glossary', { query: '?lang=fr' })).statusCode).toBe(400);
      expect(items(await ask('GET', '/api/v1/terms', { query: '?words=thermal%20camera' }))).toContainEqual(
        expect.objectContaining({ concept: 'thermal_imaging' }),
      );
      expect((await ask('GET', '/api/v1/terms', { query: '?words=' })).statusCode).toBe(400);
      expect(body(await ask('GET', '/api/v1/codes/{code}', { code: '8526920002' }))).toMatchObject({ problem: null });
      expect(body(await ask('POST', '/api/v1/scan', {}, { text: TEXT }))).toMatchObject({
        goods: expect.arrayContaining(['counter_uav_jam']),
      });
      // As many characters as it takes are three times as many bytes in Chinese.
      expect((await ask('POST', '/api/v1/scan', {}, { text: '采购公告。'.repeat(99_000) })).statusCode).toBe(200);
    },
    SLOW_MS,
  );

  it('answers 304 to whoever has the answer already', async () => {
    const { headers } = await home.app.inject('/api/v1/notices');
    const again = await home.app.inject({ url: '/api/v1/notices', headers: { 'if-none-match': String(headers['etag']) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it(
    'answers every example of its own documentation as it is described',
    async () => {
      await keepLists(home);
      // An example that leaves out an id which only its home knows can be read, and not asked.
      const whole = ROUTES.filter(({ example, params }) => example !== undefined && (params === undefined || example.params !== undefined));
      for (const { method, path, example } of whole.filter((one) => one.path.startsWith('/api/v1/'))) {
        if (ELSEWHERE.test(`${method} ${path}`)) continue;
        const query = new URLSearchParams(
          Object.entries(example?.query ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
        ).toString();
        const answer = await ask(
          method,
          path.replace(/:(\w+)/g, '{$1}'),
          { ...(example?.params as Readonly<Record<string, string>> | undefined), query: query === '' ? '' : `?${query}` },
          example?.body as object | undefined,
        );
        expect(answer.statusCode, `${method} ${path} ${answer.body.slice(0, 300)}`).toBeLessThan(400);
      }
    },
    SLOW_MS,
  );
});
