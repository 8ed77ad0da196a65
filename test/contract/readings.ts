import { expect, test } from 'vitest';
import { sha256 } from '../../src/model/digest.ts';
import type { Digest } from '../../src/model/digest.ts';
import type { NoticeId } from '../../src/model/ids.ts';
import type { Store } from '../../src/store/port.ts';
import type { Bench } from './store.ts';
import { HOUR, T0, all, capture, claimNotice, derived, item, listed, request, summary, visit } from './watcher.ts';

/** Derived data: readings, summaries, search, lists. */
export function readingContract({ store }: Bench): void {
  test('search finds words in four languages, inside longer Han runs, in title and body; any query is safe', async () => {
    const texts: readonly (readonly [string, string])[] = [
      ['求购反无人机探测器', '干扰器和侦测设备，莫斯科'],
      ['Закупка детекторов дронов', 'Подавитель беспилотников «Булат»'],
      ['Закупівля детекторів', 'їжак та пригнічувач'],
      ['Request for drone detectors', 'Communication band jammers or equivalent'],
    ];
    const { ids } = await listed(
      store(),
      texts.map((_, n) => item(`http://n.example/${n}`)),
    );
    for (const [n, [title, body]] of texts.entries()) await read(store(), ids[n], `http://n.example/${n}`, title, body);
    const hits = async (query: string) =>
      (await all(store().listNotices({ query }))).map(({ title }) => texts.findIndex(([each]) => each === title));
    for (const query of ['求购', '人机', '探测', '测器', '莫斯', '求购 莫斯科', '求購'])
      expect([query, await hits(query)]).toEqual([query, [0]]);
    for (const query of ['закупка', 'ЗАКУПКА', 'булат', 'беспилот', '«детекторов дронов»', '"Подавитель беспилотников" булат'])
      expect([query, await hits(query)]).toEqual([query, [1]]);
    for (const query of ['закупівля', 'їжак']) expect([query, await hits(query)]).toEqual([query, [2]]);
    for (const query of ['JAMMERS', 'detectors equivalent']) expect([query, await hits(query)]).toEqual([query, [3]]);
    for (const query of ['器求', '购求', '"дронов детекторов"', 'детектор оружия', 'xyzzy'])
      expect([query, await hits(query)]).toEqual([query, []]);
    for (const query of [
      '',
      '"',
      "'; DROP TABLE notices; --",
      'a* OR NEAR(b)',
      '-',
      'title:x',
      '(((',
      '\u0000',
      '^"*',
      'AND',
      '"求购',
      '\ud800',
    ])
      await expect(hits(query)).resolves.toBeInstanceOf(Array);
    expect(await hits('"求购')).toEqual([0]);
    expect((await all(store().listNotices({}))).length).toBe(4);
  });

  test('an item is found by its listed title before anybody visits it; the newest reading alone is searched', async () => {
    const { ids } = await listed(store(), [item('http://n.example/1', { title: '求购雷达' })]);
    expect(await all(store().listNotices({ query: '雷达' }))).toHaveLength(1);
    await read(store(), ids[0], 'http://n.example/1', 'First', 'alpha');
    await read(store(), ids[0], 'http://n.example/1', 'Second', 'beta', T0 + HOUR);
    for (const [query, found] of [
      ['雷达', 0],
      ['alpha', 0],
      ['beta', 1],
      ['second', 1],
    ] as const)
      expect([query, await all(store().listNotices({ query }))]).toEqual([query, expect.objectContaining({ length: found })]);
  });

  test('a page reading speaks before a feed reading, whichever is read later; an older version and a removal page do not', async () => {
    const { ids } = await listed(store(), [item('http://n.example/1')]);
    const [id] = ids;
    if (id === undefined) throw new Error('a notice was listed');
    const feed = await captured(store(), 'http://n.example/1', T0 + 1);
    const page = await captured(store(), 'http://n.example/1', T0 + HOUR);
    const removal = await captured(store(), 'http://n.example/1', T0 + 2 * HOUR);
    await store().recordReadings([derived(id, feed, 'from the feed', 'f', { from: 'feed' })]);
    expect(await store().findNotice(id)).toMatchObject({ title: 'from the feed' });
    await store().recordReadings([derived(id, page, 'from the page', 'p')]);
    const gone = derived(id, removal, 'gone', 'g');
    await store().recordReadings([
      { ...gone, reading: { ...gone.reading, state: 'removed' }, summary: null },
      derived(id, feed, 'feed again', 'f', { from: 'feed', recipe: 'r2' }),
    ]);
    expect(await store().findNotice(id)).toMatchObject({ title: 'from the page' });
    expect(await store().readingOf(id)).toMatchObject({ capture: page, recipe: 'r1', reading: { text: 'from the page\np' } });
    expect(await all(store().listNotices({ query: 'again' }))).toEqual([]);
  });

  test('captures are derived once for each recipe, new ones first; dropped files are not asked for', async () => {
    await listed(store(), [item('http://n.example/1')]);
    const made: Digest[] = [];
    for (let n = 0; n < 4; n += 1) made.push(await captured(store(), 'http://n.example/1', T0 + n * HOUR));
    const names = async (recipe: string, limit = 10) => (await store().underived(recipe, limit)).map((row) => made.indexOf(row.capture));
    expect(await names('r1')).toEqual([0, 1, 2, 3]);
    expect(await names('r1', 2)).toEqual([0, 1]);
    const [row] = await store().underived('r1', 1);
    const id = row?.noticeId;
    const [a, b, c, d] = made;
    if (!id || !a || !b || !c || !d) throw new Error('four captures were made');
    expect(row).toMatchObject({ url: 'http://n.example/1', warc: `captures/${a}.warc.gz`, sourceId: null });
    await store().markDerived(a, 'r1');
    await store().recordReadings([derived(id, b, 't', 'b')]);
    expect(await names('r1')).toEqual([2, 3]);
    expect(await names('r2')).toEqual([2, 3, 0, 1]);
    expect(await names('r0')).toEqual([2, 3, 0, 1]);
    const claim = await claimNotice(store(), 'http://n.example/1', T0 + 9 * HOUR);
    await store().recordVisits([visit(claim, T0 + 9 * HOUR, {}, { drop: { sha256: c, keptInstead: d, reason: 'equal reading' } })]);
    expect(await names('r2')).toEqual([3, 0, 1]);
  });

  test('rank and summary of a notice change its place', async () => {
    const { ids } = await listed(
      store(),
      ['a', 'b', 'c'].map((name) => item(`http://n.example/${name}`)),
    );
    const [a, b, c] = ids;
    if (!a || !b || !c) throw new Error('three notices were listed');
    await store().recordSummary(b, summary('b', { priority: 70, reasons: ['goods'] }), 70);
    await read(store(), c, 'http://n.example/c', 'c', '', T0, 30);
    expect((await all(store().listNotices({}))).map(({ id }) => id)).toEqual([b, c, a]);
    expect(await store().findNotice(b)).toMatchObject({ priority: 70, reasons: ['goods'] });
    expect((await store().claimDue(request(T0 + HOUR))).filter(({ kind }) => kind === 'notice')).toMatchObject([{ noticeId: b }]);
  });

  test('a list is by priority, then newest first, filtered and cut; it holds while others write', async () => {
    const day = (n: number) => T0 + n * 24 * HOUR;
    const ids: NoticeId[] = [];
    for (let n = 0; n < 5; n += 1)
      ids.push(
        ...(
          await listed(
            store(),
            Array.from({ length: 100 }, (_, m) => item(`http://n${n}.example/${m}`)),
            day(n),
          )
        ).ids,
      );
    for (const [n, id] of ids.entries())
      if (n % 10 === 0) await store().recordSummary(id, summary(String(n), { priority: (n / 10) % 4 }), 0);
    const seen: { readonly priority: number; readonly firstSeenAt: string; readonly id: NoticeId }[] = [];
    for await (const notice of store().listNotices({})) {
      // Writing in between is allowed: no view of the data is held while the caller works.
      if (seen.length === 250) await listed(store(), [item('http://late.example/1')], day(9));
      seen.push(notice);
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(500);
    expect(seen).toHaveLength(500);
    const sorted = seen.toSorted(
      (one, other) =>
        other.priority - one.priority || (one.firstSeenAt < other.firstSeenAt ? 1 : one.firstSeenAt > other.firstSeenAt ? -1 : 0),
    );
    expect(seen.map(({ priority, firstSeenAt }) => [priority, firstSeenAt])).toEqual(
      sorted.map(({ priority, firstSeenAt }) => [priority, firstSeenAt]),
    );
    expect(await all(store().listNotices({ ...(seen[6] && { after: seen[6] }), limit: 5 }))).toEqual(seen.slice(7, 12));
    expect(await all(store().listNotices({ limit: 7 }))).toEqual(seen.slice(0, 7));
    const source = (await store().findNotice('http://n2.example/0'))?.sources[0]?.id;
    if (source === undefined) throw new Error('it is listed');
    expect(await all(store().listNotices({ source }))).toHaveLength(100);
    await store().recordVisits([visit(await claimNotice(store(), 'http://n2.example/5', day(10)), day(10))]);
    expect((await all(store().listNotices({ state: 'present' }))).map(({ url }) => url)).toEqual(['http://n2.example/5']);
    expect(await all(store().listNotices({ state: 'present', source }))).toHaveLength(1);
    expect(await all(store().listNotices({ state: 'present', source, query: 'title' }))).toHaveLength(1);
    expect(await all(store().listNotices({ state: 'removed' }))).toEqual([]);
    expect(await all(store().listNotices({ query: 'title', limit: 210 }))).toHaveLength(210);
  });
}

async function captured(store: Store, url: string, atMs: number): Promise<Digest> {
  const claim = await claimNotice(store, url, atMs);
  const made = capture(claim, atMs);
  await store.recordVisits([visit(claim, atMs, { capture: made.record.sha256, reading: sha256(url) }, { capture: made })]);
  return made.record.sha256;
}

async function read(
  store: Store,
  id: NoticeId | undefined,
  url: string,
  title: string,
  body: string,
  atMs = T0,
  priority = 0,
): Promise<void> {
  if (id === undefined) throw new Error('the notice was listed');
  await store.recordReadings([
    derived(id, await captured(store, url, atMs), title, body, { summary: summary(title, { priority }), rank: priority }),
  ]);
}
