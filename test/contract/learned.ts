import { expect, test } from 'vitest';
import type { LearnedPage } from '../../src/model/learned-page.ts';
import type { ProbeVisit } from '../../src/store/learned-port.ts';
import { readRecords } from './log.ts';
import type { Bench } from './store.ts';
import { HOUR, T0, addSource, capture, check, claimNotice, claimSource, iso, item, visit } from './watcher.ts';
import type { NoticeClaim } from '../../src/store/port.ts';

const URL_1 = 'http://a.example/1';
const HOST = 'a.example';

/** What was learned of hosts, and what was asked for it. */
export function learnedContract({ store }: Bench): void {
  function probeOf(claim: NoticeClaim, atMs: number): { readonly probe: ProbeVisit; readonly page: LearnedPage } {
    const made = capture(claim, atMs, { notice: null, url: 'http://a.example/never' });
    return {
      probe: {
        record: {
          type: 'probe',
          host: HOST,
          url: 'http://a.example/never',
          at: iso(atMs),
          page: 'absent',
          outcome: 'learned',
          capture: made.record.sha256,
          payload: made.record.payload,
          heads: null,
        },
        capture: made,
      },
      page: {
        host: HOST,
        kind: 'absent',
        url: 'http://a.example/never',
        finalUrl: 'http://a.example/never',
        status: 200,
        at: iso(atMs),
        capture: made.record.sha256,
        recipe: 'p1',
        print: { title: 'not here', words: [1, 2, 3], shape: [4] },
        reason: null,
        sure: false,
      },
    };
  }

  test('a probe is logged before the visit that made it, with its capture, and what it taught is kept with it', async () => {
    const claim = await claimNotice(store(), URL_1, T0);
    const { probe, page } = probeOf(claim, T0);
    await store().recordVisits([visit(claim, T0, { basis: 'like capture …' }, { probes: [probe], learned: [page] })]);
    const records = await readRecords(store());
    expect(records.map(({ type }) => type)).toEqual(['capture', 'probe', 'observation']);
    for (const [index, record] of records.entries()) expect(await store().rowsAsRecord(record, index)).toEqual(record);
    expect(await store().learned.ofHost(HOST)).toEqual({ pages: [page], probedAt: iso(T0), otherVisited: null });
    expect(await store().learned.ofHost('b.example')).toEqual({ pages: [], probedAt: null, otherVisited: null });
    expect(await store().contradictions()).toEqual([]);
    expect(await store().observationsOf(claim.noticeId)).toMatchObject([{ basis: 'like capture …' }]);
    expect((await store().capturesOf(claim.noticeId)).map(({ url }) => url)).toEqual([]);
  });

  test('the newest page of a kind counts; made again under another recipe it takes its own place alone', async () => {
    const first = await claimNotice(store(), URL_1, T0);
    const old = probeOf(first, T0);
    await store().recordVisits([visit(first, T0, {}, { probes: [old.probe], learned: [old.page] })]);
    const second = await claimNotice(store(), URL_1, T0 + HOUR);
    const young = probeOf(second, T0 + HOUR);
    await store().recordVisits([visit(second, T0 + HOUR, {}, { probes: [young.probe], learned: [young.page] })]);
    expect((await store().learned.ofHost(HOST)).pages).toEqual([young.page]);
    await store().learned.put({ ...old.page, recipe: 'p2' });
    expect((await store().learned.ofHost(HOST)).pages).toEqual([young.page]);
    await store().learned.put({ ...young.page, recipe: 'p2' });
    expect((await store().learned.ofHost(HOST)).pages).toEqual([{ ...young.page, recipe: 'p2' }]);
  });

  test('a notice that its list no longer names says so to its next visit, until it is listed again', async () => {
    const { id } = await addSource(store(), 'http://a.example/feed');
    const other = 'http://a.example/2';
    const look = async (atMs: number, listed: readonly string[], hurry: readonly string[] = []): Promise<void> => {
      const claim = await claimSource(store(), id, atMs);
      const ids = await store().noticesByUrl(hurry);
      await store().recordVisits([
        check(claim, atMs, [item(URL_1), item(other)], { memory: { listed: [...listed] }, hurry: [...ids.values()] }),
      ]);
    };
    const since = async (atMs: number): Promise<string | null | undefined> => {
      const claim = await claimNotice(store(), URL_1, atMs);
      await store().release([{ claim }]);
      return claim.unlistedAt;
    };
    await look(T0, [URL_1, other]);
    expect(await since(T0)).toBeNull();
    await look(T0 + HOUR, [other], [URL_1]);
    expect(await since(T0 + HOUR)).toBe(iso(T0 + HOUR));
    await look(T0 + 2 * HOUR, [other]);
    expect(await since(T0 + 2 * HOUR)).toBe(iso(T0 + HOUR));
    await look(T0 + 3 * HOUR, [URL_1, other]);
    expect(await since(T0 + 3 * HOUR)).toBeNull();
  });
}
