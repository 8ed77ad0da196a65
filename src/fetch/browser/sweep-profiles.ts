import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders of browsers' profiles are named `dualwatch-browser-<process>-<by chance>`. */
export const PROFILE = 'dualwatch-browser-';

/** Removes the profiles in a folder that processes left which were killed in the midst of a visit; what belongs to somebody else, or is in use, stays. Never throws. */
export async function sweepProfiles(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const pid = /^dualwatch-browser-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || lives(Number(pid))) continue;
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
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
