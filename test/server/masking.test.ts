import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveNewHome, type ServedHome } from '../../src/server/testing/served-home.ts';

const SECRETS = ['王小明', '李大伟', '13812345678', '13987654321', 'wang.xm'];
const PAGES = ['联系人：王小明，电话：13812345678，邮箱：wang.xm@example.cn。收件人王小明。', '联系人：李大伟，电话：13987654321。'];
const TITLES = ['王小明求购无人机干扰器 13812345678', '李大伟求购无人机干扰器 13812345678'];
const REPORT = `<!doctype html><html lang="zh"><head><title>一则公告</title></head><body><h1>一则公告</h1><p>公告称：“联系人：李大伟，电话：13987654321。”</p><p>${'记者致电该公司，无人接听。'.repeat(20)}</p></body></html>`;
const SLOW_MS = 120_000;

/** A notice that changed its contact, asked for in every way that a viewer has; nobody asks to see more. */
describe('private persons and contacts', () => {
  let home: ServedHome;
  let site: Server;
  let visits = 0;
  let origin: string;
  let sha256: readonly string[];
  let notice: string;
  /** To whoever had the page captured. */
  let answers: readonly string[];
  let text: readonly string[];

  beforeAll(async () => {
    site = createServer((request, response) => {
      if (request.url === '/robots.txt') return void response.writeHead(404).end();
      if (request.url === '/report') return void response.setHeader('content-type', 'text/html; charset=utf-8').end(REPORT);
      const contact = PAGES[Math.min(visits, 1)] ?? '';
      const title = TITLES[Math.min(visits, 1)] ?? '';
      visits += 1;
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        `<!doctype html><html lang="zh"><head><title>${title}</title></head><body><h1>${title}</h1><p>我公司拟采购无人机干扰器20台。采购单位：北方精密仪器有限公司。</p><p>${contact}</p><p>${'供应商请报价。'.repeat(20)}</p></body></html>`,
      );
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    home = await serveNewHome({ env: { DUALWATCH_FETCH_PACE: '1ms' } });
    origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    const url = `${origin}/one`;
    const capture = async () =>
      (await home.app.inject({ method: 'POST', url: '/api/v1/captures', payload: { url, allowPrivate: true } })).body;
    answers = [await capture(), await capture()];
    const kept = answers.map((body) => JSON.parse(body) as { readonly id: string; readonly capture: string });
    sha256 = kept.map((one) => one.capture);
    notice = kept[0]?.id ?? '';
    text = await Promise.all(sha256.map(async (one) => (await home.app.inject(`/api/v1/captures/${one}/text?reveal=true`)).body));
  }, SLOW_MS);
  afterAll(async () => {
    await home.close();
    site.close();
  });

  it('are there for whoever may ask for them', () => {
    expect(text[0]).toContain('联系人：王小明，电话：13812345678');
    expect(text[1]).toContain('李大伟');
  });

  it.each(['', '/mentions', '/findings', '/versions', '/diff', '/copies', '/observations'])(
    'stand in no answer of notices/:id%s',
    async (part) => {
      const { statusCode, body } = await home.app.inject(`/api/v1/notices/${notice}${part}`);
      expect(statusCode, body).toBe(200);
      expect(SECRETS.filter((secret) => body.includes(secret))).toEqual([]);
    },
  );

  it('stand in no answer to whoever had the page captured', () => {
    expect(answers.map((body) => SECRETS.filter((secret) => body.includes(secret)))).toEqual([[], []]);
  });

  it('stand in no text of a capture', async () => {
    for (const one of sha256) {
      const { statusCode, body } = await home.app.inject(`/api/v1/captures/${one}/text`);
      expect(statusCode, body).toBe(200);
      expect(body).toContain('联系人：•••');
      expect(SECRETS.filter((secret) => body.includes(secret))).toEqual([]);
    }
  });

  it('stand in no list', async () => {
    const revealed = await home.app.inject('/api/v1/notices?reveal=true');
    expect(revealed.json()).toMatchObject({ items: [{ title: TITLES[1], persons: ['13812345678', '李大伟'] }] });
    const [publisher] = (await home.app.inject('/api/v1/publishers')).json<{ items: { id: string }[] }>().items;
    for (const path of [
      '/api/v1/notices',
      '/api/v1/search?q=%E6%97%A0%E4%BA%BA%E6%9C%BA',
      '/feeds/notices.atom',
      '/api/v1/publishers',
      '/api/v1/changes?after=0',
      `/api/v1/publishers/${publisher?.id ?? ''}`,
    ]) {
      const { statusCode, body } = await home.app.inject(path);
      expect(statusCode, body).toBe(200);
      expect(SECRETS.filter((secret) => body.includes(secret))).toEqual([]);
    }
  });

  it('stand in no case that holds it', async () => {
    const payload = { title: 'detectors', changes: [{ do: 'add', item: { kind: 'notice', id: notice }, why: null }] };
    const made = await home.app.inject({ method: 'POST', url: '/api/v1/cases', payload });
    const { id } = made.json<{ id: string }>();
    const report = await home.app.inject({
      method: 'POST',
      url: '/api/v1/captures',
      payload: { url: `${origin}/report`, type: 'report', allowPrivate: true },
    });
    expect(report.statusCode, report.body).toBeLessThan(300);
    const suggested = await home.app.inject(`/api/v1/cases/${id}/suggestions`);
    expect(suggested.json()).toMatchObject({
      items: [{ notice: { state: 'present' }, reasons: expect.arrayContaining([expect.objectContaining({ kind: 'quote' })]) }],
    });
    for (const path of [`/api/v1/cases/${id}`, `/api/v1/cases/${id}/log`, `/api/v1/cases/${id}/suggestions`]) {
      const { statusCode, body } = await home.app.inject(path);
      expect(statusCode, body).toBe(200);
      expect(SECRETS.filter((secret) => body.includes(secret))).toEqual([]);
    }
    expect((await home.app.inject(`/api/v1/cases/${id}?reveal=true`)).body).toContain(TITLES[1]);
  });
});

describe('what the API never names', () => {
  it.each([
    ['/api/v1/sources', { url: '/etc' }],
    ['/api/v1/sources/try', { url: 'file:///etc', kind: 'page' }],
    ['/api/v1/captures', { url: 'file:///etc/passwd' }],
    ['/api/v1/alerts', { channel: 'file', target: '/tmp/x', when: 'removed' }],
    ['/api/v1/lists', { list: '/etc/passwd' }],
  ])('a file or folder of the server: %s %j', async (url, payload) => {
    const home = await serveNewHome();
    const answer = await home.app.inject({ method: 'POST', url, payload });
    await home.close();
    expect([answer.statusCode, answer.json()]).toMatchObject([
      expect.toSatisfy((status) => status === 400 || status === 404),
      { detail: expect.not.stringContaining('root:') },
    ]);
  });
});
