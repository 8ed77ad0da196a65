import { expect, test } from 'vitest';
import type { NoticeId } from '../../src/model/ids.ts';
import type { DueClass, NoticeClaim, Store } from '../../src/store/port.ts';
import type { Bench } from './store.ts';
import { HOUR, T0, WORKER, addSource, check, claimNotice, item, listed, request, subjectOf, visit } from './watcher.ts';

/** What is claimed, in which order, by whom. */
export function claimContract({ store, place }: Bench): void {
  test('each claim is of another host, at most `limit`, and nobody else gets it', async () => {
    const hosts = Array.from({ length: 8 }, (_, n) => `http://h${n}.example/`);
    await listed(
      store(),
      hosts.flatMap((host) => [item(`${host}a`), item(`${host}b`)]),
    );
    const other = await place().open();
    const [one, two, three] = [
      await store().claimDue(request(T0 + 1, { limit: 5 })),
      await other.claimDue(request(T0 + 1)),
      await store().claimDue(request(T0 + 1)),
    ];
    expect(one).toHaveLength(5);
    expect(two).toHaveLength(3);
    expect(three).toEqual([]);
    expect(new Set([...one, ...two].map(({ host }) => host)).size).toBe(8);
    await other.close();
  });

  test('a host visits in the order check, new, confirm, follow; then by rank; then by how long overdue', async () => {
    const wanted = await scheduleAll(store(), [
      ['follow', 90, 1],
      ['follow', 10, 3],
      ['follow', 10, 2],
      ['confirm', 0, 9],
      ['confirm', 50, 9],
      ['new', 0, 5],
    ]);
    const order: string[] = [];
    for (let now = T0 + HOUR; ; now += 10_000) {
      const [claim] = await store().claimDue(request(now));
      if (claim?.kind !== 'notice') break;
      order.push(`${claim.dueClass} ${claim.dueAt - T0} ${wanted.get(claim.noticeId)}`);
      await store().recordVisits([visit(claim, now, {}, { due: { at: T0 + 999 * HOUR, class: 'follow', rank: 0, intervalMs: null } })]);
    }
    expect(order).toEqual(['new 5 0', 'confirm 9 50', 'confirm 9 0', 'follow 1 90', 'follow 2 10', 'follow 3 10']);
  });

  test('a check comes before anything else of its host', async () => {
    await listed(store(), [item('http://a.example/1')]);
    const source = await addSource(store(), 'http://a.example/feed');
    expect(await store().claimDue(request(T0 + 5))).toMatchObject([{ kind: 'source', source: { id: source.id }, host: 'a.example' }]);
  });

  test('a high rank that is not due yet does not stand before a low one that is', async () => {
    await scheduleAll(store(), [
      ['follow', 100, 2 * HOUR],
      ['follow', 50, 3 * HOUR],
      ['follow', 0, 1],
    ]);
    expect(await store().claimDue(request(T0 + HOUR))).toMatchObject([{ dueAt: T0 + 1 }]);
  });

  test('starts at a host are a pace apart, ± 30 %, and the claim tells when it might have started', async () => {
    await listed(
      store(),
      Array.from({ length: 4 }, (_, n) => item(`http://a.example/${n}`)),
    );
    const waits: (number | undefined)[] = [];
    let now = T0;
    for (const random of [0, 0.5, 0.999]) {
      const [claim] = await store().claimDue(request(now, { random: () => random }));
      if (claim?.kind !== 'notice') throw new Error('nothing was claimed');
      expect(claim.startAt).toBe(now);
      await store().recordVisits([visit(claim, now)]);
      const wait = await store().nextDueInMs({ now });
      waits.push(wait);
      expect(await store().claimDue(request(now + (wait ?? 0) - 1))).toEqual([]);
      now += wait ?? 0;
    }
    expect(waits).toEqual([700, 1000, 1299]);
  });

  test('the slower of the paces counts: configuration, source, robots.txt', async () => {
    await addSource(store(), 'http://slow.example/feed', { paceMs: 9000 });
    const [claim] = await store().claimDue(request(T0));
    if (claim?.kind !== 'source') throw new Error('nothing was claimed');
    await store().recordVisits([check(claim, T0, [item('http://slow.example/1')])]);
    expect(await store().nextDueInMs({ now: T0 })).toBe(9000);
    const [slow] = await store().claimDue(request(T0 + 9000));
    if (slow?.kind !== 'notice') throw new Error('nothing was claimed');
    await store().recordVisits([
      visit(
        slow,
        T0 + 9000,
        {},
        {
          host: { answer: 'fine', holdUntil: null, holdReason: null, extraStarts: 0, paceMs: 20_000 },
          due: { at: T0, class: 'new', rank: 0, intervalMs: null },
        },
      ),
    ]);
    expect(await store().nextDueInMs({ now: T0 + 9000 })).toBe(20_000);
  });

  test('requests beyond the first push the next start on', async () => {
    await listed(store(), [item('http://a.example/1'), item('http://a.example/2')]);
    const [claim] = await store().claimDue(request(T0));
    if (claim?.kind !== 'notice') throw new Error('nothing was claimed');
    await store().recordVisits([
      visit(claim, T0, {}, { host: { answer: 'fine', holdUntil: null, holdReason: null, extraStarts: 3, paceMs: null } }),
    ]);
    expect(await store().nextDueInMs({ now: T0 })).toBe(4000);
  });

  test('a start beside a claim is reserved, and counts for the pace', async () => {
    await listed(store(), [item('http://a.example/1')]);
    const start = { host: 'a.example', now: T0, paceMs: 1000, random: () => 0.5 };
    expect([await store().takeStart(start), await store().takeStart(start)]).toEqual([{ waitMs: 0 }, { waitMs: 1000 }]);
    expect(await store().nextDueInMs({ now: T0 })).toBe(2000);
  });

  test('files of a folder have no pace', async () => {
    await listed(store(), [item('file:///drop/1.html'), item('file:///drop/2.html')]);
    for (const _ of [1, 2]) {
      const [claim] = await store().claimDue(request(T0));
      if (claim?.kind !== 'notice') throw new Error('nothing was claimed');
      await store().recordVisits([visit(claim, T0)]);
    }
    expect(await store().nextDueInMs({ now: T0 })).toBe(15 * 60_000);
  });

  test('a claim given back is there again, as it was or later', async () => {
    await listed(store(), [item('http://a.example/1')]);
    const [claim] = await store().claimDue(request(T0));
    if (claim === undefined) throw new Error('nothing was claimed');
    await store().release([{ claim }]);
    const [again] = await store().claimDue(request(T0 + 1000));
    expect(again).toMatchObject({ dueAt: T0 });
    await store().release([{ claim: again ?? claim, dueAt: T0 + HOUR }]);
    expect(await store().claimDue(request(T0 + 2000))).toEqual([]);
    expect((await store().claimDue(request(T0 + HOUR))).map(({ host }) => host)).toContain('a.example');
  });

  test('a claim whose lease is over falls back; its late record is kept and frees nobody else', async () => {
    await listed(store(), [item('http://a.example/1')]);
    const [late] = await store().claimDue(request(T0, { leaseMs: 5000 }));
    if (late?.kind !== 'notice') throw new Error('nothing was claimed');
    expect(await store().claimDue(request(T0 + 4999))).toEqual([]);
    const [taken] = await store().claimDue(request(T0 + 5000, { worker: { id: 'second', pid: process.pid } }));
    expect(taken && subjectOf(taken)).toBe(late.noticeId);
    await store().recordVisits([visit(late, T0 + 100)]);
    expect(await store().observationsOf(late.noticeId)).toHaveLength(1);
    await listed(store(), [item('http://a.example/2')]);
    expect(await store().claimDue(request(T0 + 10_000))).toEqual([]);
  });

  test('closing a store frees what its workers had claimed', async () => {
    await listed(store(), [item('http://a.example/1')]);
    const other = await place().open();
    const worker = { id: 'leaving', pid: process.pid };
    await other.register(worker);
    expect(await other.claimDue(request(T0, { worker }))).toHaveLength(1);
    await other.close();
    expect(await store().claimDue(request(T0 + 1000))).toHaveLength(1);
  });

  test('an address is claimed without a source: made once, then known by any name', async () => {
    const url = 'http://a.example/1';
    const claim = await claimNotice(store(), url, T0);
    expect(claim).toMatchObject({ url, dueClass: 'new', source: null, follow: { state: 'unreachable', reason: 'unvisited', versions: 0 } });
    const request2 = {
      worker: WORKER,
      now: T0 + 1,
      url,
      aliases: ['key:1'],
      host: 'a.example',
      paceMs: 1000,
      random: () => 0.5,
      leaseMs: 1000,
    };
    const taken = await store().claimAddress(request2);
    expect(taken).toEqual({ waitMs: expect.any(Number) as number });
    await store().recordVisits([visit(claim, T0, {}, { aliases: ['key:1'] })]);
    const again = await store().claimAddress({ ...request2, now: T0 + 5000, url: 'http://a.example/other' });
    expect('claim' in again && again.claim.noticeId).toBe(claim.noticeId);
    expect(await store().claimAddress({ ...request2, now: T0 + 5001 })).toHaveProperty('waitMs');
    if ('claim' in again) await store().recordVisits([visit(again.claim, T0 + 5000)]);
    expect(await store().claimAddress({ ...request2, now: T0 + 5400 })).toEqual({ waitMs: 600 });
    expect(await store().findNotice(url)).toMatchObject({ sources: [], firstSeenAt: new Date(T0).toISOString() });
  });

  test('what fell due in a sleep is spread, in its order', async () => {
    await scheduleAll(store(), [
      ['follow', 0, 1],
      ['follow', 0, 2],
      ['follow', 0, 3],
      ['follow', 0, 4],
      ['follow', 0, 50 * HOUR],
    ]);
    const now = T0 + 10 * HOUR;
    expect(await store().spreadDue(now, now, 4000)).toBe(4);
    const dues: number[] = [];
    for (let at = now; at < now + 4000; at += 100) {
      for (const claim of await store().claimDue(request(at, { paceMs: 0 }))) {
        dues.push(claim.dueAt - now);
        await store().recordVisits([visit(claim as NoticeClaim, at)]);
      }
    }
    expect(dues).toEqual([0, 1000, 2000, 3000]);
  });

  test('an older one is hurried when an item went missing; one already due is left', async () => {
    const { source, ids } = await listed(store(), [item('http://n.example/1')]);
    const claim = await claimNotice(store(), 'http://n.example/1', T0);
    await store().recordVisits([visit(claim, T0)]);
    const [again] = await store().claimDue(request(T0 + HOUR));
    if (again?.kind !== 'source') throw new Error('the check is not due');
    expect(again.source.id).toBe(source.id);
    await store().recordVisits([check(again, T0 + HOUR, [], { hurry: ids })]);
    expect(await store().claimDue(request(T0 + HOUR))).toMatchObject([{ noticeId: ids[0], dueAt: T0 + HOUR, dueClass: 'follow' }]);
  });
}

/** Notices of one host with these next visits (class, rank, due after T0); their ranks by id. */
async function scheduleAll(store: Store, dues: readonly (readonly [DueClass, number, number])[]): Promise<ReadonlyMap<NoticeId, number>> {
  const { ids } = await listed(
    store,
    dues.map((_, n) => item(`http://one.example/${n}`)),
    T0,
    'http://feeds.example/f',
  );
  const ranks = new Map<NoticeId, number>();
  for (const [n, [dueClass, rank, after]] of dues.entries()) {
    const claim = await claimNotice(store, `http://one.example/${n}`, T0);
    await store.recordVisits([visit(claim, T0, {}, { due: { at: T0 + after, class: dueClass, rank, intervalMs: null } })]);
    const id = ids[n];
    if (id !== undefined) ranks.set(id, rank);
  }
  const source = await store.findSource('http://feeds.example/f');
  if (source) await store.setSourcePaused(source.id, true, T0);
  return ranks;
}
