import { expect, test } from 'vitest';
import type { Bench } from './store.ts';
import {
  HOUR,
  T0,
  addSource,
  all,
  capture,
  check,
  claimNotice,
  claimSource,
  derived,
  item,
  iso,
  listed,
  request,
  settings,
  visit,
} from './watcher.ts';

/** Sources: what a user decided, their health, pausing and removing. */
export function sourceContract({ store, place }: Bench): void {
  test('a source is found by id, address and name, as it was added, by another user of the data too', async () => {
    const added = await addSource(store(), 'http://a.example/feed', {
      name: 'A',
      credentials: { cookie: 'x' },
      paceMs: 5000,
      selector: 'a.item',
    });
    const other = await place().open();
    for (const key of [added.id, added.url, added.name]) expect(await other.findSource(key)).toEqual(added);
    expect(await other.findSource('B')).toBeUndefined();
    await other.close();
  });

  test('a name that two sources have names neither', async () => {
    const [one, two] = [
      await addSource(store(), 'http://a.example/1', { name: 'A' }),
      await addSource(store(), 'http://a.example/2', { name: 'A' }),
    ];
    const found = await store()
      .findSource('A')
      .catch((error: unknown) => error);
    expect(found).toMatchObject({ code: 'usage', message: expect.stringContaining([one.id, two.id].toSorted().join(', ')) as string });
    await store().removeSource(one.id);
    expect(await store().findSource('A')).toEqual(two);
  });

  test('a list of many items is recorded whole, and what the next check goes by with it', async () => {
    const { id } = await addSource(store(), 'http://a.example/feed');
    const items = Array.from({ length: 620 }, (_, n) => item(`http://a.example/${n}`));
    const memory = { etag: '"1"', listed: items.map(({ url }) => url) };
    const claim = await claimSource(store(), id, T0);
    const [recorded] = await store().recordVisits([{ ...check(claim, T0, items), memory }]);
    expect(recorded?.newNotices.map(({ url }) => url)).toEqual(memory.listed);
    expect((await store().listSources())[0]?.health.notices).toBe(620);
    expect((await claimSource(store(), id, T0 + HOUR)).memory).toEqual(memory);
  });

  test('of a list whose recorder ended halfway the next check knows nothing that it did not know before', async () => {
    const { id } = await addSource(store(), 'http://a.example/list');
    const known = { listed: ['http://a.example/old'], bodies: ['0'], baseline: ['h0'] };
    const first = await claimSource(store(), id, T0);
    await store().recordVisits([check(first, T0, [item('http://a.example/old')], { memory: { ...known, etag: '"1"', payload: 'p0' } })]);
    const items = Array.from({ length: 300 }, (_, n) => item(`http://a.example/${n}`));
    const urls = items.map(({ url }) => url);
    const memory = { etag: '"2"', payload: 'p1', warnings: ['one'], listed: urls, bodies: urls, baseline: ['h0', ...urls] };
    const halfway = async (at: number) => {
      const other = await place().open();
      const recording = other.recordVisits([check(await claimSource(store(), id, at), at, items, { memory })]);
      await Promise.all([other.close(), expect(recording).rejects.toBeDefined()]);
    };
    await halfway(T0 + HOUR);
    const noticesNow = async () => (await store().listSources())[0]?.health.notices ?? 0;
    expect(await noticesNow()).toBeLessThan(301);
    const again = await claimSource(store(), id, T0 + 2 * HOUR);
    expect(again.memory).toEqual({ ...known, warnings: ['one'] });
    await store().recordVisits([check(again, T0 + 2 * HOUR, items, { memory })]);
    expect(await noticesNow()).toBe(301);
    expect((await claimSource(store(), id, T0 + 3 * HOUR)).memory).toEqual(memory);
  });

  test('the capture of a list is read when all that it lists has been recorded, or another check follows on one that ended halfway', async () => {
    const { id } = await addSource(store(), 'http://a.example/feed');
    const items = Array.from({ length: 510 }, (_, n) => item(`http://a.example/${n}`));
    const unread = async () => (await store().underived('r1', 10)).map((row) => row.capture);
    const checked = async (at: number) => {
      const claim = await claimSource(store(), id, at);
      const made = capture(claim, at);
      return { made: made.record.sha256, visit: check(claim, at, items, { capture: made, memory: { capture: made.record.sha256 } }) };
    };
    const one = await checked(T0);
    const whole = store().recordVisits([one.visit]);
    expect(await unread()).toEqual([]);
    await whole;
    expect(await unread()).toEqual([one.made]);
    await store().markDerived(one.made, 'r1');

    const two = await checked(T0 + HOUR);
    const other = await place().open();
    const recording = other.recordVisits([two.visit]);
    await Promise.all([other.close(), expect(recording).rejects.toBeDefined()]);
    expect(await unread()).toEqual([]);
    // Whoever records it may still be at it a minute later.
    const soon = { ...two.visit.claim, memory: { capture: two.made } };
    await store().recordVisits([check(soon, T0 + HOUR + 60_000, [], { memory: soon.memory })]);
    expect(await unread()).toEqual([]);
    await store().recordVisits([check(await claimSource(store(), id, T0 + 2 * HOUR), T0 + 2 * HOUR, [])]);
    expect(await unread()).toEqual([two.made]);
  });

  test('an address is watched once; after removal it may be added again, under a new id', async () => {
    const first = await addSource(store(), 'http://a.example/feed');
    await expect(addSource(store(), 'http://a.example/feed')).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('http://a.example/feed') as string,
    });
    await store().removeSource(first.id);
    expect(await store().findSource(first.id)).toBeUndefined();
    const second = await addSource(store(), 'http://a.example/feed');
    expect(second.id).not.toBe(first.id);
    expect((await store().listSources()).map(({ id }) => id)).toEqual([second.id]);
  });

  test('what is decided about a source anew holds from the next visit on; a shorter interval brings the next check forward', async () => {
    const added = await addSource(store(), 'http://a.example/feed', { name: 'A', everyMs: 24 * HOUR, credentials: { cookie: 'x' } });
    await store().recordVisits([check(await claimSource(store(), added.id, T0), T0, [])]);
    const nextAt = async () => (await store().listSources())[0]?.health.nextCheckAt;
    await store().changeSource(added.id, { everyMs: HOUR, name: 'B', robots: 'ignore', robotsReason: 'a court order' }, T0);
    const changed = await store().findSource('B');
    expect(changed).toEqual({ ...added, everyMs: HOUR, name: 'B', robots: 'ignore', robotsReason: 'a court order' });
    expect([await store().findSource('A'), await nextAt()]).toEqual([undefined, iso(T0 + HOUR)]);
    await store().changeSource(added.id, { everyMs: 48 * HOUR }, T0);
    expect(await nextAt()).toBe(iso(T0 + HOUR));
    await store().setSourcePaused(added.id, true, T0);
    await store().changeSource(added.id, { everyMs: HOUR }, T0);
    expect(await nextAt()).toBeNull();
    await store().removeSource(added.id);
    await expect(store().changeSource(added.id, { name: 'C' }, T0)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a notice whose page gives no date has the one that its source gave', async () => {
    const source = await addSource(store(), 'http://a.example/feed');
    const [dated, undated] = [item('http://a.example/dated', { publishedAt: iso(T0 - HOUR) }), item('http://a.example/undated')];
    await store().recordVisits([check(await claimSource(store(), source.id, T0), T0, [dated, undated])]);
    for (const { url } of [dated, undated]) {
      const claim = await claimNotice(store(), url, T0);
      const made = capture(claim, T0);
      await store().recordVisits([visit(claim, T0, { capture: made.record.sha256 }, { capture: made })]);
      await store().recordReadings([derived(claim.noticeId, made.record.sha256, 'A', 'one')]);
    }
    expect(await store().findNotice(dated.url)).toMatchObject({ title: 'A', publishedAt: iso(T0 - HOUR), lagSeconds: 3600 });
    expect(await store().findNotice(undated.url)).toMatchObject({ title: 'A', publishedAt: null, lagSeconds: null });
  });

  test('health tells checks, failures in a row, lag and number of notices', async () => {
    const source = await addSource(store(), 'http://a.example/feed');
    const items = [5, 10, 60].map((minutes) => item(`http://a.example/${minutes}`, { publishedAt: iso(T0 - minutes * 60_000) }));
    await store().recordVisits([
      check(await claimSource(store(), source.id, T0), T0, [...items, item('http://a.example/day', { publishedAt: '2026-02-20' })]),
    ]);
    const fails = async (atMs: number) =>
      store().recordVisits([
        check(await claimSource(store(), source.id, atMs), atMs, [], {
          health: { ok: false, error: 'http 500' },
          due: { at: atMs, class: 'check', rank: 0, intervalMs: null },
        }),
      ]);
    await fails(T0 + HOUR);
    await fails(T0 + 2 * HOUR);
    const [only] = await store().listSources();
    expect(only?.health).toEqual({
      lastCheckAt: iso(T0 + 2 * HOUR),
      lastSuccessAt: iso(T0),
      nextCheckAt: iso(T0 + 2 * HOUR),
      errorStreak: 2,
      lastError: 'http 500',
      lagSeconds: 600,
      notices: 4,
    });
    const claim = await claimSource(store(), source.id, T0 + 3 * HOUR);
    expect(claim.errorStreak).toBe(2);
    await store().recordVisits([check(claim, T0 + 3 * HOUR, [])]);
    expect((await store().listSources())[0]?.health).toMatchObject({ errorStreak: 0, lastError: null, lastSuccessAt: iso(T0 + 3 * HOUR) });
  });

  test('what a list warned of stands with its health until the next list', async () => {
    const source = await addSource(store(), 'http://a.example/feed');
    const health = async () => (await store().listSources())[0]?.health;
    for (const [n, memory] of [{ warnings: ['one', 'two'] }, {}].entries()) {
      await store().recordVisits([check(await claimSource(store(), source.id, T0 + n * HOUR), T0 + n * HOUR, [], { memory })]);
      expect((await health())?.warnings).toEqual(memory.warnings);
    }
  });

  test('memory of a check is given to the next', async () => {
    const source = await addSource(store(), 'http://a.example/feed');
    const first = await claimSource(store(), source.id, T0);
    expect(first.memory).toEqual({});
    const memory = { etag: '"1"', listed: ['求购', 'b'] };
    await store().recordVisits([check(first, T0, [], { memory })]);
    expect((await claimSource(store(), source.id, T0 + HOUR)).memory).toEqual(memory);
  });

  test('a paused source is not claimed, and is due at once when it goes on', async () => {
    const source = await addSource(store(), 'http://a.example/feed');
    const claim = await claimSource(store(), source.id, T0);
    await store().setSourcePaused(source.id, true, T0);
    // A check under way when it was paused is recorded, and does not schedule the next.
    await store().recordVisits([check(claim, T0, [])]);
    expect(await store().claimDue(request(T0 + 999 * HOUR))).toEqual([]);
    expect((await store().listSources())[0]).toMatchObject({ paused: true, health: { nextCheckAt: null, lastCheckAt: iso(T0) } });
    await store().setSourcePaused(source.id, false, T0 + HOUR);
    expect(await store().claimDue(request(T0 + HOUR))).toMatchObject([{ kind: 'source', source: { id: source.id, paused: false } }]);
  });

  test('notices of a removed source are followed on, by its settings without its credentials', async () => {
    const { source, ids } = await listed(store(), [item('http://n.example/1')]);
    await store().removeSource(source.id);
    const [claim] = await store().claimDue(request(T0 + HOUR));
    expect(claim).toMatchObject({ kind: 'notice', noticeId: ids[0], source: { id: source.id, credentials: {} } });
    expect((await all(store().listNotices({})))[0]?.sources).toMatchObject([{ id: source.id, name: source.name }]);
  });

  test('a listing keeps its first time; an item known by url or alias is not made twice', async () => {
    const url = 'http://n.example/1';
    const { source, ids } = await listed(store(), [item(url, { aliases: ['key:1'] })]);
    const claim = await claimSource(store(), source.id, T0 + HOUR);
    const [again] = await store().recordVisits([
      check(claim, T0 + HOUR, [item(url), item('http://n.example/one', { aliases: ['key:1'] }), item('http://n.example/2')]),
    ]);
    expect(again?.newNotices.map((made) => made.url)).toEqual(['http://n.example/2']);
    const notice = await store().findNotice('http://n.example/one');
    expect(notice).toMatchObject({ id: ids[0], url, firstSeenAt: iso(T0), sources: [{ id: source.id, firstSeenAt: iso(T0) }] });
    expect(notice?.aliases).toEqual(['http://n.example/one', 'key:1']);
  });

  test('the claim of a notice has the settings of the source that visits most often', async () => {
    const slow = await store().addSource(settings('http://a.example/slow', { followMs: 9 * HOUR }), iso(T0), {
      at: T0,
      class: 'check',
      rank: 0,
      intervalMs: null,
    });
    const fast = await store().addSource(settings('http://a.example/fast', { followMs: HOUR }), iso(T0), {
      at: T0,
      class: 'check',
      rank: 0,
      intervalMs: null,
    });
    for (const { id } of [slow, fast])
      await store().recordVisits([check(await claimSource(store(), id, T0), T0, [item('http://n.example/1')])]);
    expect(await store().claimDue(request(T0))).toMatchObject([{ kind: 'notice', source: { id: fast.id } }]);
    expect((await store().findNotice('http://n.example/1'))?.sources.map(({ id }) => id).toSorted()).toEqual([slow.id, fast.id].toSorted());
  });
}
