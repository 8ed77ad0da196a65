import { createHash, randomBytes } from 'node:crypto';
import { link, readdir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { DualwatchError } from '../model/errors.ts';
import { nodeFiles } from './node-files.ts';
import { processLives } from './process-lives.ts';
import { whileWriting } from './write-trouble.ts';

/**
 * Makes a file that is there whole or not at all: `write` makes and syncs it under a temporary name beside it, then it gets its own, and the folder is synced. Without `replace` nothing is
 * written over, not even what came there meanwhile: throws `usage`. What fails leaves no temporary file behind; what a killed process left is taken away by the next one that makes the same file.
 */
export async function makeNewFile(path: string, replace: boolean, write: (temporary: string) => Promise<void>): Promise<void> {
  if (path === '') throw new DualwatchError('usage', 'the file to write has no name');
  const target = resolve(path);
  const there = await stat(target).catch(() => undefined);
  // A device or a pipe would be lost to a name that replaces it.
  if (there?.isFile() === false)
    throw new DualwatchError('usage', `${path} is ${there.isDirectory() ? 'a folder' : 'no ordinary file'}; name a file`);
  if (there !== undefined && !replace) throw exists(path);
  await clearLeft(target);
  const temporary = `${target}.${MACHINE}-${process.pid}-${randomBytes(4).toString('hex')}.part`;
  try {
    await write(temporary);
    if (replace) await whileWriting(path, rename(temporary, target));
    else await giveName(temporary, target, path);
    await nodeFiles.syncFolder(dirname(target));
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Another machine may write into the same folder, and knows other processes. */
const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** Temporary files of processes of this machine that are no more. */
async function clearLeft(target: string): Promise<void> {
  const folder = dirname(target);
  const begin = `${basename(target)}.${MACHINE}-`;
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = name.startsWith(begin) ? /^(\d+)-[0-9a-f]{8}\.part$/.exec(name.slice(begin.length))?.[1] : undefined;
    if (pid !== undefined && !processLives(Number(pid))) await rm(join(folder, name), { force: true });
  }
}

/** A second name for the file fails where the name is taken, in one step; some file systems know no second names. */
async function giveName(temporary: string, target: string, path: string): Promise<void> {
  try {
    await link(temporary, target);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw exists(path);
    if ((await stat(target).catch(() => undefined)) !== undefined) throw exists(path);
    await whileWriting(path, rename(temporary, target));
  }
}

function exists(path: string): DualwatchError {
  return new DualwatchError('usage', `${path} exists already; name another file, or write over it with --force`);
}
