/** `kill -9` at random moments of a run: afterwards the log must hold, no notice be lost or doubled, nothing acknowledged be gone. `--times 200 --seed 1` */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { configOf, findLog, openHome, type OpenHome } from '../src/work/home.ts';
import { verifyHome } from '../src/work/verify-home.ts';
import { watchFeed } from './publisher/watch-feed.ts';
import { hostAt, startPublisher, type Publisher } from './publisher/start.ts';
import { seeded } from './seeded.ts';

const BIN = fileURLToPath(new URL('../bin/dualwatch.js', import.meta.url));
const HOSTS = 60;
const PER_HOST = 10;
const LONGEST_START_MS = 15_000;

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { times: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
  });
  const times = Number(values.times);
  const random = seeded(Number(values.seed));
  const folder = mkdtempSync(join(tmpdir(), 'dualwatch-kill-'));
  const publisher = await startPublisher({ perSource: PER_HOST, pageBytes: 8000, noise: true });
  const { paths } = configOf({ env: {}, overrides: { home: folder } });
  const began = performance.now();
  /** What the watcher said it had recorded, by capture. */
  const acknowledged = new Set<string>();
  let held = 0;
  try {
    const home = await openHome(paths, { create: true });
    await addSources(home, publisher);
    await home.store.close();
    for (let n = 0; n < times; n += 1) {
      await runAndKill(folder, random() * 1000, n % 2 === 0 ? 'capture' : 'line', acknowledged);
      const fault = await faultOf(folder, acknowledged);
      if (fault === undefined) held += 1;
      else console.log(`kill ${n + 1}: ${fault} (home kept in ${folder})`);
      if (fault !== undefined) break;
      if ((n + 1) % 10 === 0) console.error(`  ${n + 1} kills, ${acknowledged.size} captures acknowledged`);
    }
    let complete = held === times ? await finish(folder) : undefined;
    if (acknowledged.size === 0) complete = 'no kill came after a capture: nothing was proved';
    if (complete !== undefined) console.log(complete);
    console.log(
      `${held} of ${times} kills survived in ${((performance.now() - began) / 1000).toFixed(0)} s; ${acknowledged.size} captures acknowledged, all there`,
    );
    return held === times && complete === undefined ? 0 : 1;
  } finally {
    publisher.stop();
    if (process.env['KEEP']) console.log(folder);
    else if (held === times) rmSync(folder, { recursive: true, force: true });
  }
}

async function addSources(home: OpenHome, publisher: Publisher): Promise<void> {
  for (let n = 0; n < HOSTS; n += 1) {
    const url = `http://${hostAt(n)}:${publisher.port}/feed/0.xml`;
    await watchFeed(home, url, { everyMs: 1000, followMs: 1000 });
  }
}

/**
 * Runs a watcher, and kills it without warning so long after the first thing that it says it recorded, or after its first capture: what it must load before it
 * can read a page takes longer on some machines than all that comes before a kill.
 */
async function runAndKill(folder: string, afterMs: number, since: 'line' | 'capture', acknowledged: Set<string>): Promise<void> {
  const child = watch(folder, []);
  let timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_START_MS);
  let isTimed = false;
  for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
    // A line may be cut by the kill: only whole ones were said.
    const { capture } = line.endsWith('}') ? (JSON.parse(line) as { readonly capture?: string | null }) : {};
    if (capture) acknowledged.add(capture);
    if (isTimed || (since === 'capture' && !capture)) continue;
    isTimed = true;
    clearTimeout(timer);
    timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  }
  clearTimeout(timer);
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

function watch(folder: string, more: readonly string[]): ChildProcess {
  const env = {
    ...process.env,
    DUALWATCH_HOME: folder,
    DUALWATCH_FETCH_PACE: '30ms',
    DUALWATCH_DISK_MIN_FREE: '0B',
    DUALWATCH_IMAGES_KEEP: 'no',
  };
  return spawn(process.execPath, [BIN, 'watch', '--json', ...more], { env, stdio: ['ignore', 'pipe', 'ignore'] });
}

async function faultOf(folder: string, acknowledged: ReadonlySet<string>): Promise<string | undefined> {
  const { paths } = configOf({ env: {}, overrides: { home: folder } });
  const home = await openHome(paths, { create: false });
  try {
    const verdict = await verifyHome(home, paths, await findLog(paths), undefined, () => undefined);
    if (!verdict.ok) return `log verify: entry ${verdict.index}: ${verdict.why}`;
    for (const capture of acknowledged) {
      if ((await home.store.findLogIndex(capture as never)) === undefined) return `capture ${capture} was acknowledged and is gone`;
    }
    const urls = new Set<string>();
    for await (const notice of home.store.listNotices({})) {
      if (urls.has(notice.url)) return `notice ${notice.url} is there twice`;
      urls.add(notice.url);
    }
    return undefined;
  } finally {
    await home.store.close();
  }
}

/** A last run to its end: every notice of every source is there, once, with its reading. */
async function finish(folder: string): Promise<string | undefined> {
  const child = watch(folder, ['--once', '--now']);
  child.stdout?.resume();
  await once(child, 'exit');
  const { paths } = configOf({ env: {}, overrides: { home: folder } });
  const home = await openHome(paths, { create: false });
  try {
    let count = 0;
    for await (const notice of home.store.listNotices({})) {
      count += 1;
      if (notice.state === 'unreachable') return `${notice.url} is still ${notice.reason}`;
      if ((await home.store.readingOf(notice.id)) === undefined) return `${notice.url} has no reading`;
    }
    return count === HOSTS * PER_HOST ? undefined : `${count} notices instead of ${HOSTS * PER_HOST}`;
  } finally {
    await home.store.close();
  }
}
