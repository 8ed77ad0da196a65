import { expect, test } from 'vitest';
import type { NoticeId } from '../../src/model/ids.ts';
import type { ClaimRequest, Store } from '../../src/store/port.ts';
import type { Bench } from './store.ts';
import { FINE, HOUR, T0, addSource, check, item, listed, request, subjectOf, visit, visitAt } from './watcher.ts';

/** `watch --once` and `--now`. */
export function runContract({ store }: Bench): void {
  test('a run takes what was due at its start and what it makes itself, nothing twice, and knows when it is done', async () => {
    const source = await addSource(store(), 'http://a.example/feed', { everyMs: 1000 });
    await listed(store(), [item('http://b.example/old')], T0, 'http://b.example/feed');
    await visitAt(store(), 'http://b.example/old', T0, {}, { due: { at: T0 + 5 * HOUR, class: 'follow', rank: 0, intervalMs: null } });
    const items = [1, 2, 3].map((n) => item(`http://a.example/${n}`));
    const { visited, calls } = await runThrough(store(), T0 + 2000, { dueBefore: T0 + 2000 }, [source.id, items]);
    const mine = visited.filter((url) => url.startsWith('http://a.example'));
    expect(mine[0]).toBe('http://a.example/feed');
    expect(mine.slice(1).toSorted()).toEqual(items.map(({ url }) => url));
    expect(visited).not.toContain('http://b.example/old');
    expect(calls).toBeLessThan(20);
  });

  test('a run visits an older notice that one of its checks hurries, once; the next run has nothing of it left', async () => {
    const source = await addSource(store(), 'http://a.example/feed', { everyMs: 1000 });
    const urls = ['http://b.example/1', 'http://b.example/2', 'http://a.example/3'];
    const { ids } = await listed(
      store(),
      urls.map((url) => item(url)),
      T0,
      'http://c.example/feed',
    );
    for (const url of urls) await visitAt(store(), url, T0);
    const now = T0 + 60_000;
    // The check is made a moment after the run has begun, and what it hurries is due then.
    const hurry = ids.filter((_, n) => n !== 1);
    const { visited, calls } = await runThrough(store(), now + 10, { dueBefore: now }, [source.id, []], hurry);
    expect(visited).toEqual(['http://a.example/feed', 'http://b.example/1', 'http://a.example/3']);
    expect(calls).toBeLessThan(10);
    expect((await runThrough(store(), now + 60_000, { dueBefore: now + 60_000 }, [source.id, []])).visited).toEqual([
      'http://a.example/feed',
    ]);
  });

  test('a run does not wait for a host that is held; --now visits it and what is not due, once each', async () => {
    const source = await addSource(store(), 'http://a.example/feed');
    const urls = Array.from({ length: 5 }, (_, n) => `http://held.example/${n}`);
    await listed(
      store(),
      urls.map((url) => item(url)),
      T0,
      'http://c.example/feed',
    );
    for (const url of urls.slice(0, 4)) await visitAt(store(), url, T0);
    await visitAt(
      store(),
      urls[4] ?? '',
      T0,
      {},
      {
        due: { at: T0, class: 'new', rank: 0, intervalMs: null },
        host: { ...FINE, answer: 'silent', holdUntil: T0 + 9 * HOUR, holdReason: '429' },
      },
    );
    const now = T0 + HOUR / 2;
    const once = await runThrough(store(), now, { dueBefore: now }, [source.id, []]);
    expect(once.visited.filter((url) => url.startsWith('http://held'))).toEqual([]);
    const forced = await runThrough(store(), now + 60_000, { dueBefore: now + 60_000, everything: true }, [source.id, []]);
    expect(forced.visited.toSorted()).toEqual([...urls, 'http://a.example/feed', 'http://c.example/feed'].toSorted());
  });

  test('without limits, nextDueInMs is the time to the next due visit, or undefined where none is scheduled', async () => {
    expect(await store().nextDueInMs({ now: T0 })).toBeUndefined();
    await addSource(store(), 'http://a.example/feed', {}, { at: T0 + 500 });
    expect(await store().nextDueInMs({ now: T0 })).toBe(500);
    expect(await store().nextDueInMs({ now: T0 + 900 })).toBe(0);
  });
}

/** Does what `watch --once` does: claims, records, waits as long as it is told to. The addresses visited, in order. */
async function runThrough(
  store: Store,
  startMs: number,
  limits: Pick<ClaimRequest, 'dueBefore' | 'everything'>,
  [id, items]: readonly [string, readonly ReturnType<typeof item>[]],
  hurry: readonly NoticeId[] = [],
) {
  const not = new Set<string>();
  const visited: string[] = [];
  let calls = 0;
  for (let now = startMs; ; calls += 1) {
    if (calls > 100) throw new Error('the run does not end');
    const claims = await store.claimDue(request(now, { ...limits, not }));
    for (const claim of claims) {
      not.add(subjectOf(claim));
      visited.push(claim.kind === 'source' ? claim.source.url : claim.url);
      await store.recordVisits([
        claim.kind === 'source'
          ? check(claim, now, claim.source.id === id ? items : [], claim.source.id === id ? { hurry } : {})
          : visit(claim, now),
      ]);
    }
    const wait = await store.nextDueInMs({ now, ...limits, not });
    if (wait === undefined) return { visited, calls };
    now += wait;
  }
}
