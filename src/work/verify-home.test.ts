import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from '../../test/e2e/case.ts';
import { openPublisher, type Publisher } from '../../test/e2e/publisher.ts';
import { wechatArticle, withAddress } from '../../test/fixtures/pages.ts';
import { loadConfig } from '../model/config.ts';
import { hostOf } from '../model/host-of.ts';
import type { Store } from '../store/port.ts';
import { findLog, homePaths, openHome, type OpenHome } from './home.ts';
import { openLocal, type LocalWatch } from './local.ts';
import { verifyFiles } from './verify-files.ts';
import { verifyHome, type HomeVerdict } from './verify-home.ts';

const DAY = 86_400_000;

let folder: string;
let home: OpenHome;
let local: LocalWatch;
let publisher: Publisher;
let day: number;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dualwatch-verify-'));
  publisher = await openPublisher();
  home = await openHome(homePaths(folder), { create: true });
  day = 0;
  const clock = { now: () => Date.parse('2026-01-01T00:00:00.000Z') + day * DAY, monotonic: () => performance.now() };
  local = await openLocal(home, loadConfig({ env: {}, overrides: {} }), { clock });
});
afterEach(async () => {
  local.closeClient();
  await home.store.close();
  await publisher.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Visits the article once, at one of its addresses, the day after the last visit, as the site sends it then. */
async function visit(path = '/n', says?: string): Promise<void> {
  day += 1.1;
  const html = withAddress(wechatArticle(says === undefined ? {} : { title: says }), `${publisher.origin}/one`);
  publisher.set(path, page(html.replace('<head>', `<head><meta name="nonce" content="${day}">`)));
  const url = publisher.origin + path;
  const answer = await home.store.claimAddress({
    worker: local.worker,
    now: local.context.clock.now(),
    url,
    aliases: [],
    host: hostOf(url),
    paceMs: 0,
    random: () => 0.5,
    leaseMs: 60_000,
  });
  if (!('claim' in answer)) throw new Error('the address is not free');
  const own = {
    robots: 'ignore',
    robotsReason: 'a test',
    allowPrivate: true,
    keep: 'changes',
    followMs: DAY,
    paceMs: null,
    credentials: {},
  } as const;
  await local.visit({ ...answer.claim, follow: { ...answer.claim.follow, own } });
}

const verify = async (store: Store = home.store): Promise<HomeVerdict> =>
  verifyHome({ ...home, store }, home.paths, await findLog(home.paths), undefined, () => undefined);

/** The store, with something that happens beside the first call of a method. */
function beside(method: keyof Store, happens: () => Promise<void>): Store {
  let done = false;
  return new Proxy(home.store, {
    get(target, name: keyof Store) {
      const member = target[name];
      if (typeof member !== 'function') return member;
      const act = member.bind(target) as (...given: unknown[]) => unknown;
      if (name !== method) return act;
      return async (...given: unknown[]) => {
        const answer = await act(...given);
        if (!done) {
          done = true;
          await happens();
        }
        return answer;
      };
    },
  });
}

test('files that the policy drops are no loss, before and while they are looked at', async () => {
  for (let n = 0; n < 4; n += 1) await visit();
  await local.signLog();
  expect(await verify()).toMatchObject({ ok: true, dropped: 2 });
  for (const method of ['logSize', 'readLog', 'evidenceRows', 'rowsAsRecord', 'contradictions', 'historyAfter', 'readingsAfter'] as const) {
    const before = await home.store.logSize();
    expect(await verify(beside(method, () => visit())), method).toMatchObject({ ok: true });
    expect(await home.store.logSize()).toBeGreaterThan(before);
  }
  await visit('/n', 'Another title');
  await visit('/n', 'Another title');
  expect(await verify()).toMatchObject({ ok: true });
});

test('a file that is gone without an entry is a loss, also beside a watcher', async () => {
  await visit();
  await local.signLog();
  const store = beside('evidenceRows', async () => {
    await visit('/other', 'Another article');
    rmSync(join(folder, 'captures'), { recursive: true });
  });
  expect(await verify(store)).toMatchObject({ ok: false, index: 0 });
});

test('two addresses of one article, whose histories were joined, hold together', async () => {
  await visit('/a');
  await visit('/a', 'Another title');
  for (const says of [undefined, 'Another title', 'Another title', undefined])
    for (const path of ['/b', '/a']) {
      await visit(path, says);
      expect(await verify()).toMatchObject({ ok: true });
    }
  expect((await home.store.findNotice(`${publisher.origin}/b`))?.url).toBe(`${publisher.origin}/a`);
});

test('files that were dropped when nothing was signed any more accuse nobody where the database is lost; one that was altered does', async () => {
  for (let n = 0; n < 3; n += 1) await visit();
  await local.signLog();
  await visit();
  const verdict = await verifyFiles(home.paths, await findLog(home.paths), undefined, () => undefined);
  expect(verdict).toMatchObject({ ok: true, dropped: 1, missing: 1 });
  const gone = verdict.ok ? verdict.firstMissing?.file : undefined;
  expect(gone).toMatch(/captures.+\.warc\.gz$/);
  writeFileSync(gone ?? '', 'other bytes');
  expect(await verifyFiles(home.paths, await findLog(home.paths), undefined, () => undefined)).toMatchObject({
    ok: false,
    why: expect.stringContaining('was altered'),
  });
});

test('without its database a home is not begun anew, and its files are verified alone', async () => {
  for (let n = 0; n < 4; n += 1) await visit();
  await visit('/other', 'Another article');
  await local.signLog();
  const { paths, store } = home;
  const signed = await store.logSize();
  await store.close();
  const files = async () => verifyFiles(paths, await findLog(paths), undefined, () => undefined);
  rmSync(paths.database);
  for (const create of [true, false])
    await expect(openHome(paths, { create })).rejects.toMatchObject({
      code: 'store-damaged',
      message: expect.stringMatching(/missing.*backup/),
    });
  writeFileSync(paths.database, '');
  await expect(openHome(paths, { create: true })).rejects.toMatchObject({
    code: 'store-damaged',
    message: expect.stringMatching(/empty.*backup/),
  });
  expect(await files()).toMatchObject({ ok: true, signed, captures: 3, dropped: 2, forgotten: 0, missing: 0, firstMissing: null });

  const [bundle = ''] = readdirSync(join(paths.log, 'tile', 'entries'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(`.p/${signed}`))
    .map((name) => join(paths.log, 'tile', 'entries', name));
  const bytes = readFileSync(bundle);
  writeFileSync(bundle, Buffer.from(bytes.toString('latin1').replace('127.0.0.1', '127.0.0.9'), 'latin1'));
  expect(await files()).toMatchObject({ ok: false, index: 0 });
  rmSync(bundle);
  expect(await files()).toMatchObject({ ok: false, why: expect.stringContaining('is missing') });
  writeFileSync(bundle, bytes);
  rmSync(join(folder, 'captures'), { recursive: true });
  expect(await files()).toMatchObject({ ok: true, captures: 0, dropped: 2, missing: 3, firstMissing: { index: 0 } });
  rmSync(join(paths.log, 'checkpoint'));
  expect(await files()).toMatchObject({ ok: false, index: null, why: expect.stringContaining('checkpoint is missing') });

  rmSync(paths.log, { recursive: true });
  home = await openHome(paths, { create: true });
  expect(await home.store.logSize()).toBe(0);
});
