import { expect, test } from 'vitest';
import type { NoticeId } from '../../src/model/ids.ts';
import type { VisitPolicy } from '../../src/model/notice.ts';
import type { WantedExtra } from '../../src/store/extras-port.ts';
import type { Store } from '../../src/store/port.ts';
import type { Bench } from './store.ts';
import { HOUR, T0, capture, claimNotice, iso, item, listed, visit } from './watcher.ts';

const URL_1 = 'http://a.example/1';
const POLICY: VisitPolicy = {
  robots: 'obey',
  robotsReason: null,
  allowPrivate: false,
  keep: 'changes',
  followMs: HOUR,
  paceMs: null,
  credentials: {},
  proxy: { address: 'socks5://127.0.0.1:9050', user: 'me', password: 'pw' },
};
const BROWSER: WantedExtra = { kind: 'browser', reason: 'new', policy: POLICY, source: null };
const IMAGES: WantedExtra = { ...BROWSER, kind: 'images' };

/** What is kept beside visits. */
export function extrasContract({ store }: Bench): void {
  async function visited(extras: readonly WantedExtra[], atMs = T0): Promise<NoticeId> {
    const claim = await claimNotice(store(), URL_1, atMs);
    const kept = capture(claim, atMs);
    await store().recordVisits([visit(claim, atMs, { capture: kept.record.sha256, heads: null }, { capture: kept, extras })]);
    expect(await store().extras.claimExtra('browser', atMs, HOUR)).toBeUndefined();
    // Only a page that was read says which pictures it shows.
    await store().markDerived(kept.record.sha256, 'some');
    return claim.noticeId;
  }

  test('an extra waits from the commit of its visit until it is recorded, under the rules of the visit', async () => {
    await listed(store(), [item(URL_1)]);
    const id = await visited([BROWSER, IMAGES]);
    const { extras } = store();
    expect(await extras.countExtras()).toBe(2);
    const due = await extras.claimExtra('browser', T0, HOUR);
    expect(due).toMatchObject({ ...BROWSER, noticeId: id, url: URL_1, visitAt: iso(T0), attempts: 0 });
    expect(due?.capture).toBe((await store().capturesOf(id))[0]?.sha256);
    if (due === undefined) throw new Error('one is due');
    // Held: nobody else makes it, until the lease is over.
    expect(await extras.claimExtra('browser', T0 + HOUR - 1, HOUR)).toBeUndefined();
    const again = await extras.claimExtra('browser', T0 + HOUR, HOUR);
    expect(again).toMatchObject({ num: due.num, attempts: 1 });
    const made = captureOf(id, 'browser');
    await extras.recordExtra(due, { capture: made, images: [] });
    expect(await extras.claimExtra('browser', T0 + 9 * HOUR, HOUR)).toBeUndefined();
    const index = (await store().logSize()) - 1;
    expect(await record(store(), index)).toEqual(made.record);
    expect(await store().rowsAsRecord(made.record, index)).toEqual(made.record);
    expect((await store().capturesOf(id)).map(({ mode }) => mode)).toEqual([null, 'browser']);
    expect(await store().contradictions()).toEqual([]);
  });

  test('a capture that stands beside a visit is never read for its notice; one that was rendered in its place is', async () => {
    await listed(store(), [item(URL_1)]);
    const id = await visited([BROWSER]);
    const due = await store().extras.claimExtra('browser', T0, HOUR);
    if (due === undefined) throw new Error('one is due');
    await store().extras.recordExtra(due, { capture: captureOf(id, 'browser'), images: [] });
    const claim = await claimNotice(store(), URL_1, T0 + HOUR);
    const rendered = capture(claim, T0 + HOUR, { mode: 'rendered' });
    await store().recordVisits([visit(claim, T0 + HOUR, { capture: rendered.record.sha256, heads: null }, { capture: rendered })]);
    for (const recipe of ['aaa', 'zzz']) {
      const underived = await store().underived(recipe, 10);
      expect(underived.map(({ capture: sha256 }) => sha256)).toContain(rendered.record.sha256);
      expect(underived.length).toBe(2);
    }
  });

  test('of a notice and kind the latest visit’s waits; one that failed three times is let go, one that was only put off is not', async () => {
    await listed(store(), [item(URL_1)]);
    await visited([BROWSER]);
    const { extras } = store();
    const early = await extras.claimExtra('browser', T0, HOUR);
    await visited([{ ...BROWSER, reason: 'changed' }], T0 + HOUR);
    if (early === undefined) throw new Error('one is due');
    // What the first visit asked for is made, and the second's is due nevertheless.
    await extras.recordExtra(early, { capture: null, images: [] });
    for (let n = 0; n < 5; n += 1) {
      const due = await extras.claimExtra('browser', T0 + HOUR, HOUR);
      expect(due).toMatchObject({ reason: 'changed', attempts: 0 });
      if (due) await extras.putOffExtra(due, T0 + HOUR, false);
    }
    for (let n = 0; n < 3; n += 1) {
      const due = await extras.claimExtra('browser', T0 + HOUR, HOUR);
      expect(due).toMatchObject({ attempts: n });
      if (due) await extras.putOffExtra(due, T0 + HOUR, true);
    }
    expect(await extras.claimExtra('browser', T0 + HOUR, HOUR)).toBeUndefined();
    expect(await extras.countExtras()).toBe(0);
  });

  test('one notice’s alone can be asked for, and wanted beside a visit', async () => {
    const { ids } = await listed(store(), [item(URL_1), item('http://b.example/1')]);
    const [one, other] = ids as [NoticeId, NoticeId];
    const { extras } = store();
    await extras.wantExtra(one, BROWSER, { at: iso(T0), capture: null });
    await extras.wantExtra(other, BROWSER, { at: iso(T0), capture: null });
    expect(await extras.claimExtra('browser', T0, HOUR, other)).toMatchObject({ noticeId: other });
    expect(await extras.claimExtra('browser', T0, HOUR, other)).toBeUndefined();
    expect(await extras.claimExtra('images', T0, HOUR)).toBeUndefined();
    expect(await extras.claimExtra('browser', T0, HOUR)).toMatchObject({ noticeId: one });
  });

  test('pictures that are kept are known by their addresses, after a merge too', async () => {
    const { ids } = await listed(store(), [item(URL_1), item('http://b.example/1')]);
    const [older, younger] = ids as [NoticeId, NoticeId];
    const { extras } = store();
    await extras.wantExtra(younger, IMAGES, { at: iso(T0), capture: null });
    const due = await extras.claimExtra('images', T0, HOUR);
    if (due === undefined) throw new Error('one is due');
    await extras.recordExtra(due, { capture: captureOf(younger, 'images'), images: ['http://i.example/1', 'http://i.example/1'] });
    const asked = ['http://i.example/1', 'http://i.example/2'];
    expect(await extras.keptImages(younger, asked)).toEqual(new Set(['http://i.example/1']));
    expect(await extras.keptImages(older, asked)).toEqual(new Set());
    const claim = await claimNotice(store(), URL_1, T0);
    await store().recordVisits([visit(claim, T0, {}, { aliases: ['http://b.example/1'] })]);
    expect(await extras.keptImages(older, asked)).toEqual(new Set(['http://i.example/1']));
    expect(await store().contradictions()).toEqual([]);
  });

  function captureOf(notice: NoticeId, mode: 'browser' | 'images') {
    const claim = { kind: 'notice', noticeId: notice, url: URL_1 } as Parameters<typeof capture>[0];
    return capture(claim, T0, { mode });
  }
}

async function record(store: Store, index: number): Promise<unknown> {
  const [entry] = await store.readLog(index, index + 1);
  return JSON.parse(Buffer.from(entry?.bytes ?? []).toString('utf8'));
}
