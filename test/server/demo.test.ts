import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openApiJudge } from '../../src/server/testing/open-api-judge.ts';
import { serveNewHome, type ServedHome } from '../../src/server/testing/served-home.ts';
import type { DemoState } from '../../src/work/demo/demo-state.ts';
import { DEMO_SOURCE } from '../../src/work/demo/demo-state.ts';
import { openWatchThread, type WatchThread } from '../../src/work/watching/watch-thread.ts';
import { addSource, request } from '../contract/watcher.ts';

const SLOW_MS = 120_000;
const judge = openApiJudge();
let home: ServedHome;
let watcher: WatchThread | undefined;
beforeEach(async () => void (home = await serveNewHome({ env: { DUALWATCH_DISK_MIN_FREE: '0B' } })));
afterEach(async () => {
  await watcher?.stop();
  watcher = undefined;
  await home.close();
});

async function ask(method: 'GET' | 'POST', path: string) {
  const answer = await home.app.inject({ method, url: path });
  expect(judge(method, path, answer), answer.body).toEqual([]);
  return answer;
}
const state = async (): Promise<DemoState> => (await ask('GET', '/api/v1/demo')).json();

test(
  'plays the case in a home with a watcher, step by step, and leaves nothing that is due',
  async () => {
    const { store, paths } = home.home;
    expect(await state()).toMatchObject({ state: 'none', stage: 0, done: false });
    // What a server that was killed in the midst of it leaves.
    await store.setSourcePaused((await addSource(store, 'http://127.0.0.1:9/feed.xml', { name: DEMO_SOURCE })).id, true, 0);
    expect(await state()).toMatchObject({ state: 'failed', why: expect.stringContaining('play it again') });

    watcher = openWatchThread(paths.home, home.served.config, () => undefined);
    // Two who ask at once begin one demo.
    const [begun, other] = await Promise.all([ask('POST', '/api/v1/demo'), ask('POST', '/api/v1/demo')]);
    expect([begun, other].map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([202, 409]);
    expect(await state()).toMatchObject({ state: 'running' });
    expect((await ask('POST', '/api/v1/demo')).statusCode).toBe(409);
    const told = new Set<string>();
    await vi.waitUntil(
      async () => {
        const { state: now, step, why } = await state();
        if (step !== null) told.add(step);
        expect(why).toBeNull();
        return now === 'played';
      },
      { timeout: SLOW_MS, interval: 100 },
    );
    expect(told.size).toBeGreaterThan(3);

    const { notices, ...rest } = await state();
    expect(rest).toEqual({
      state: 'played',
      stage: 10,
      of: 10,
      step: 'proved',
      done: true,
      why: null,
      text: expect.stringContaining('all hold'),
    });
    const shown = async (id = '') => (await home.app.inject(`/api/v1/notices/${id}`)).json<Record<string, unknown>>();
    expect(await shown(notices[0])).toMatchObject({
      state: 'removed',
      goods: expect.arrayContaining(['counter_uav_jam', 'counter_uav_detect']),
      removal: { kind: 'publisher', confirmedAt: expect.any(String) },
      copies: 1,
    });
    expect(await shown(notices[1])).toMatchObject({ state: 'present', copies: 1 });
    const news = await home.app.inject('/api/v1/changes?after=0');
    for (const kind of ['new', 'state', 'copy']) expect(news.body).toContain(`"kind":"${kind}"`);
    expect((await home.app.inject({ method: 'POST', url: '/api/v1/log/verification' })).json()).toMatchObject({ ok: true });

    // Its site is gone: nobody asks for it any more.
    expect((await store.listSources()).map(({ name, paused, health }) => [name, paused, health.nextCheckAt, health.lastError])).toEqual([
      [DEMO_SOURCE, true, null, null],
    ]);
    expect(await store.nextDueInMs(request(Date.now()))).toBeUndefined();
    expect((await ask('POST', '/api/v1/demo')).json()).toMatchObject({ code: 'conflict' });
    expect((await home.app.inject('/api/v1/desk')).json()).toMatchObject({ home: { firstRun: false, demo: true } });
  },
  SLOW_MS,
);

test('is not played where receivers of alerts would be told', async () => {
  const rule = { channel: 'webhook', target: 'https://hooks.example.org/x', when: 'removed', name: 'desk' };
  await home.app.inject({ method: 'POST', url: '/api/v1/alerts', payload: rule });
  const refused = await ask('POST', '/api/v1/demo');
  expect([refused.statusCode, refused.json<{ detail: string }>().detail]).toEqual([409, expect.stringContaining('alerts')]);
  expect(await state()).toMatchObject({ state: 'none' });
});
