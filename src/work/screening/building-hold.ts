import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processLives } from '../../evidence/process-lives.ts';

const LOCK = 'indexes/screen.building';
const LOOK_MS = 100;
/** A thread that was ended leaves its hold under a process that lives: after this time it counts no more. */
const STALE_MS = 60_000;

/**
 * Runs `build` while nobody else builds the index of this home: it takes seconds of a processor, and several threads and processes want it when a list has
 * changed. Whoever waits looks again with `built` before each try. A hold that is left, or cannot be made, keeps nobody for long: building twice is harmless.
 */
export async function buildAlone<Built>(
  home: string,
  built: () => Promise<Built | undefined>,
  build: () => Promise<Built>,
): Promise<Built> {
  const lock = join(home, LOCK);
  await mkdir(dirname(lock), { recursive: true, mode: 0o700 });
  while (!(await take(lock))) {
    await sleep(LOOK_MS);
    const found = await built();
    if (found !== undefined) return found;
  }
  try {
    return (await built()) ?? (await build());
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock: string): Promise<boolean> {
  const held = `${hostname()} ${process.pid}\n`;
  try {
    await writeFile(lock, held, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    // A home that cannot be written fails where the index is saved, with a better reason.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) return true;
  }
  const since = await stat(lock).catch(() => undefined);
  const [host, pid] = (await readFile(lock, 'utf8').catch(() => '')).trim().split(' ');
  if (since === undefined) return false;
  const ended = host === hostname() && pid !== undefined && !processLives(Number(pid));
  if (ended || Date.now() - since.mtimeMs > STALE_MS) await rm(lock, { force: true });
  return false;
}
