import { expect, test } from 'vitest';
import { newNoticeId } from '../../src/model/ids.ts';
import type { HostStatus } from '../../src/model/source.ts';
import type { Store } from '../../src/store/port.ts';
import type { Bench } from './store.ts';
import { FINE, HOUR, T0, WORKER, claimNotice, iso, item, listed, request, visit, visitAt } from './watcher.ts';

/** What a user may decide for a visit, but for robots.txt. */
const OWN = { allowPrivate: true, keep: 'all', followMs: HOUR, paceMs: null, credentials: {} } as const;

const URL_1 = 'http://h.example/1';
const MINUTE = 60_000;

/** Holds, removals that wait for a person, stretch, robots, leases. */
export function hostContract({ store, place }: Bench): void {
  test('a hold stops a host until it is over, not the others', async () => {
    await listed(store(), [item(URL_1), item('http://other.example/1')]);
    await visitAt(
      store(),
      URL_1,
      T0,
      {},
      {
        due: { at: T0, class: 'new', rank: 0, intervalMs: null },
        host: { ...FINE, answer: 'silent', holdUntil: T0 + HOUR, holdReason: 'http 429' },
      },
    );
    expect((await store().claimDue(request(T0 + HOUR - 1))).map(({ host }) => host)).not.toContain('h.example');
    expect(await statusOf(store(), 'h.example')).toMatchObject({ heldUntil: iso(T0 + HOUR), heldReason: 'http 429' });
    expect((await store().claimDue(request(T0 + HOUR))).map(({ host }) => host)).toContain('h.example');
  });

  test('an address of a held host is put off, where that is asked for: its notice is due when the hold is over, under what was asked', async () => {
    await visitAt(store(), URL_1, T0, {}, { host: { ...FINE, answer: 'silent', holdUntil: T0 + HOUR, holdReason: 'http 429' } });
    const ask = { worker: WORKER, now: T0 + 1, aliases: [], host: 'h.example', paceMs: 0, random: () => 0.5, leaseMs: 1000 };
    const own = { ...OWN, robots: 'ignore', robotsReason: 'why' } as const;
    const putOff = { longerThanMs: MINUTE, keptOf: () => ({ own }) };
    const url = 'http://h.example/new';
    expect(await store().claimAddress({ ...ask, url })).toEqual({ waitMs: HOUR - 1 });
    expect(await store().findNotice(url)).toBeUndefined();
    expect(await store().claimAddress({ ...ask, url, putOff: { ...putOff, longerThanMs: HOUR } })).toEqual({ waitMs: HOUR - 1 });
    expect(await store().findNotice(url)).toBeUndefined();
    for (const one of [url, URL_1]) expect(await store().claimAddress({ ...ask, url: one, putOff })).toEqual({ waitMs: HOUR - 1 });
    expect(await store().findNotice(url)).toMatchObject({ url, state: 'unreachable', reason: 'unvisited' });
    expect(await store().claimDue(request(T0 + HOUR - 1))).toEqual([]);
    const due = new Map<string, unknown>();
    for (let now = T0 + HOUR; due.size < 2; now += MINUTE) {
      const [claim] = await store().claimDue(request(now));
      if (claim?.kind !== 'notice') throw new Error(`at ${iso(now)} nothing is due`);
      due.set(claim.url, claim.follow.own);
      await store().recordVisits([visit(claim, now)]);
    }
    expect(due).toEqual(
      new Map([
        [URL_1, own],
        [url, own],
      ]),
    );
  });

  test('a visit that goes back unmade keeps what was decided for it, where that is asked for', async () => {
    const claim = await claimNotice(store(), URL_1, T0);
    const own = { ...OWN, robots: 'obey', robotsReason: null } as const;
    await store().release([{ claim: { ...claim, follow: { ...claim.follow, own } }, dueAt: T0 + 1 }]);
    const again = await claimNotice(store(), URL_1, T0 + 2);
    expect(again.follow.own).toBeNull();
    await store().release([{ claim: again, dueAt: T0 + 3, kept: { own } }]);
    const kept = await claimNotice(store(), URL_1, T0 + 4);
    expect(kept.follow.own).toEqual(own);
    // What was asked of the next visit alone is gone with it.
    const forNext = { proxy: null, robots: 'ignore', robotsReason: 'why' } as const;
    await store().release([{ claim: kept, dueAt: T0 + 5, kept: { own, forNext } }]);
    const next = await claimNotice(store(), URL_1, T0 + 6);
    expect(next.follow).toMatchObject({ own, forNext });
    await store().recordVisits([visit(next, T0 + 6, {}, { follow: next.follow })]);
    expect((await claimNotice(store(), URL_1, T0 + HOUR)).follow.forNext).toBeUndefined();
  });

  test('three blocked answers in a row hold a host, longer each time; a fine one ends row and hold', async () => {
    await listed(store(), [item(URL_1)]);
    let now = T0;
    const holds: number[] = [];
    const answer = async (kind: 'fine' | 'blocked' | 'silent') => {
      await visitAt(store(), URL_1, now, {}, { host: { ...FINE, answer: kind } });
      const { heldUntil } = await statusOf(store(), 'h.example');
      const held = heldUntil === null ? 0 : Date.parse(heldUntil) - now;
      holds.push(held);
      now += held + 10 * MINUTE;
    };
    for (const kind of ['blocked', 'blocked', 'silent', 'blocked', 'blocked', 'fine', 'blocked', 'blocked', 'fine'] as const)
      await answer(kind);
    expect(holds).toEqual([0, 0, 0, 30 * MINUTE, 60 * MINUTE, 0, 0, 0, 0]);
    for (let n = 0; n < 12; n += 1) await answer('blocked');
    expect(holds.at(-1)).toBe(24 * HOUR);
  });

  test('outcomes of a host count each notice once, by its latest visit', async () => {
    await listed(
      store(),
      [1, 2, 3].map((n) => item(`http://h.example/${n}`)),
    );
    const gone = { state: 'removed', removalKind: 'status' } as const;
    await visitAt(store(), 'http://h.example/1', T0, gone);
    await visitAt(store(), 'http://h.example/1', T0 + MINUTE, gone);
    await visitAt(store(), 'http://h.example/2', T0 + MINUTE, gone);
    await visitAt(store(), 'http://h.example/2', T0 + 2 * MINUTE);
    await visitAt(store(), 'http://h.example/3', T0 + 3 * MINUTE, gone);
    expect(await store().hostOutcomes('h.example', iso(T0))).toEqual({ visited: 3, gone: 2, countedSince: iso(T0) });
    expect(await store().hostOutcomes('h.example', iso(T0 + 3 * MINUTE))).toMatchObject({ visited: 1, gone: 1 });
    expect(await store().hostOutcomes('none.example', iso(T0))).toMatchObject({ visited: 0, gone: 0 });
  });

  test('of a host, the notice that was seen to stand latest is known: no other host’s, none that was replaced, not the one asked about', async () => {
    const { ids } = await listed(
      store(),
      [1, 2, 3, 4].map((n) => item(`http://h.example/${n}`)),
    );
    await listed(store(), [item('http://other.example/1')]);
    await visitAt(store(), 'http://h.example/1', T0);
    await visitAt(store(), 'http://h.example/2', T0 + MINUTE);
    await visitAt(store(), 'http://h.example/3', T0 + 2 * MINUTE, { state: 'removed', removalKind: 'status' });
    const claim = await visitAt(store(), 'http://h.example/4', T0 + 3 * MINUTE);
    await visitAt(
      store(),
      'http://h.example/4',
      T0 + 4 * MINUTE,
      { state: 'changed', reason: 'replaced' },
      { follow: { ...claim.follow, reason: 'replaced' } },
    );
    await visitAt(store(), 'http://other.example/1', T0 + 5 * MINUTE);
    const standing = (since: number, except: number) => store().standingAt('h.example', iso(since), ids[except] ?? newNoticeId(T0));
    expect(await standing(T0, 0)).toEqual({ url: 'http://h.example/2', at: iso(T0 + MINUTE) });
    expect(await standing(T0, 1)).toEqual({ url: 'http://h.example/1', at: iso(T0) });
    expect(await standing(T0 + MINUTE, 1)).toBeUndefined();
  });

  test('outcomes leave out one notice, removals that are certain, and what a person let stand; an old first sighting is none of now', async () => {
    const { ids } = await listed(
      store(),
      [1, 2, 3].map((n) => item(`http://h.example/${n}`)),
    );
    const gone = { state: 'removed', removalKind: 'status' } as const;
    for (const n of [1, 2, 3]) await visitAt(store(), `http://h.example/${n}`, T0 + n * MINUTE, gone);
    expect(await store().hostOutcomes('h.example', iso(T0), ids[0])).toMatchObject({ visited: 2, gone: 2 });
    const claim = await visitAt(store(), 'http://h.example/1', T0 + 4 * MINUTE, gone);
    expect(await store().hostOutcomes('h.example', iso(T0 + 2 * MINUTE))).toMatchObject({ visited: 3, gone: 2 });
    const removal = { kind: 'status', firstSeenGoneAt: iso(T0), confirmedAt: iso(T0 + 5 * MINUTE), evidence: [] } as const;
    await visitAt(store(), 'http://h.example/1', T0 + 5 * MINUTE, gone, { follow: { ...claim.follow, state: 'removed', removal } });
    expect(await store().hostOutcomes('h.example', iso(T0))).toMatchObject({ visited: 2, gone: 2 });
    await store().holdRemovals('h.example', iso(T0 + 5 * MINUTE), 'many');
    expect(await store().confirmRemovals({ host: 'h.example' }, iso(T0 + 6 * MINUTE), 'Ann')).toEqual([]);
    expect(await store().removalsHeld('h.example')).toBe(false);
    expect(await store().hostOutcomes('h.example', iso(T0))).toEqual({ visited: 2, gone: 0, countedSince: iso(T0 + 6 * MINUTE) });
  });

  test('held removals wait until a person lets them stand, of the host or of one notice; both are logged', async () => {
    const urls = [1, 2, 3].map((n) => `http://h.example/${n}`);
    const { ids } = await listed(
      store(),
      urls.map((url) => item(url)),
    );
    const removal = { kind: 'status', firstSeenGoneAt: iso(T0), confirmedAt: null, evidence: [] } as const;
    for (const [n, url] of urls.entries()) {
      const claim = await visitAt(store(), url, T0 + 2 * n * MINUTE, { state: 'removed', removalKind: 'status' });
      // The third was seen gone once only: nobody may confirm it.
      await visitAt(
        store(),
        url,
        T0 + (2 * n + 1) * MINUTE,
        {},
        { follow: { ...claim.follow, state: 'present', removal, goneReason: 'http 410', removalWaits: n < 2 } },
      );
    }
    const before = await store().logSize();
    for (const _ of [1, 2]) await store().holdRemovals('h.example', iso(T0), '5 of 6 seem gone');
    expect(await store().logSize()).toBe(before + 1);
    expect(await store().removalsHeld('h.example')).toBe(true);
    expect(await statusOf(store(), 'h.example')).toMatchObject({ removalsHeldSince: iso(T0), removalsHeld: 2 });

    const [first, second, third] = ids;
    if (first === undefined || second === undefined || third === undefined) throw new Error('three notices were listed');
    expect(await store().findNotice(first)).toMatchObject({ state: 'present', pending: { state: 'removed', waitsFor: 'person' } });
    expect(await store().confirmRemovals(first, iso(T0 + HOUR), 'Ann')).toEqual([first]);
    expect(await store().removalsHeld('h.example')).toBe(true);
    expect(await store().confirmRemovals({ host: 'h.example' }, iso(T0 + HOUR), 'Ann')).toEqual([second]);
    expect(await store().removalsHeld('h.example')).toBe(false);
    expect(await store().findNotice(second)).toMatchObject({
      state: 'removed',
      reason: 'http 410',
      removal: { confirmedAt: iso(T0 + HOUR) },
    });
    expect((await store().followOf(second))?.follow.lastChangeAt).toBe(iso(T0 + HOUR));
    const pending = { state: 'removed', reason: 'http 410', since: iso(T0), waitsFor: 'sighting' };
    expect(await store().findNotice(third)).toMatchObject({ state: 'present', removal: { confirmedAt: null }, pending });
    expect(await store().findNotice(second)).not.toHaveProperty('pending');
    const events = (await store().readLog(before, await store().logSize())).map(
      ({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)) as { event: string; detail: string },
    );
    expect(events.map(({ event }) => event)).toEqual(['removals-held', 'removals-confirmed', 'removals-confirmed']);
    expect(events[2]?.detail).toContain(second);
    expect(await store().confirmRemovals({ host: 'h.example' }, iso(T0), 'Ann')).toEqual([]);
  });

  test('stretch tells how far the pace is behind what the intervals ask for', async () => {
    const urls = Array.from({ length: 6 }, (_, n) => `http://h.example/${n}`);
    await listed(
      store(),
      urls.map((url) => item(url)),
    );
    const due = (intervalMs: number | null) => ({ due: { at: T0 + HOUR, class: 'follow', rank: 0, intervalMs } as const });
    for (const url of urls) await visitAt(store(), url, T0, {}, due(2000));
    // The pace of the latest start counts: six visits each two seconds at one a second come three times too late.
    await store().takeStart({ host: 'h.example', now: T0, paceMs: 1000, random: () => 0.5 });
    expect((await statusOf(store(), 'h.example')).stretch).toBe(3);
    for (const url of urls.slice(1)) await visitAt(store(), url, T0 + HOUR, {}, due(null));
    await store().takeStart({ host: 'h.example', now: T0, paceMs: 1000, random: () => 0.5 });
    expect((await statusOf(store(), 'h.example')).stretch).toBe(1);
  });

  test('rules of robots.txt are kept as received', async () => {
    expect(await store().robots('http://h.example')).toBeUndefined();
    const row = {
      origin: 'http://h.example',
      fetchedAt: T0,
      expiresAt: T0 + HOUR,
      body: 'User-agent: *\r\nDisallow: /s',
      outcome: 'rules',
    } as const;
    await store().putRobots(row);
    await store().putRobots({ ...row, origin: 'https://h.example', outcome: 'forbid' });
    expect(await store().robots('http://h.example')).toEqual(row);
    await store().putRobots({ ...row, expiresAt: T0 + 2 * HOUR });
    expect(await store().robots('http://h.example')).toMatchObject({ expiresAt: T0 + 2 * HOUR });
  });

  test('a lease has one holder, is renewed by it, and passes on when it ends', async () => {
    const other = await place().open();
    const second = { id: 'second', pid: process.pid };
    expect(await store().lease('publish', WORKER, T0, 1000)).toBe(true);
    expect(await other.lease('publish', second, T0 + 500, 1000)).toBe(false);
    expect(await other.lease('sweep', second, T0 + 500, 1000)).toBe(true);
    expect(await store().lease('publish', WORKER, T0 + 900, 1000)).toBe(true);
    expect(await other.lease('publish', second, T0 + 1899, 1000)).toBe(false);
    expect(await other.lease('publish', second, T0 + 1900, 1000)).toBe(true);
    expect(await store().lease('publish', WORKER, T0 + 1901, 1000)).toBe(false);
    await other.close();
  });

  test('a lease of a program that was killed is free at once, for one that runs since long before, too', async () => {
    expect(await store().lease('sweep', WORKER, T0, 1000)).toBe(true);
    const other = await place().open();
    expect(await other.lease('publish', { id: 'killed', pid: 999_999_999 }, T0, HOUR)).toBe(true);
    expect(await store().lease('publish', WORKER, T0 + 1, HOUR)).toBe(true);
    expect(await other.lease('publish', { id: 'lives', pid: process.pid }, T0 + 2, HOUR)).toBe(false);
    await other.close();
  });
}

async function statusOf(store: Store, host: string): Promise<HostStatus> {
  const found = (await store.listHosts()).find((status) => status.host === host);
  if (found === undefined) throw new Error(`${host} is not known`);
  return found;
}
