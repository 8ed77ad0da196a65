import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { screenNotices } from '../../src/work/screening/screen-notices.ts';
import { serveNewHome } from '../../src/server/testing/served-home.ts';
import { serveListedHome, type ListedHome } from './listed-home.ts';

const BODY =
  '某省无人机行业协会现求购无人机抑制器20台，用于莫斯科展示，预算人民币四百八十万元。设备由广州海格通信集团制造，工作频段900MHz至5800MHz，作用距离不小于3公里。投标截止时间为2026年12月20日9时30分。联系人：张三，电话13800138000。';
const SLOW_MS = 120_000;

interface Found {
  readonly goods: readonly string[];
  readonly listed: readonly {
    readonly id: string;
    readonly key: string;
    readonly text: string;
    readonly start: number;
    readonly end: number;
    readonly decision?: object;
  }[];
  readonly names: readonly { readonly matches: readonly { readonly id: string }[] }[];
  readonly notices: readonly { readonly kind: string; readonly other: { readonly id: string } }[];
  readonly compared: boolean;
  readonly lists: readonly { readonly list: string }[];
  readonly findings: readonly object[];
}

describe('inquiries', () => {
  let home: ListedHome;
  let site: Server;
  let notice = '';
  beforeAll(async () => {
    site = createServer((request, response) => {
      if (request.url === '/robots.txt') return void response.writeHead(404).end();
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        `<!doctype html><html lang="zh"><head><title>求购无人机抑制器</title></head><body><h1>求购无人机抑制器</h1><p>${BODY}</p></body></html>`,
      );
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    home = await serveListedHome({ env: { DUALWATCH_FETCH_PACE: '1ms' } });
    const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/one`;
    const kept = await home.app.inject({ method: 'POST', url: '/api/v1/captures', payload: { url, allowPrivate: true } });
    notice = kept.json<{ id: string }>().id;
  }, SLOW_MS);
  afterAll(async () => {
    await home.close();
    site.close();
  });

  async function inquire(payload: object) {
    const answer = await home.app.inject({ method: 'POST', url: '/api/v1/inquiries', payload });
    expect(answer.statusCode, answer.body.slice(0, 500)).toBe(200);
    return answer.json<Found>();
  }

  it(
    'says of a text and names all that is known: goods, listed parties where they stand, notices that say the same',
    async () => {
      const text = `转发：${BODY}`;
      const found = await inquire({ text, names: [{ name: 'Arkadii Zhelvakov', schema: 'Person' }, 'nobody at all'] });
      expect(found.goods).toContain('counter_uav_jam');
      expect(found.findings.length).toBeGreaterThan(0);
      const party = found.listed.find(({ id }) => id === 'controlled:k1');
      expect(text.slice(party?.start, party?.end)).toBe('广州海格通信集团');
      expect(found.names.map(({ matches }) => matches[0]?.id)).toEqual(['watched:p1', undefined]);
      expect(found.notices[0]).toMatchObject({ kind: expect.stringMatching(/verbatim|edited|partial/), other: { id: notice } });
      expect(found).toMatchObject({ compared: true, lists: [{ list: 'watched' }, { list: 'controlled' }] });
      expect(JSON.stringify(found)).not.toContain('13800138000');
      expect(JSON.stringify(await inquire({ text, reveal: true }))).toContain('13800138000');
    },
    SLOW_MS,
  );

  it('keeps nothing, and finds no notice by a text that says something else', async () => {
    const before = await home.home.store.logSize();
    const { notices, listed } = await inquire({ text: 'Children’s toys, wooden, for the kindergarten of our town; delivery in spring.' });
    expect([notices, listed]).toEqual([[], []]);
    expect(await home.home.store.logSize()).toBe(before);
  });

  it('lets somebody decide about a party that a text names, and about a match of a notice', async () => {
    const text = '设备由广州海格通信集团制造。';
    const [party] = (await inquire({ text })).listed;
    const decide = (key: string | undefined, body: object) =>
      home.app.inject({
        method: 'POST',
        url: `/api/v1/matches/${key}/decision`,
        payload: { verdict: 'hit', why: 'same address', ...body },
      });
    expect((await decide(party?.key, {})).statusCode).toBe(201);
    expect((await inquire({ text })).listed[0]?.decision).toMatchObject({ verdict: 'hit', by: 'local', holds: true });

    await screenNotices({ store: home.home.store, home: home.home.paths.home, note: () => undefined });
    const { items } = (await home.app.inject('/api/v1/matches')).json<{
      items: { notice: { id: string }; matches: { key: string }[] }[];
    }>();
    expect(items[0]).toMatchObject({ notice: { id: notice }, matches: [{ id: 'controlled:k1' }] });
    const key = items[0]?.matches[0]?.key;
    expect((await decide(key, { notice: 'n-nothing' })).statusCode).toBe(404);
    expect((await decide(key, { notice })).statusCode).toBe(201);
    // Without the notice, all that is stored is searched.
    expect((await decide(key, { verdict: 'unsure' })).json()).toMatchObject({ verdict: 'unsure', subject: { notice } });
  });

  it(
    'does not say that no listed party is named where no list is kept',
    async () => {
      const empty = await serveNewHome({});
      try {
        const payload = { text: BODY };
        const answer = await empty.app.inject({ method: 'POST', url: '/api/v1/inquiries', payload });
        const flagOf = ({ findings }: Found): object | undefined =>
          (findings as readonly { readonly indicator?: string }[]).find(({ indicator }) => indicator === 'BIS-KYC-01');
        expect(flagOf(answer.json<Found>())).toMatchObject({
          status: 'unstated',
          missing: ['whether a listed party is named: it was screened against no list'],
        });
        expect(flagOf(await inquire(payload))).toMatchObject({ status: 'seen' });
      } finally {
        await empty.close();
      }
    },
    SLOW_MS,
  );

  it('refuses what is no inquiry', async () => {
    for (const payload of [{}, { text: '' }, { text: 'x'.repeat(400_001) }, { text: 'x', names: [{ name: '' }] }])
      expect((await home.app.inject({ method: 'POST', url: '/api/v1/inquiries', payload })).statusCode).toBe(400);
  });
});
