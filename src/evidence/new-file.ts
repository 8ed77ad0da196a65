import { randomBytes } from 'node:crypto';
import { link, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { DualwatchError } from '../model/errors.ts';
import { nodeFiles } from './node-files.ts';
import { whileWriting } from './write-trouble.ts';

/**
 * Makes a file that is there whole or not at all: `write` makes and syncs it under a temporary name beside it, then it gets its own, and the folder is synced. Without `replace` nothing is
 * written over, not even what came there meanwhile: throws `usage`. What fails leaves no temporary file behind.
 */
export async function makeNewFile(path: string, replace: boolean, write: (temporary: string) => Promise<void>): Promise<void> {
  if (path === '') throw new DualwatchError('usage', 'the file to write has no name');
  const target = resolve(path);
  const there = await stat(target).catch(() => undefined);
  // A device or a pipe would be lost to a name that replaces it.
  if (there?.isFile() === false)
    throw new DualwatchError('usage', `${path} is ${there.isDirectory() ? 'a folder' : 'no ordinary file'}; name a file`);
  if (there !== undefined && !replace) throw exists(path);
  const temporary = `${target}.${process.pid}-${randomBytes(4).toString('hex')}.part`;
  try {
    await write(temporary);
    if (replace) await whileWriting(path, rename(temporary, target));
    else await giveName(temporary, target, path);
    await nodeFiles.syncFolder(dirname(target));
  } finally {
    await rm(temporary, { force: true });
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
