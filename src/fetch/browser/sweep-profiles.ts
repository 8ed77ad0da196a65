import { createHash } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

const NAME = 'dualwatch-browser-';
/** A visit takes minutes: what nobody has touched for so long is of none. */
const LEFT_MS = 24 * 60 * 60 * 1000;

/** How the folder of a profile of this process is named, before what is drawn by chance: `dualwatch-browser-<where>-<process>-`. */
export function profilePrefix(): string {
  return `${NAME}${whereProcessesCount()}-${process.pid}-`;
}

/**
 * Removes the profiles in a folder that processes left which were killed in the midst of a visit: of this machine and container once they are gone, of others that share
 * the folder, whose processes are not seen from here, after a day. What is in use stays. Never throws.
 */
export async function sweepProfiles(folder: string, nowMs: number = Date.now()): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const where = whereProcessesCount();
  for (const name of names.filter((one) => one.startsWith(NAME))) {
    const [, of, pid] = /^([0-9a-f]{8})-(\d+)-/.exec(name.slice(NAME.length)) ?? [];
    const left = of === where ? !lives(Number(pid)) : nowMs - (await touchedMs(join(folder, name), nowMs)) > LEFT_MS;
    if (left) await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Containers count processes each for itself: by the name of the host and, on Linux, by its namespace of processes (namespaces(7)). */
function whereProcessesCount(): string {
  return createHash('sha256').update(`${hostname()} ${namespace()}`).digest('hex').slice(0, 8);
}

function namespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

async function touchedMs(path: string, otherwiseMs: number): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found?.mtimeMs ?? otherwiseMs;
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Of another user: it lives.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
