import { expect, test } from 'vitest';
import type { Bench } from './store.ts';
import { HOUR, T0, WORKER, addSource, check, claimNotice, item, request, visit } from './watcher.ts';

/** Visits that somebody asks for, and an end to those that nobody wants. */
export function askedContract({ store }: Bench): void {
  const asked = { worker: WORKER, now: T0, paceMs: 1000, random: () => 0.5, leaseMs: 60_000 };

  test('a source is claimed when somebody asks, paused or not, while its host is free; a paused one stays unscheduled', async () => {
    const { id } = await addSource(store(), 'http://a.example/feed');
    await store().setSourcePaused(id, true, T0);
    const taken = await store().claimSource({ ...asked, id });
    if (!('claim' in taken)) throw new Error(`waits ${taken.waitMs} ms`);
    expect(taken.claim).toMatchObject({ kind: 'source', source: { id, paused: true }, host: 'a.example', startAt: T0 });
    expect(await store().claimSource({ ...asked, id, now: T0 + 1 })).toEqual({ waitMs: expect.any(Number) as number });
    await store().recordVisits([check(taken.claim, T0, [item('http://b.example/1')])]);
    expect(await store().claimSource({ ...asked, id, now: T0 + 400 })).toEqual({ waitMs: 600 });
    expect((await store().listSources()).map(({ health }) => [health.lastSuccessAt !== null, health.nextCheckAt])).toEqual([[true, null]]);
    expect((await store().claimDue(request(T0 + HOUR))).map(({ kind }) => kind)).toEqual(['notice']);
    await store().removeSource(id);
    await expect(store().claimSource({ ...asked, id, now: T0 + HOUR })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a source that is watched is due again after the check that was asked for', async () => {
    const { id } = await addSource(store(), 'http://a.example/feed');
    const taken = await store().claimSource({ ...asked, id });
    if ('claim' in taken) await store().recordVisits([check(taken.claim, T0, [])]);
    const [only] = await store().listSources();
    expect(Date.parse(only?.health.nextCheckAt ?? '')).toBe(T0 + (only?.everyMs ?? 0));
  });

  test('a notice that is followed no more is never due, until somebody captures it again', async () => {
    const url = 'http://a.example/1';
    const claim = await claimNotice(store(), url, T0);
    await store().recordVisits([visit(claim, T0)]);
    expect((await store().claimDue(request(T0 + 100 * HOUR, { limit: 9 }))).length).toBe(1);
    await store().stopFollowing([claim.noticeId, 'n01m8bz7qgh1jj6b2x91x24abze' as never]);
    expect(await store().nextDueInMs(request(T0))).toBeUndefined();
    const again = await claimNotice(store(), url, T0 + 200 * HOUR);
    await store().recordVisits([visit(again, T0 + 200 * HOUR)]);
    expect(await store().nextDueInMs(request(T0 + 200 * HOUR))).toEqual(expect.any(Number));
  });
}
