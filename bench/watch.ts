/** The watcher on a loopback site: captures a second, unchanged checks a second, item to stored, peak memory. `--hosts 2000 --per-host 25 --page-bytes 20000 --specimen page.html --noise --pace 1s --rounds first,unchanged,changed` */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { configOf, openHome, type OpenHome } from '../src/work/home.ts';
import type { Config } from '../src/model/config.ts';
import type { Visited } from '../src/work/visit-claim.ts';
import { watchHome } from '../src/work/watch-home.ts';
import { hostAt, startPublisher, type Publisher } from './publisher/start.ts';

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      hosts: { type: 'string', default: '2000' },
      'per-host': { type: 'string', default: '25' },
      'page-bytes': { type: 'string', default: '20000' },
      pace: { type: 'string', default: '1s' },
      specimen: { type: 'string' },
      noise: { type: 'boolean', default: false },
      rounds: { type: 'string', default: 'first,unchanged' },
      keep: { type: 'boolean', default: false },
    },
  });
  const [hosts, perHost] = [Number(values.hosts), Number(values['per-host'])];
  const folder = mkdtempSync(join(tmpdir(), 'dualwatch-bench-'));
  const publisher = await startPublisher({ hosts, perHost, pageBytes: Number(values['page-bytes']), noise: values.noise, ...(values.specimen ? { specimen: values.specimen } : {}) });
  const { paths, config } = configOf({ env: {}, overrides: { home: folder, 'fetch.pace': values.pace, 'disk.minFree': '0B' } });
  const home = await openHome(paths, { create: true });
  try {
    console.log(`${hosts} sources on as many loopback hosts, ${hosts * perHost} notices of ${values.specimen ?? `${values['page-bytes']} bytes`}, pace ${values.pace}`);
    await addSources(home, hosts, publisher.port);
    for (const round of values.rounds.split(',')) {
      if (round === 'changed') await publisher.nextVersion();
      await measure(round, home, config, publisher);
    }
  } finally {
    await home.store.close();
    publisher.stop();
    if (!values.keep) rmSync(folder, { recursive: true, force: true });
    else console.log(`home kept in ${folder}`);
  }
}

async function addSources(home: OpenHome, hosts: number, port: number): Promise<void> {
  const began = performance.now();
  for (let n = 0; n < hosts; n += 1) {
    const url = `http://${hostAt(n)}:${port}/feed.xml`;
    await home.store.addSource(
      { kind: 'feed', url, name: url, everyMs: 900_000, followMs: 21_600_000, robots: 'obey', robotsReason: null, paceMs: null, allowPrivate: true, keep: 'changes', selector: null, credentials: {} },
      new Date().toISOString(),
      { at: Date.now(), class: 'check', rank: 0, intervalMs: 900_000 },
    );
  }
  console.log(`added in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

async function measure(round: string, home: OpenHome, config: Config, publisher: Publisher): Promise<void> {
  const latencies: { readonly sincePace: number; readonly sinceListed: number }[] = [];
  const made = { checks: 0, visits: 0, captures: 0 };
  let peak = 0;
  let most = process.memoryUsage();
  const memory = setInterval(() => {
    const now = process.memoryUsage();
    if (now.rss > peak) [peak, most] = [now.rss, now];
  }, 100);
  const progress = setInterval(() => console.error(`  ${round}: ${made.checks} checks, ${made.visits} visits, ${made.captures} captures, ${Math.round(peak / 1e6)} MB`), 15_000);
  await publisher.counts();
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  let last = began;
  await watchHome(home, config, {
    once: true,
    now: round !== 'first',
    signal: new AbortController().signal,
    onNote: (level, message) => console.error(`${level}: ${message}`),
    onVisit: (visited) => note(visited),
  });
  clearInterval(memory);
  clearInterval(progress);
  const seconds = (last - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const counts = await publisher.counts();
  const rate = (count: number): string => (count / seconds).toFixed(1);
  const visits = made.checks + made.visits;
  console.log(
    `${round}: ${visits} visits in ${seconds.toFixed(1)} s = ${rate(visits)}/s; ${made.captures} captures = ${rate(made.captures)}/s; item to stored p95 ${p95(latencies.map((one) => one.sincePace))} ms after the pace lets it start, ${p95(latencies.map((one) => one.sinceListed))} ms after it was listed; ` +
      `CPU ${((user + system) / 1000 / visits).toFixed(2)} ms a visit (publisher ${(counts.cpuMs / visits).toFixed(2)} so far); peak ${Math.round(peak / 1e6)} MB (heap ${Math.round(most.heapUsed / 1e6)} of ${Math.round(most.heapTotal / 1e6)}, buffers ${Math.round(most.external / 1e6)}); ${counts.notModified} of ${counts.requests} answers were 304; at most ${counts.maxPerHost} at one host`,
  );

  function note(visited: Visited): void {
    last = performance.now();
    if (visited.kind === 'source') made.checks += 1;
    else {
      made.visits += 1;
      const { claim } = visited.prepared.visit;
      latencies.push({ sincePace: Date.now() - claim.startAt, sinceListed: Date.now() - Date.parse(claim.firstSeenAt) });
    }
    if (visited.prepared.visit.capture) made.captures += 1;
  }
}

function p95(values: readonly number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0);
}
