import { readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { DualwatchError } from '../../model/errors.ts';
import { processLives } from '../../evidence/process-lives.ts';

/** Says that a run writes an output now. */
export interface OutputHold {
  release(): Promise<void>;
}

/**
 * Keeps other runs from the output at `path` while this one writes it: two of them would write over each other. The hold is a file `<out>.lock` that names
 * machine and process; one that a killed run has left is taken over. Throws `usage` where another run lives.
 */
export async function holdOutput(path: string, shown: string): Promise<OutputHold> {
  const lock = `${path}.lock`;
  const take = (flag: 'wx' | 'w'): Promise<void> => writeFile(lock, `${hostname()} ${process.pid}\n`, { flag, mode: 0o600 });
  try {
    await take('wx');
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    const other = await readFile(lock, 'utf8').catch(() => '');
    if (lives(other))
      throw new DualwatchError(
        'usage',
        `another run (${other.trim()}) writes ${shown} now. Wait for it, name another file, or delete ${shown}.lock if that run is no more`,
        { cause: error },
      );
    await take('w');
  }
  return { release: () => rm(lock, { force: true }) };
}

/** Of a process of another machine nobody can tell: it is taken to live. One of our own number has ended, and we have got its number. */
function lives(holder: string): boolean {
  const [host, pid] = holder.trim().split(' ');
  if (host === undefined || pid === undefined || !/^\d+$/.test(pid)) return false;
  if (host !== hostname()) return true;
  return Number(pid) !== process.pid && processLives(Number(pid));
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
