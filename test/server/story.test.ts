import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { serveNewHome, type ServedHome } from '../../src/server/testing/served-home.ts';
import { claimsOf, COPY, ELSEWHERE, ENGLISH, NOTICE, OTHER_PRESS, page, RUSSIAN } from '../e2e/case-pages.ts';
import { openPublisher, type Publisher } from '../e2e/publisher.ts';

let sites: readonly Publisher[];
let home: ServedHome;
beforeAll(async () => {
  sites = [await openPublisher('127.0.0.47'), await openPublisher('127.0.0.48'), await openPublisher('127.0.0.49')];
  home = await serveNewHome({ env: { DUALWATCH_FETCH_PACE: '1ms', DUALWATCH_FOLLOW_CONFIRM_AFTER: '1ms' } });
});
afterAll(async () => {
  await home.close();
  for (const site of sites) await site.close();
});

const record = z.record(z.string(), z.unknown());
const list = z.object({ items: z.array(record) });
const finding = z.object({ about: z.string(), says: z.string(), verdict: z.string(), notice: z.object({ names: z.string() }).nullable() });
const compared = z.object({
  items: z.array(z.object({ claim: z.object({ id: z.string() }), comparison: z.array(z.object({ findings: z.array(finding) })) })),
});

async function ask(method: 'GET' | 'POST', url: string, payload?: object): Promise<unknown> {
  const request: InjectOptions = { method, url, ...(payload === undefined ? {} : { payload }) };
  const answer = await home.app.inject(request);
  expect(answer.statusCode, `${method} ${url}: ${answer.body.slice(0, 500)}`).toBeLessThan(300);
  return answer.json();
}

it('the case by the API alone: the notice, its copy, the removal, two press texts and two claims come together, and what each claim denies is shown', async () => {
  const [province, city, press] = sites as readonly [Publisher, Publisher, Publisher];
  province.set('/n', page(NOTICE));
  city.set('/n', page(COPY));
  city.set('/food', page(ELSEWHERE));
  for (const [path, each] of Object.entries({ '/en': ENGLISH, '/ru': RUSSIAN, '/other': OTHER_PRESS })) press.set(path, page(each));
  const keep = async (url: string, type = 'notice'): Promise<string> => {
    const kept = record.parse(
      await ask('POST', '/api/v1/captures', { url, type, allowPrivate: true, robots: 'ignore', robotsReason: 'test' }),
    );
    return String(kept['id']);
  };
  const notice = await keep(`${province.origin}/n`);
  const copy = await keep(`${city.origin}/n`);
  const food = await keep(`${city.origin}/food`);
  const [english, russian, other] = [
    await keep(`${press.origin}/en`, 'report'),
    await keep(`${press.origin}/ru`, 'report'),
    await keep(`${press.origin}/other`, 'report'),
  ];
  province.set('/n', { kind: 'page', status: 404, body: 'gone' });
  for (let n = 0; n < 2; n += 1) await keep(`${province.origin}/n`);
  expect(await ask('GET', `/api/v1/notices/${notice}`)).toMatchObject({ state: 'removed', copies: 1, copiesStanding: 1, type: 'notice' });
  expect(await ask('GET', `/api/v1/notices/${english}`)).toMatchObject({ type: 'report' });

  const opened = record.parse(
    await ask('POST', '/api/v1/cases', { title: 'Detectors for whom?', changes: [{ do: 'add', item: { kind: 'notice', id: notice } }] }),
  );
  const id = String(opened['id']);
  const suggested = async (): Promise<readonly Record<string, unknown>[]> =>
    list.parse(await ask('GET', `/api/v1/cases/${id}/suggestions`)).items;
  const first = (await suggested()).map((one) => one['id']);
  expect(first).toEqual(expect.arrayContaining([copy, english, russian]));
  expect(first.filter((one) => one === food || one === other)).toEqual([]);

  const claims = claimsOf({ english, russian });
  const [toys, never] = [
    record.parse(await ask('POST', '/api/v1/claims', { ...claims[0], about: [notice] })),
    record.parse(await ask('POST', '/api/v1/claims', { ...claims[1], about: [`${province.origin}/n`] })),
  ];
  expect([toys['capture'], toys['at'], never['capture'], never['at']].includes(null)).toBe(false);

  const found = await suggested();
  const changes = found.map(({ kind, id: item }) => ({ do: 'add', item: { kind, id: item }, why: 'suggested' }));
  const whole = z
    .object({ items: z.array(z.object({ kind: z.string(), id: z.string() })) })
    .parse(await ask('POST', `/api/v1/cases/${id}/changes`, { changes }));
  expect(new Set(whole.items.map((one) => `${one.kind} ${one.id}`))).toEqual(
    new Set([
      `notice ${notice}`,
      `notice ${copy}`,
      `report ${english}`,
      `report ${russian}`,
      `claim ${String(toys['id'])}`,
      `claim ${String(never['id'])}`,
    ]),
  );

  const denied = compared
    .parse(await ask('GET', `/api/v1/cases/${id}/claims`))
    .items.map(({ claim, comparison }) => [
      claim.id,
      comparison.flatMap(({ findings }) => findings.map((one) => `${one.verdict} ${one.about}: ${one.says} / ${one.notice?.names ?? '–'}`)),
    ]);
  expect(Object.fromEntries(denied)).toEqual({
    [String(toys['id'])]: expect.arrayContaining([
      'contradicts goods: toys / counter_uav_jam',
      'contradicts goods: toys / counter_uav_detect',
      'contradicts destination: KZ / RU',
    ]),
    [String(never['id'])]: expect.arrayContaining(['contradicts publication: not published / –', 'unsaid purpose: civil / –']),
  });
  expect(list.parse(await ask('GET', `/api/v1/cases/${id}/log`)).items.length).toBe(1 + whole.items.length);
}, 240_000);
