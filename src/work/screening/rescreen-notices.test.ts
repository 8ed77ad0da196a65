import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Store } from '../../store/port.ts';
import { openSqliteStore } from '../../store/sqlite/open.ts';
import { item, listed } from '../../../test/contract/watcher.ts';
import { decideMatch } from './decide-match.ts';
import { rescreenNotices } from './rescreen-notices.ts';
import { screenNotices, type ChangedNotice, type NoticeParts } from './screen-notices.ts';
import { readNotice, takeList } from '../../../test/made-notices.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const clock = { now: () => Date.parse('2026-01-01T00:00:00Z'), monotonic: () => 0 };
const OTHERS = { z: ['Midtolan Gripashev LLC'] };

/** A home with one notice, which was screened when the list did not have the party that it names. */
async function withNotice(run: (parts: NoticeParts, store: Store) => Promise<void>): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'dualwatch-untold-'));
  folders.push(home);
  const store = await openSqliteStore(join(home, 'dualwatch.db'), { create: true });
  try {
    await listed(store, [item('http://h0.example/1')]);
    await readNotice(store, 0, { text: ['ООО «Borvelon Zankurit», Moscow'], publisher: null });
    await takeList(store, 'one', OTHERS);
    const parts = { store, home, note: () => undefined };
    await screenNotices(parts);
    await run(parts, store);
  } finally {
    await store.close();
  }
}

async function told(parts: NoticeParts, all = false): Promise<readonly unknown[]> {
  const news: ChangedNotice[] = [];
  const { changed } = await rescreenNotices(parts, { all }, async (one) => void news.push(one));
  expect(changed).toBe(news.length);
  return news.map(({ added, removed, lapsed }) => ({ added: added.length, removed: removed.length, lapsed: lapsed.length }));
}

it('tells what an update of a list found since it last told, once', () =>
  withNotice(async (parts, store) => {
    await takeList(store, 'one', { ...OTHERS, a: ['Borvelon Zankurit LLC'] });
    expect(await screenNotices(parts)).toMatchObject({ notices: 1, changed: 1 });
    expect(await told(parts)).toEqual([{ added: 1, removed: 0, lapsed: 0 }]);
    expect([await told(parts), await told(parts, true)]).toEqual([[], []]);
    await takeList(store, 'one', OTHERS);
    await screenNotices(parts);
    expect(await told(parts, true)).toEqual([{ added: 0, removed: 1, lapsed: 0 }]);
  }));

it('has nothing to tell of what came and went between two times, nor of what is screened for the first time by somebody else', () =>
  withNotice(async (parts, store) => {
    await takeList(store, 'one', { ...OTHERS, a: ['Borvelon Zankurit LLC'] });
    await screenNotices(parts);
    await takeList(store, 'one', OTHERS);
    await screenNotices(parts);
    expect(await told(parts)).toEqual([]);
    await takeList(store, 'one', { ...OTHERS, a: ['Borvelon Zankurit LLC'] });
    await readNotice(store, 0, { text: ['Now ООО «Borvelon Zankurit», Kazan'], publisher: null });
    await screenNotices(parts);
    expect(await told(parts)).toEqual([]);
  }));

it('tells again what it could not tell to the end', () =>
  withNotice(async (parts, store) => {
    await takeList(store, 'one', { ...OTHERS, a: ['Borvelon Zankurit LLC'] });
    const torn = rescreenNotices(parts, {}, () => Promise.reject(new Error('the pipe is closed')));
    await expect(torn).rejects.toThrow('the pipe is closed');
    expect(await told(parts)).toEqual([{ added: 1, removed: 0, lapsed: 0 }]);
  }));

it('tells once that a clearance lapsed, and of the next one again', () =>
  withNotice(async (parts, store) => {
    const clear = async (): Promise<void> => {
      const [one] = await store.readingsForScreening(0, 9);
      await decideMatch(
        { store, clock: { ...clock, now: () => (now += 1000) } },
        { key: one?.matches[0]?.key ?? '', verdict: 'cleared', why: 'x', by: 'y' },
      );
    };
    let now = clock.now();
    await takeList(store, 'one', { ...OTHERS, a: ['Borvelon Zankurit LLC'] });
    expect(await told(parts)).toHaveLength(1);
    for (const alias of ['Fonsevit Drelux', 'Drelux Fonsevit']) {
      await clear();
      await takeList(store, 'one', { ...OTHERS, a: ['Borvelon Zankurit LLC', alias] });
      await screenNotices(parts);
      expect(await told(parts)).toEqual([{ added: 0, removed: 0, lapsed: 1 }]);
      expect([await told(parts), await told(parts, true)]).toEqual([[], []]);
    }
  }));
