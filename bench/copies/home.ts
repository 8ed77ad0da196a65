import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/capture/clock.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import type { Store } from '../../src/store/port.ts';
import { NoticeComparer } from '../../src/work/copies/compare-notices.ts';
import { capture, derived, item, listed, request, T0, visit, WORKER } from '../../test/contract/watcher.ts';
import type { Corpus } from './corpus.ts';
import { percentile } from './score.ts';

/** What a home costs that compares its notices. */
export interface HomeCost {
  /** Of all notices but the last, in one run: milliseconds of CPU for each, taking it in and looking for its copies. */
  readonly each: number;
  readonly found: number;
  /** Of those that come afterwards, one at a time: milliseconds of CPU from the run's begin to its end. */
  readonly p50: number;
  readonly p95: number;
}

/** At most so many are listed by one check of a source. */
const LISTED = 1000;

/** Puts the notices of a corpus into a home, compares them all, then lets `late` more come one by one, as a watcher does. */
export async function costOfHome(corpus: Corpus, late: number): Promise<HomeCost> {
  const home = mkdtempSync(join(tmpdir(), 'dualwatch-home-'));
  const store = await openSqliteStore(join(home, 'dualwatch.db'), { create: true });
  const texts: string[] = [];
  try {
    corpus.each((_, text) => void texts.push(text));
    const first = texts.length - late;
    for (let from = 0; from < first; from += LISTED) await publish(store, texts.slice(from, Math.min(first, from + LISTED)), from);
    const comparer = new NoticeComparer({ store, home, worker: WORKER, clock: systemClock, note: () => {} });
    let compared = { notices: 0, found: 0 };
    const all = await cpuMs(async () => (compared = await comparer.run()));
    const waits: number[] = [];
    for (let n = first; n < texts.length; n += 1) {
      await publish(store, texts.slice(n, n + 1), n);
      waits.push(await cpuMs(() => comparer.run()));
    }
    return { each: all / compared.notices, found: compared.found, p50: percentile(waits, 0.5), p95: percentile(waits, 0.95) };
  } finally {
    await store.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Lists notices, visits them and reads what they say: the first is the corpus's `from`-th. */
async function publish(store: Store, texts: readonly string[], from: number): Promise<void> {
  const byUrl = new Map(texts.map((text, n) => [`http://h${from + n}.example/1`, text]));
  const at = T0 + from;
  await listed(
    store,
    [...byUrl.keys()].map((url) => item(url)),
    at,
  );
  for (let left = texts.length; left > 0;) {
    const claims = (await store.claimDue(request(at, { paceMs: 0 }))).filter((claim) => claim.kind === 'notice');
    if (claims.length === 0) throw new Error(`${left} notices are not due`);
    const made = claims.map((claim) => ({ claim, captured: capture(claim, at) }));
    await store.recordVisits(
      made.map(({ claim, captured }) => visit(claim, at, { capture: captured.record.sha256 }, { capture: captured })),
    );
    await store.recordReadings(
      made.map(({ claim, captured }) => {
        const text = byUrl.get(claim.url) ?? '';
        const end = text.indexOf('\n');
        return derived(claim.noticeId, captured.record.sha256, text.slice(0, end), text.slice(end + 1));
      }),
    );
    left -= claims.length;
  }
}

async function cpuMs(act: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
