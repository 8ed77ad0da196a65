import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NoticeId } from '../../src/model/ids.ts';
import type { Notice } from '../../src/model/notice.ts';
import type { Store } from '../../src/store/port.ts';
import type { MakePlace } from './backend.ts';
import type { Bench } from './store.ts';
import { HOUR, T0, all, capture, claimNotice, derived, iso, item, listed, summary, visit } from './watcher.ts';

const PAGES = [0, 1, 2, 3].map((n) => `http://w${n}.example/s`);
const act = fc.record({
  do: fc.constantFrom('list', 'visit', 'read', 'merge', 'triage', 'gone', 'copies'),
  page: fc.nat(PAGES.length - 1),
  other: fc.nat(PAGES.length - 1),
});

/** What became other of notices, for readers that keep a view of all, and for streams; answers by idempotency key. */
export function newsContract({ store, place }: Bench, make: MakePlace): void {
  test('whoever follows the news sees every notice as it is, whatever changed it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
        const own = await make();
        const writer = await own.open();
        const reader = await own.open();
        const seen = new Map<number, Notice>();
        let seq = await reader.news.latest();
        for (const [n, { do: doing, page, other }] of acts.entries()) {
          await DO[doing](writer, PAGES[page] ?? '', PAGES[other] ?? '', T0 + (n + 1) * HOUR);
          const since = await reader.news.since(seq);
          if (since === undefined) throw new Error('nothing was forgotten');
          ({ seq } = since);
          for (const num of since.nums) seen.delete(num);
          for (const { num, notice } of since.notices) seen.set(num, notice);
          expect([...seen.values()].toSorted(byId)).toEqual((await all(reader.listNotices({}))).toSorted(byId));
        }
        expect((await reader.news.since(seq))?.nums).toEqual([]);
        expect(await reader.news.numbered(0, 99)).toEqual(
          [...seen].map(([num, notice]) => ({ num, notice })).toSorted((a, b) => a.num - b.num),
        );
        await writer.close();
        await reader.close();
        await own.remove();
      }),
      { numRuns: 12 },
    );
  });

  test('the news tell what became other, from what to what, in order, under the notice that answers now', async () => {
    const { ids } = await listed(store(), [item(PAGES[0] ?? ''), item(PAGES[1] ?? '')]);
    await DO.read(store(), PAGES[0] ?? '', '', T0 + HOUR);
    await DO.triage(store(), PAGES[0] ?? '', '', T0 + HOUR);
    const { news, seq, forgotten } = await store().news.list(0, 100);
    expect(forgotten).toBe(false);
    expect(news.map(({ notice, kind, from, to }) => [ids.indexOf(notice), kind, from, to])).toEqual([
      [0, 'new', null, 'unreachable'],
      [1, 'new', null, 'unreachable'],
      [0, 'state', 'unreachable', 'present'],
      [0, 'content', 'present', 'present'],
      [0, 'triage', 'present', 'present'],
    ]);
    expect(news.every(({ at }) => !Number.isNaN(Date.parse(at)))).toBe(true);
    const second = news[1]?.seq ?? 0;
    expect((await store().news.list(second, 1000)).news).toEqual(news.slice(2));
    expect(await store().news.list(seq, 10)).toEqual({ news: [], seq, forgotten: false });
    expect((await store().news.list(seq + 5, 10)).forgotten).toBe(true);
    await DO.merge(store(), PAGES[0] ?? '', PAGES[1] ?? '', T0 + 2 * HOUR);
    const kept = (await store().findNotice(PAGES[1] ?? ''))?.id;
    expect((await store().news.list(0, 1000)).news.every(({ notice }) => notice === kept)).toBe(true);
  });

  test('words are found by number, from a number on', async () => {
    await listed(
      store(),
      PAGES.map((page, n) => item(page, { title: n % 2 === 0 ? '求购无人机' : 'закупка' })),
    );
    const found = await store().news.withWords('无人机');
    expect(found).toHaveLength(2);
    expect((await store().news.byNumber(found)).map(({ notice }) => notice.title)).toEqual(['求购无人机', '求购无人机']);
    expect(await store().news.withWords('无人机', (found[0] ?? 0) + 1)).toEqual(found.slice(1));
    expect(await store().news.withWords('!')).toEqual([]);
  });

  test('a write that is named by a key is done once, and its answer kept for all processes until it is forgotten', async () => {
    const asked = { actor: 'ann', key: 'k1', request: Buffer.from('one') };
    const begin = (more: { actor?: string; request?: Buffer; at: number }) =>
      store().idempotency.begin({ ...asked, ...more }, more.at - 24 * HOUR, more.at - HOUR);
    expect(await begin({ at: T0 })).toEqual({ is: 'new' });
    expect(await begin({ at: T0 + 1 })).toEqual({ is: 'running' });
    expect(await begin({ at: T0 + 1, actor: 'bob' })).toEqual({ is: 'new' });
    expect(await begin({ at: T0 + 1, request: Buffer.from('two') })).toEqual({ is: 'other' });
    // Whoever did it is gone.
    expect(await begin({ at: T0 + 2 * HOUR })).toEqual({ is: 'new' });
    await store().idempotency.finish(asked, 201, '{"id":1}');
    await store().close();
    const again = await place().open();
    expect(await again.idempotency.begin({ ...asked, at: T0 + 3 * HOUR }, T0, T0)).toEqual({ is: 'done', status: 201, answer: '{"id":1}' });
    await again.idempotency.abandon(asked);
    expect(await again.idempotency.begin({ ...asked, at: T0 + 4 * HOUR }, T0, T0)).toEqual({ is: 'new' });
    expect(await again.idempotency.begin({ ...asked, request: Buffer.from('two'), at: T0 + 40 * HOUR }, T0 + 16 * HOUR, T0)).toEqual({
      is: 'new',
    });
    await again.close();
  });
}

const DO = {
  async list(store: Store, page: string, _other: string, at: number) {
    await listed(store, [item(page)], at);
  },
  async visit(store: Store, page: string, _other: string, at: number) {
    await store.recordVisits([visit(await claimNotice(store, page, at), at)]);
  },
  async read(store: Store, page: string, _other: string, at: number) {
    const claim = await claimNotice(store, page, at);
    const made = capture(claim, at);
    await store.recordVisits([visit(claim, at, { capture: made.record.sha256 }, { capture: made })]);
    const found = summary(`read at ${at}`, { goods: ['jammer'], priority: 40 });
    await store.recordReadings([derived(claim.noticeId, made.record.sha256, 'read', 'words', { summary: found })]);
  },
  async merge(store: Store, page: string, other: string, at: number) {
    await store.recordVisits([visit(await claimNotice(store, page, at), at, {}, { aliases: [other] })]);
  },
  async triage(store: Store, page: string, _other: string, at: number) {
    const id = await known(store, page, at);
    await store.triage.act({ notices: [id], act: { do: 'assign', assignee: `bob ${at}` }, why: null, by: 'ann', at: iso(at) });
  },
  async gone(store: Store, page: string, _other: string, at: number) {
    const claim = await claimNotice(store, page, at);
    await store.recordVisits([visit(claim, at, { state: 'removed' }, { follow: { ...claim.follow, state: 'removed' } })]);
  },
  async copies(store: Store, page: string, other: string, at: number) {
    await DO.read(store, page, '', at);
    await DO.read(store, other, '', at + 1);
    const [one, ...rest] = await store.copies.uncompared(`c${at}`, 9);
    if (one === undefined) return;
    const copies = rest.map((far) => ({
      other: far.noticeId,
      kind: 'edited' as const,
      score: 0.9,
      containment: 0.9,
      otherStage: false,
      foundAt: iso(at),
      capture: one.text.capture,
      otherCapture: far.text.capture,
    }));
    await store.copies.recordCopies([{ noticeId: one.noticeId, stamp: one.stamp, recipe: `c${at}`, copies }], iso(at));
  },
} satisfies Readonly<Record<string, Act>>;

type Act = (store: Store, page: string, other: string, at: number) => Promise<void>;

async function known(store: Store, page: string, at: number): Promise<NoticeId> {
  const claim = await claimNotice(store, page, at);
  await store.release([{ claim }]);
  return claim.noticeId;
}

function byId(one: Notice, other: Notice): number {
  return one.id < other.id ? -1 : 1;
}
