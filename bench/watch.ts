/** The watcher on a loopback site: captures a second, unchanged checks a second, item to stored, peak memory. `--sources 2000 --hosts 100 --per-source 25 --page-bytes 20000 --specimen page.html --noise --pace 1s --rounds first,unchanged,changed` */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { configOf, openHome, type OpenHome } from '../src/work/home.ts';
import { watchFeed } from './publisher/watch-feed.ts';
import { hostAt, startPublisher, type Publisher } from './publisher/start.ts';

const BIN = fileURLToPath(new URL('../bin/dualwatch.js', import.meta.url));

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sources: { type: 'string', default: '2000' },
      hosts: { type: 'string', default: '100' },
      'per-source': { type: 'string', default: '25' },
      'page-bytes': { type: 'string', default: '20000' },
      pace: { type: 'string', default: '1s' },
      specimen: { type: 'string' },
      noise: { type: 'boolean', default: false },
      rounds: { type: 'string', default: 'first,unchanged' },
      keep: { type: 'boolean', default: false },
    },
  });
  const [sources, hosts, perSource] = [Number(values.sources), Number(values.hosts), Number(values['per-source'])];
  const folder = mkdtempSync(join(tmpdir(), 'dualwatch-bench-'));
  const publisher = await startPublisher({
    perSource,
    pageBytes: Number(values['page-bytes']),
    noise: values.noise,
    ...(values.specimen ? { specimen: values.specimen } : {}),
  });
  const { paths } = configOf({ env: {}, overrides: { home: folder } });
  const home = await openHome(paths, { create: true });
  try {
    console.log(
      `${sources} sources on ${hosts} loopback hosts, ${sources * perSource} notices of ${values.specimen ?? `${values['page-bytes']} bytes`}, pace ${values.pace}`,
    );
    await addSources(home, sources, hosts, publisher.port);
    await home.store.close();
    for (const round of values.rounds.split(',')) {
      if (round === 'changed') await publisher.nextVersion();
      await measure(round, folder, values.pace, publisher);
    }
  } finally {
    publisher.stop();
    if (!values.keep) rmSync(folder, { recursive: true, force: true });
    else console.log(`home kept in ${folder}`);
  }
}

async function addSources(home: OpenHome, sources: number, hosts: number, port: number): Promise<void> {
  const began = performance.now();
  for (let n = 0; n < sources; n += 1) {
    const url = `http://${hostAt(n % hosts)}:${port}/feed/${Math.floor(n / hosts)}.xml`;
    await watchFeed(home, url, { everyMs: 900_000, followMs: 21_600_000 });
  }
  console.log(`added in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

interface Line {
  readonly kind: 'check' | 'visit';
  readonly capture?: string | null;
  readonly new?: number;
  readonly firstSeenAt?: string;
  readonly allowedAt: string;
  readonly recordedAt: string;
}

/** How a watcher is kept small that stays: what is measured here ends by itself, but stands for one that does not. */
const { SMALL } = createRequire(import.meta.url)('../bin/start.js') as {
  readonly SMALL: { readonly tight: readonly string[]; readonly malloc: Readonly<Record<string, string>> };
};

/** One run of the real program, `watch --once`, as a process of its own. */
async function measure(round: string, folder: string, pace: string, publisher: Publisher): Promise<void> {
  await publisher.counts();
  const env = {
    ...process.env,
    ...SMALL.malloc,
    DUALWATCH_HOME: folder,
    DUALWATCH_FETCH_PACE: pace,
    DUALWATCH_DISK_MIN_FREE: '0B',
    DUALWATCH_IMAGES_KEEP: 'no',
  };
  const child = spawn(process.execPath, [...SMALL.tight, BIN, 'watch', '--once', '--json', ...(round === 'first' ? [] : ['--now'])], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const usage = watchUsage(child.pid ?? 0);
  const times = { sincePace: [] as number[], sinceListed: [] as number[] };
  const made = { checks: 0, visits: 0, captures: 0 };
  let [first, last] = [0, 0];
  for await (const text of createInterface({ input: child.stdout })) {
    const line = JSON.parse(text) as Line;
    last = Date.parse(line.recordedAt);
    first ||= last;
    if (line.kind === 'check') made.checks += 1;
    else {
      made.visits += 1;
      times.sincePace.push(last - Date.parse(line.allowedAt));
      times.sinceListed.push(last - Date.parse(line.firstSeenAt ?? line.allowedAt));
    }
    if (line.capture) made.captures += 1;
  }
  const { peakMb, cpuMs } = usage.stop();
  const counts = await publisher.counts();
  const visits = made.checks + made.visits;
  const seconds = Math.max(0.001, (last - first) / 1000);
  console.log(
    `${round}: ${visits} visits in ${seconds.toFixed(1)} s = ${(visits / seconds).toFixed(1)}/s, ${made.captures} captures of notices = ${(made.captures / seconds).toFixed(1)}/s`,
  );
  console.log(
    `  item to stored, p95: ${p95(times.sincePace)} ms after the host's pace let it start, ${p95(times.sinceListed)} ms after it was first listed`,
  );
  console.log(
    `  CPU ${(cpuMs / visits).toFixed(2)} ms a visit (publisher ${(counts.cpuMs / visits).toFixed(2)}, all rounds); peak memory ${peakMb} MB; ${counts.notModified} of ${counts.requests} answers 304; at most ${counts.maxPerHost} at one host`,
  );
}

/** Memory and processor time of a process, read from the system while it runs. */
function watchUsage(pid: number): { readonly stop: () => { readonly peakMb: number; readonly cpuMs: number } } {
  let [peakKb, ticks] = [0, 0];
  const timer = setInterval(() => {
    try {
      peakKb = Math.max(peakKb, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0));
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      ticks = Number(fields[11]) + Number(fields[12]);
    } catch {
      // It has ended.
    }
  }, 50);
  return {
    stop() {
      clearInterval(timer);
      return { peakMb: Math.round(peakKb / 1000), cpuMs: ticks * 10 };
    },
  };
}

function p95(values: readonly number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0);
}
