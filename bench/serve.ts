/** The server under load while its watcher takes captures: start, lists, search with facets, clean stop. `--n 100000 --folder <kept> --only start,list,search,stop --seconds 20 --rate 200 --captures 20` */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { NoticeId } from '../src/model/ids.ts';
import { configOf, openHome, openLog } from '../src/work/home.ts';
import { hostAt, startPublisher } from './publisher/start.ts';
import { watchFeed } from './publisher/watch-feed.ts';
import { followChanges } from './serve/follow-changes.ts';
import { quantile, sendAtRate, type Times } from './serve/load.ts';
import { keptHome } from './serve/kept-home.ts';
import { ASKED_WORDS } from './serve/notice-words.ts';
import { listPaths, searchPaths } from './serve/questions.ts';
import { startServer, type ServedProcess } from './serve/served-process.ts';

const SEARCHES_A_SECOND = 10;
const FOLLOWERS = 10;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      n: { type: 'string', default: '100000' },
      folder: { type: 'string' },
      only: { type: 'string', default: 'start,list,search,stop' },
      seconds: { type: 'string', default: '20' },
      rate: { type: 'string', default: '200' },
      captures: { type: 'string', default: '20' },
    },
  });
  const [seconds, rate, captures] = [Number(values.seconds), Number(values.rate), Number(values.captures)];
  const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'dualwatch-bench-serve-'));
  const home = await freshHome(folder, Number(values.n));
  const publisher = await startPublisher({ perSource: Math.ceil((seconds * 2 + 120) * 1), pageBytes: 20_000 });
  const parts = new Set(values.only.split(','));
  try {
    if (captures > 0) await addSources(home, captures, publisher.port);
    const server = await startServer(home, { DUALWATCH_FETCH_PACE: '1s' });
    if (parts.has('start'))
      console.log(
        `start: /healthz after ${Math.round(server.healthyMs)} ms, ${Math.round(server.healthyCpuMs)} ms of CPU; load of the machine ${loadavg()[0]?.toFixed(1)}`,
      );
    const readyMs = await untilReady(server);
    const readyCpu = server.cpuMs();
    console.log(
      `  first query over all notices answered ${Math.round(readyMs)} ms after /healthz, ${readyCpu} ms of CPU from the start; memory ${server.memory().nowMb} MB`,
    );
    const followers = Array.from({ length: FOLLOWERS }, () => followChanges(server.base));
    await sleep(3000);
    if (parts.has('list')) {
      const paths = await listPaths(server.base);
      await measure(server, 'list', (n) => paths[n % paths.length] ?? '', { perSecond: rate, seconds }, followers[0]?.seen);
    }
    if (parts.has('search')) {
      const options = { perSecond: SEARCHES_A_SECOND, seconds };
      for (const { share, words } of ASKED_WORDS) {
        const paths = searchPaths(words);
        await measure(
          server,
          `search, 4 facets, words in ${share * 100} %`,
          (n) => paths[n % paths.length] ?? '',
          options,
          followers[0]?.seen,
        );
      }
      const paths = searchPaths(ASKED_WORDS.flatMap(({ words }) => words));
      await measure(server, 'search, 4 facets, all words', (n) => paths[(n * 5) % paths.length] ?? '', options, followers[0]?.seen);
    }
    const { nowMb, peakMb } = server.memory();
    console.log(`memory ${nowMb} MB, peak ${peakMb} MB`);
    const { ms, code } = await server.stop();
    const seen = followers[0]?.seen ?? new Set<string>();
    console.log(
      `stop: ended ${code} ${Math.round(ms)} ms after SIGTERM; ${followers[0]?.events() ?? 0} changes told to each of ${FOLLOWERS} followers`,
    );
    await judgeStop(home, seen);
  } finally {
    publisher.stop();
    if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
    else rmSync(join(folder, 'run'), { recursive: true, force: true });
  }
}

/** A copy of the kept home. */
async function freshHome(folder: string, notices: number): Promise<string> {
  const base = await keptHome(folder, notices);
  const run = join(folder, 'run');
  rmSync(run, { recursive: true, force: true });
  cpSync(base, run, { recursive: true });
  return run;
}

async function addSources(folder: string, hosts: number, port: number): Promise<void> {
  const home = await openHome(configOf({ env: {}, overrides: { home: folder } }).paths, { create: true });
  for (let n = 0; n < hosts; n += 1)
    await watchFeed(home, `http://${hostAt(n)}:${port}/feed/0.xml`, { everyMs: 900_000, followMs: 86_400_000 });
  await home.store.close();
}

async function untilReady(server: ServedProcess): Promise<number> {
  const began = performance.now();
  await sendAtRate(server.base, () => '/api/v1/notices?limit=1&query=priority%3E%3D99', { perSecond: 4, seconds: 1 });
  return performance.now() - began;
}

async function measure(
  server: ServedProcess,
  name: string,
  pathOf: (n: number) => string,
  options: { readonly perSecond: number; readonly seconds: number },
  seen: ReadonlySet<string> | undefined,
): Promise<void> {
  const [cpu, captured, began] = [server.cpuMs(), seen?.size ?? 0, performance.now()];
  const times = await sendAtRate(server.base, pathOf, options);
  const took = (performance.now() - began) / 1000;
  const used = server.cpuMs() - cpu;
  console.log(
    `${name}: ${told(times)} at ${options.perSecond} requests/s; ${times.failed} failed; ${Math.round(times.bytes / times.requests / 1000)} kB each`,
  );
  console.log(
    `  the server took ${(used / 1000 / took).toFixed(2)} cores, ${(used / times.requests).toFixed(1)} ms of CPU for each request with all else that it does, ${(((seen?.size ?? 0) - captured) / took).toFixed(1)} captures/s meanwhile; load of the machine ${loadavg()[0]?.toFixed(1)}`,
  );
}

function told(times: Times): string {
  return `p50 ${quantile(times, 0.5)} ms, p95 ${quantile(times, 0.95)} ms, p99 ${quantile(times, 0.99)} ms, max ${quantile(times, 1)} ms`;
}

/** Everything that the server told as captured is in the store, on the disk, and under the signed checkpoint. */
async function judgeStop(folder: string, seen: ReadonlySet<string>): Promise<void> {
  const { paths, config } = configOf({ env: {}, overrides: { home: folder } });
  const home = await openHome(paths, { create: false });
  let lost = 0;
  for (const id of seen) {
    const captures = await home.store.capturesOf(id as NoticeId);
    if (!captures.some(({ warc }) => warc !== null && existsSync(join(folder, warc)))) lost += 1;
  }
  const size = await home.store.logSize();
  const { folder: log } = await openLog(paths, config);
  const signed = (await log.checkpoint())?.size ?? 0;
  await home.store.close();
  console.log(`  ${seen.size} captures were told, ${lost} are lost; log of ${size} entries, signed ${signed}`);
  if (lost > 0 || signed !== size) throw new Error('something was lost');
}
