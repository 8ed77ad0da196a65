import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/model/digest.ts';
import type { NoticeId } from '../../src/model/ids.ts';
import type { MakePlace } from './backend.ts';
import { readRecords } from './log.ts';
import type { Bench } from './store.ts';
import { HOUR, T0, all, capture, claimNotice, derived, item, listed, visit, visitAt } from './watcher.ts';

const SHORT = 'http://w.example/s/abc';
const LONG = 'http://w.example/s?id=1';

/** Notices that turn out to be one. */
export function mergeContract({ store }: Bench, make: MakePlace): void {
  test('the older id stays; histories, names, sources and readings are joined; the younger answers as an alias; it is logged', async () => {
    const first = await listed(store(), [item(SHORT, { aliases: ['short'] })], T0);
    const second = await listed(store(), [item(LONG, { aliases: ['long'] })], T0 + HOUR);
    const [older, younger] = [first.ids[0], second.ids[0]];
    if (older === undefined || younger === undefined) throw new Error('two notices were listed');
    const early = await claimNotice(store(), LONG, T0 + 2 * HOUR);
    const made = capture(early, T0 + 2 * HOUR);
    await store().recordVisits([visit(early, T0 + 2 * HOUR, { capture: made.record.sha256, reading: sha256('1') }, { capture: made })]);
    await store().recordReadings([derived(younger, made.record.sha256, '求购', '反无人机设备')]);
    const claim = await claimNotice(store(), SHORT, T0 + 3 * HOUR);
    const [recorded] = await store().recordVisits([
      visit(claim, T0 + 3 * HOUR, { reading: sha256('2') }, { aliases: ['wechat:1:2:3', 'long'] }),
    ]);

    expect(recorded?.noticeId).toBe(older);
    const notice = await store().findNotice(younger);
    expect(notice).toMatchObject({
      id: older,
      url: SHORT,
      title: '求购',
      versions: 2,
      state: 'changed',
      firstSeenAt: new Date(T0).toISOString(),
      lastSeenPresentAt: new Date(T0 + 3 * HOUR).toISOString(),
    });
    expect(notice?.aliases).toEqual([LONG, 'long', 'short', 'wechat:1:2:3'].toSorted());
    expect(notice?.sources.map(({ id }) => id)).toEqual([first.source.id, second.source.id]);
    for (const name of [older, SHORT, LONG, 'short', 'long', 'wechat:1:2:3']) expect((await store().findNotice(name))?.id).toBe(older);
    expect((await store().observationsOf(younger)).map(({ noticeId }) => noticeId)).toEqual([older, older]);
    expect(await store().capturesOf(older)).toMatchObject([{ sha256: made.record.sha256, noticeId: older }]);
    expect(await store().readingOf(older)).toMatchObject({ capture: made.record.sha256 });
    expect((await all(store().listNotices({ query: '无人机' }))).map(({ id }) => id)).toEqual([older]);
    expect((await store().followOf(younger))?.follow.visits).toBe(2);
    const records = await readRecords(store());
    expect(records.at(-1)).toEqual({
      type: 'merge',
      kept: older,
      merged: younger,
      alias: 'long',
      at: new Date(T0 + 3 * HOUR).toISOString(),
    });
    for (const [index, record] of records.entries()) expect(await store().rowsAsRecord(record, index)).toEqual(record);
    expect((await all(store().listNotices({}))).length).toBe(1);
    expect((await store().listSources()).map(({ health }) => health.notices)).toEqual([1, 1]);
  });

  test('whoever published the one that was read first published both', async () => {
    // Ids of one millisecond come in any order.
    const [older] = (await listed(store(), [item(SHORT)], T0)).ids;
    const [younger] = (await listed(store(), [item(LONG)], T0 + 1)).ids;
    if (older === undefined || younger === undefined) throw new Error('two notices were listed');
    const early = await claimNotice(store(), LONG, T0 + HOUR);
    const made = capture(early, T0 + HOUR);
    await store().recordVisits([visit(early, T0 + HOUR, { capture: made.record.sha256 }, { capture: made })]);
    const read = derived(younger, made.record.sha256, '求购', '反无人机设备');
    if (read.summary === null) throw new Error('it speaks for the notice');
    await store().recordReadings([{ ...read, summary: { ...read.summary, publisher: 'One Association' } }]);
    const claim = await claimNotice(store(), SHORT, T0 + 2 * HOUR);
    await store().recordVisits([visit(claim, T0 + 2 * HOUR, {}, { aliases: [LONG] })]);
    expect(await store().findNotice(older)).toMatchObject({ publisher: 'One Association' });
    const [one, ...others] = await store().publishers.list(10);
    expect([one?.name, one?.notices, others]).toEqual(['One Association', 1, []]);
    if (one === undefined) throw new Error('there is a publisher');
    expect((await store().publishers.noticesOf(one.id, 10)).map(({ id }) => id)).toEqual([older]);
    expect((await store().publishers.textsOf(one.id, 10)).map(({ noticeId, capture: of }) => [noticeId, of])).toEqual([
      [older, made.record.sha256],
    ]);
  });

  test('a visit under way while its notice is merged is recorded under the older', async () => {
    const { ids } = await listed(store(), [item(SHORT)], T0);
    await listed(store(), [item('http://other.example/1', { aliases: ['same'] })], T0 + 1000);
    const younger = await claimNotice(store(), 'http://other.example/1', T0 + HOUR);
    await visitAt(store(), SHORT, T0 + HOUR, { reading: sha256('1') }, { aliases: ['same', 'http://other.example/1'] });
    const [late] = await store().recordVisits([visit(younger, T0 + HOUR + 1, { reading: sha256('1') })]);
    expect(late?.noticeId).toBe(ids[0]);
    expect(await store().findNotice(SHORT)).toMatchObject({ versions: 1, lastSeenPresentAt: new Date(T0 + HOUR + 1).toISOString() });
    expect(await store().observationsOf(younger.noticeId)).toHaveLength(2);
    expect((await store().followOf(younger.noticeId))?.follow.visits).toBe(2);
  });

  test('a name of a notice at a host that the visit does not vouch for merges nothing, and finds nothing for an item or address of another host', async () => {
    const { ids: mirrored } = await listed(store(), [item('http://mirror.example/1', { aliases: ['key:1', LONG] })], T0);
    await visitAt(store(), SHORT, T0 + HOUR, {}, { aliases: ['key:1', LONG, 'http://w.example/third'] });
    const own = await store().findNotice(SHORT);
    expect(own?.aliases).toEqual(['http://w.example/third']);
    // What had the address before keeps it.
    for (const name of ['http://mirror.example/1', 'key:1', LONG]) expect((await store().findNotice(name))?.id).toBe(mirrored[0]);

    const { ids: items } = await listed(
      store(),
      [item('http://w.example/new', { aliases: ['key:1'] }), item(SHORT, { aliases: [LONG] })],
      T0 + HOUR,
    );
    expect(new Set([...items, own?.id, mirrored[0]]).size).toBe(3);
    const claim = await claimNotice(store(), 'http://w.example/asked', T0 + 2 * HOUR, ['key:1']);
    expect([...items, own?.id, mirrored[0]]).not.toContain(claim.noticeId);
    expect((await readRecords(store())).filter(({ type }) => type === 'merge')).toEqual([]);
    await visitAt(store(), 'http://mirror.example/1', T0 + 3 * HOUR, {}, { aliases: ['http://mirror.example/2'] });
    expect(await store().findNotice('http://mirror.example/2')).toMatchObject({ id: mirrored[0] });
  });

  test('an item whose names belong to two notices makes them one', async () => {
    const { ids } = await listed(store(), [item(SHORT), item(LONG)], T0);
    await listed(store(), [item(SHORT, { aliases: [LONG] })], T0 + HOUR);
    const older = ids.toSorted()[0];
    for (const name of [...ids, SHORT, LONG]) expect((await store().findNotice(name))?.id).toBe(older);
  });

  test('whatever is merged in whatever order, nothing is lost', { timeout: 90_000 }, async () => {
    const notices = 6;
    const step = fc.record({ visits: fc.nat(notices - 1), also: fc.nat(notices - 1), captures: fc.boolean(), reading: fc.nat(2) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const place = await make();
        const own = await place.open();
        try {
          const { ids } = await listed(
            own,
            Array.from({ length: notices }, (_, n) => item(`http://n.example/${n}`, { aliases: [`key:${n}`] })),
          );
          const groups = new Map<NoticeId, Set<NoticeId>>(ids.map((id) => [id, new Set([id])]));
          const seen = new Map<NoticeId, number>();
          const captured = new Map<NoticeId, string>();
          for (const [n, { visits, also, captures, reading }] of steps.entries()) {
            const at = T0 + (n + 1) * HOUR;
            const claim = await claimNotice(own, `http://n.example/${visits}`, at);
            const made = captures ? capture(claim, at) : null;
            await own.recordVisits([
              visit(
                claim,
                at,
                { capture: made?.record.sha256 ?? null, reading: sha256(String(reading)) },
                { capture: made, aliases: [`key:${also}`] },
              ),
            ]);
            const [one, other] = [ids[visits], ids[also]];
            if (one === undefined || other === undefined) throw new Error('an id is missing');
            seen.set(one, (seen.get(one) ?? 0) + 1);
            if (made) captured.set(one, `${captured.get(one) ?? ''} ${made.record.sha256}`);
            const joined = new Set([...(groups.get(one) ?? []), ...(groups.get(other) ?? [])]);
            for (const id of joined) groups.set(id, joined);
          }
          for (const [n, id] of ids.entries()) {
            const group = [...(groups.get(id) ?? [])].toSorted();
            const [oldest] = group;
            for (const name of [id, `http://n.example/${n}`, `key:${n}`]) expect((await own.findNotice(name))?.id).toBe(oldest);
            const visits = group.reduce((sum, each) => sum + (seen.get(each) ?? 0), 0);
            expect(await own.observationsOf(id)).toHaveLength(visits);
            expect((await own.followOf(id))?.follow.visits).toBe(visits);
            const files = group.flatMap((each) => (captured.get(each) ?? '').split(' ').filter(Boolean));
            expect((await own.capturesOf(id)).map((row) => row.sha256).toSorted()).toEqual(files.toSorted());
          }
          const alive = new Set(ids.map((id) => [...(groups.get(id) ?? [])].toSorted()[0]));
          expect(await all(own.listNotices({}))).toHaveLength(alive.size);
          const records = await readRecords(own);
          for (const [index, record] of records.entries()) expect(await own.rowsAsRecord(record, index)).toEqual(record);
          expect(records.filter(({ type }) => type === 'merge')).toHaveLength(notices - alive.size);
        } finally {
          await own.close();
          await place.remove();
        }
      }),
      { numRuns: 25 },
    );
  });
}
