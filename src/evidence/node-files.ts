import { link, mkdir, open, readdir, readFile, rename, rmdir, stat, unlink } from 'node:fs/promises';
import { DualwatchError } from '../model/errors.ts';
import type { FileLayer } from './file-layer.ts';

/** The file system of this machine. */
export const nodeFiles: FileLayer = {
  writeSynced: (path, bytes, mode = 0o644) =>
    named('write', path, async () => {
      const handle = await open(path, 'wx', mode);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
    }),
  rename: (from, to) => named('rename', from, () => rename(from, to)),
  link: (existing, path) =>
    named('link', path, () =>
      unless(
        'EEXIST',
        link(existing, path).then(() => true),
        false,
      ),
    ),
  syncFolder: (path) => named('sync', path, () => syncFolder(path)),
  makeFolder: (path) => named('make', path, async () => void (await mkdir(path, { recursive: true }))),
  read: (path) => named('read', path, () => unless('ENOENT', readFile(path), undefined)),
  unlink: (path) => named('remove', path, () => unless('ENOENT', unlink(path), undefined)),
  removeFolder: (path) => named('remove', path, () => unless('ENOENT ENOTEMPTY EEXIST', rmdir(path), undefined)),
  stat: (path) =>
    named('look at', path, async () => {
      const found = await unless('ENOENT ENOTDIR', stat(path), undefined);
      if (found === undefined) return undefined;
      return {
        kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other',
        bytes: found.size,
        mode: found.mode & 0o777,
        modifiedMs: found.mtimeMs,
      };
    }),
  list: (path) =>
    named('list', path, async () => (await unless('ENOENT ENOTDIR', readdir(path), [])).toSorted((one, other) => (one < other ? -1 : 1))),
};

async function syncFolder(path: string): Promise<void> {
  // Windows opens no folder for syncing; NTFS journals its names by itself.
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function unless<T, Other>(codes: string, act: Promise<T>, otherwise: Other): Promise<T | Other> {
  try {
    return await act;
  } catch (error) {
    if (codes.split(' ').includes(codeOf(error))) return otherwise;
    throw error;
  }
}

async function named<T>(verb: string, path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOSPC' || code === 'EDQUOT')
      throw new DualwatchError('disk-full', `The disk is full: cannot ${verb} ${path}. Free some space; nothing was lost.`, {
        cause: error,
      });
    throw new DualwatchError('input-unreadable', `Cannot ${verb} ${path}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
