import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '../src/model/digest.ts';
import type { SourceItem } from '../src/model/source.ts';
import type { Claim, NoticeClaim, Store, Visit, Worker } from '../src/store/port.ts';
import { openSqliteStore } from '../src/store/sqlite/open.ts';

const NOTICES = 50_000;
const BATCHES = [1, 16, 64];
const START = Date.parse('2026-01-01T00:00:00Z');
const HEADS = [
  {
    url: 'http://127.0.0.1/n',
    request: `GET /n HTTP/1.1\r\n${'x'.repeat(300)}`,
    response: `HTTP/1.1 304 Not Modified\r\n${'y'.repeat(400)}`,
  },
];

/**
 * How many unchanged visits a second the embedded store records, in commits of 1, 16 and 64, and what a claim of 64 costs, with 50,000 notices on
 * 2,000 hosts and on one. One JSON object a line; `fsyncMs` is what this disk takes to make 4 kB durable, the floor of a commit.
 * `args[0]`: seconds for each measurement (default 2).
 */
export async function run(args: readonly string[] = []): Promise<void> {
  const seconds = Number(args[0] ?? 2);
  const folder = mkdtempSync(join(tmpdir(), 'dualwatch-bench-store-'));
  try {
    print({ bench: 'store', fsyncMs: fsyncMs(join(folder, 'fsync')) });
    for (const hosts of [2000, 1]) await measure(join(folder, `${hosts}.db`), hosts, seconds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(file: string, hosts: number, seconds: number): Promise<void> {
  const store = await openSqliteStore(file, { create: true });
  const worker: Worker = { id: 'bench', pid: process.pid };
  await store.register(worker);
  const filled = performance.now();
  await fill(store, worker, hosts);
  print({ bench: 'store', hosts, notices: NOTICES, fillMs: round(performance.now() - filled), bytes: statSync(file).size });

  // A pace of 0: what is measured is the store, not the politeness. Time moves on by itself so that all is due again and again.
  let now = START + 1000;
  for (const batch of BATCHES) {
    const claimMs: number[] = [];
    let visits = 0;
    let recordMs = 0;
    const cpu = process.cpuUsage();
    const until = performance.now() + seconds * 1000;
    while (performance.now() < until) {
      const began = performance.now();
      const claims = await store.claimDue({ worker, now, limit: batch, paceMs: 0, random: Math.random, leaseMs: 60_000 });
      const claimed = performance.now();
      claimMs.push(claimed - began);
      await store.recordVisits(claims.map((claim) => unchanged(claim, now)));
      recordMs += performance.now() - claimed;
      visits += claims.length;
      now += 10;
    }
    const { user, system } = process.cpuUsage(cpu);
    const sorted = claimMs.toSorted((a, b) => a - b);
    print({
      bench: 'store',
      hosts,
      batch: Math.min(batch, hosts),
      recordedPerSecond: round(visits / (recordMs / 1000)),
      recordMsPerCommit: round(recordMs / claimMs.length),
      claimMsP50: round(sorted[Math.floor(sorted.length / 2)] ?? 0),
      claimMsP95: round(sorted[Math.floor(sorted.length * 0.95)] ?? 0),
      cpuUsPerVisit: round((user + system) / visits),
    });
  }
  await measureReading(store, hosts);
  await store.close();
}

/** Memory of a list is that of a page of it; what the process gains meanwhile is garbage not yet collected. */
async function measureReading(store: Store, hosts: number): Promise<void> {
  const rss = process.memoryUsage().rss;
  const began = performance.now();
  let listed = 0;
  for await (const notice of store.listNotices({})) listed += notice.id === '' ? 0 : 1;
  const listMs = performance.now() - began;
  const rssGrowthMb = (process.memoryUsage().rss - rss) / 1e6;
  const searched = performance.now();
  let found = 0;
  for await (const notice of store.listNotices({ query: `求购 детектор ${NOTICES - 7}`, limit: 10 })) found += notice.id === '' ? 0 : 1;
  print({
    bench: 'store',
    hosts,
    listed,
    listMs: round(listMs),
    rssGrowthMb: round(rssGrowthMb),
    found,
    searchMs: round(performance.now() - searched),
  });
}

async function fill(store: Store, worker: Worker, hosts: number): Promise<void> {
  const at = new Date(START).toISOString();
  const settings = {
    kind: 'feed',
    url: 'http://feeds.example/f',
    name: 'bench',
    everyMs: 3_600_000_000,
    followMs: 3_600_000,
    robots: 'obey',
    robotsReason: null,
    paceMs: null,
    allowPrivate: false,
    keep: 'changes',
    selector: null,
    credentials: {},
  } as const;
  await store.addSource(settings, at, { at: START, class: 'check', rank: 0, intervalMs: settings.everyMs });
  const [claim] = await store.claimDue({ worker, now: START, limit: 1, paceMs: 0, random: Math.random, leaseMs: 60_000 });
  if (claim?.kind !== 'source') throw new Error('the source is not due');
  const items = Array.from({ length: NOTICES }, (_, n): SourceItem => {
    const host = `127.${1 + Math.floor((n % hosts) / 250)}.0.${1 + ((n % hosts) % 250)}`;
    return { url: `http://${host}/notice/${n}`, title: `求购反无人机设备 закупка детектора ${n}`, publishedAt: at, aliases: [`site:${n}`] };
  });
  const check = {
    type: 'check',
    source: claim.source.id,
    url: claim.source.url,
    at,
    outcome: 'ok',
    capture: null,
    confirms: null,
    payload: null,
    heads: HEADS,
  } as const;
  await store.recordVisits([
    {
      kind: 'source',
      claim,
      capture: null,
      check,
      memory: {},
      health: { ok: true },
      due: { at: START + settings.everyMs, class: 'check', rank: 0, intervalMs: null },
      items,
      hurry: [],
      host: FINE,
    },
  ]);
}

const FINE = { answer: 'fine', holdUntil: null, holdReason: null, extraStarts: 0, paceMs: null } as const;
const DIGEST = sha256('the page');

function unchanged(claim: Claim, now: number): Visit {
  if (claim.kind === 'source') throw new Error('no source is due');
  const at = new Date(now).toISOString();
  return {
    kind: 'notice',
    claim,
    capture: null,
    observation: {
      type: 'observation',
      notice: claim.noticeId,
      url: claim.url,
      at,
      state: 'present',
      reason: null,
      removalKind: null,
      capture: null,
      confirms: DIGEST,
      payload: DIGEST,
      reading: DIGEST,
      heads: HEADS,
    },
    follow: seenAgain(claim, at),
    due: { at: now + 3_600_000, class: 'follow', rank: claim.url.length % 7, intervalMs: 3_600_000 },
    aliases: [claim.url],
    drop: null,
    host: FINE,
  };
}

function seenAgain({ follow }: NoticeClaim, at: string): NoticeClaim['follow'] {
  const seen = { payload: DIGEST, capture: DIGEST, at };
  return {
    ...follow,
    state: 'present',
    reason: null,
    lastSeenPresentAt: at,
    lastVisitAt: at,
    versions: 1,
    reading: DIGEST,
    version: seen,
    newest: seen,
    visits: follow.visits + 1,
  };
}

function fsyncMs(file: string): number {
  const handle = openSync(file, 'w');
  const began = performance.now();
  const rounds = 50;
  for (let n = 0; n < rounds; n += 1) {
    writeSync(handle, Buffer.alloc(4096, n));
    fsyncSync(handle);
  }
  closeSync(handle);
  return round((performance.now() - began) / rounds);
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}

function print(line: Readonly<Record<string, string | number>>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
