import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../store/sqlite/open.ts';
import type { Claim, Store } from '../store/port.ts';
import { check, iso, item, settings, visit, WORKER } from '../../test/contract/watcher.ts';
import { runWatcher, type WatcherOptions } from './watcher.ts';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dualwatch-watcher-'));
  store = await openSqliteStore(join(folder, 'dualwatch.db'), { create: true });
  await store.register(WORKER);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A clock that a test moves; waiting is real, so paces are a millisecond. */
function clockAt(start: number) {
  let wall = start;
  return {
    clock: { now: () => Math.floor(wall + performance.now()), monotonic: () => performance.now() },
    jump: (ms: number) => (wall += ms),
  };
}

const T = Date.parse('2026-06-01T00:00:00Z');

async function watchSource(url: string, items: readonly string[], at: number): Promise<(claim: Claim) => Promise<boolean>> {
  await store.addSource(settings(url), iso(at), { at, class: 'check', rank: 0, intervalMs: 1000 });
  return async (claim) => {
    const now = Math.floor(T + performance.now());
    if (claim.kind === 'source')
      await store.recordVisits([
        check(
          claim,
          now,
          items.map((one) => item(one)),
        ),
      ]);
    else await store.recordVisits([visit(claim, now)]);
    return true;
  };
}

function options(more: Partial<WatcherOptions> & Pick<WatcherOptions, 'visit' | 'clock'>): WatcherOptions {
  return {
    store,
    worker: WORKER,
    random: () => 0.5,
    room: () => 8,
    paceMs: 1,
    leaseMs: 60_000,
    once: true,
    everything: false,
    signal: AbortSignal.timeout(20_000),
    onError: (_, error) => {
      throw error;
    },
    paused: async () => undefined,
    ...more,
  };
}

describe('the watcher', () => {
  it('with once checks what is due, visits what follows from it, no address twice, and ends', async () => {
    const { clock } = clockAt(T);
    const made: string[] = [];
    const act = await watchSource('https://feed.example/', ['https://a.example/1', 'https://a.example/2', 'https://b.example/1'], T);
    const done = await runWatcher(
      options({
        clock,
        visit: async (claim) => {
          made.push(claim.kind === 'source' ? claim.source.url : claim.url);
          return act(claim);
        },
      }),
    );
    expect(made.toSorted()).toEqual(['https://a.example/1', 'https://a.example/2', 'https://b.example/1', 'https://feed.example/']);
    expect(done.visits).toBe(4);
  });

  it('comes back to a claim that was put off', async () => {
    const { clock } = clockAt(T);
    const act = await watchSource('https://feed.example/', [], T);
    let asked = 0;
    const done = await runWatcher(
      options({
        clock,
        visit: async (claim) => {
          asked += 1;
          if (asked > 1) return act(claim);
          await store.release([{ claim }]);
          return false;
        },
      }),
    );
    expect([asked, done.visits]).toEqual([2, 1]);
  });

  it('makes no visit while it is paused, and once then ends', async () => {
    const { clock } = clockAt(T);
    await watchSource('https://feed.example/', [], T);
    const done = await runWatcher(options({ clock, paused: async () => 'the disk is full', visit: async () => expect.fail('a visit') }));
    expect(done.visits).toBe(0);
  });

  it('records a clock that jumps', async () => {
    const { clock, jump } = clockAt(T);
    const act = await watchSource('https://feed.example/', ['https://a.example/1'], T);
    await runWatcher(
      options({
        clock,
        visit: async (claim) => {
          if (claim.kind === 'source') jump(3 * 3_600_000);
          return act(claim);
        },
      }),
    );
    const entries = (await store.readLog(0, await store.logSize())).map(
      ({ bytes }) =>
        JSON.parse(Buffer.from(bytes).toString()) as { readonly type: string; readonly event?: string; readonly detail?: string },
    );
    expect(entries.filter((entry) => entry.type === 'event')).toMatchObject([
      { event: 'clock-jump', detail: expect.stringContaining('10800 s') as string },
    ]);
  });

  it('goes on after a clock that was far ahead', async () => {
    const ahead = T + 400 * 86_400_000;
    const act = await watchSource('https://feed.example/', [], ahead);
    const claims = await store.claimDue({ worker: WORKER, now: ahead, limit: 1, paceMs: 1000, random: () => 0, leaseMs: 60_000 });
    const [claim] = claims;
    if (claim?.kind !== 'source') throw new Error('the source is not due');
    await store.recordVisits([check(claim, ahead, [])]);
    const { clock } = clockAt(T);
    const done = await runWatcher(options({ clock, everything: true, visit: act }));
    expect(done.visits).toBe(1);
  });

  it('gives a claim back when its visit fails, and goes on with the rest', async () => {
    const { clock } = clockAt(T);
    const failed: unknown[] = [];
    const act = await watchSource('https://feed.example/', ['https://a.example/1', 'https://b.example/1'], T);
    const done = await runWatcher(
      options({
        clock,
        onError: (_, error) => failed.push(error) > 0,
        visit: async (claim) => {
          if (claim.kind === 'notice' && claim.url.startsWith('https://a.')) throw new Error('a fault');
          return act(claim);
        },
      }),
    );
    expect(failed).toHaveLength(1);
    expect(done.visits).toBe(2);
  });

  it('ends when it is told to, after the visits under way', async () => {
    const { clock } = clockAt(T);
    const stop = new AbortController();
    const act = await watchSource('https://feed.example/', [], T);
    const done = await runWatcher(
      options({
        clock,
        once: false,
        signal: stop.signal,
        visit: async (claim) => {
          stop.abort();
          await new Promise((resolve) => setImmediate(resolve));
          return act(claim);
        },
      }),
    );
    expect(done.visits).toBe(1);
  });
});
