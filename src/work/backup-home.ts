import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { DualwatchError } from '../model/errors.ts';
import { LogFolder } from '../evidence/log-folder.ts';
import { nodeFiles } from '../evidence/node-files.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import { findLog, homePaths, type HomePaths, type OpenHome } from './home.ts';

export interface Backup {
  readonly folder: string;
  readonly entries: number;
  readonly captures: number;
  /** Captures that an earlier backup in this folder did not have. */
  readonly copied: number;
  readonly bytes: number;
}

/**
 * Copies a home while others use it. The database is copied first, as it stands at one moment; then the capture files that it speaks of, which
 * never change; then the log is built anew from the copied entries, so that tiles and checkpoint are those of that moment.
 * A folder with an earlier backup gets what is new. Throws `usage` for a folder with anything else in it.
 */
export async function backupHome(home: OpenHome, paths: HomePaths, folder: string, onProgress: (files: number) => void): Promise<Backup> {
  const to = homePaths(resolve(folder));
  await requireFree(paths, to);
  await mkdir(to.home, { recursive: true, mode: 0o700 });
  const fresh = `${to.database}.new`;
  await rm(fresh, { force: true });
  await home.store.backup(fresh);
  for (const suffix of ['-wal', '-shm']) await rm(to.database + suffix, { force: true });
  await rename(fresh, to.database);
  await copyIfThere(paths.config, to.config);
  await copyIfThere(paths.key, to.key);
  const copy = await openSqliteStore(to.database);
  try {
    const files = await copyCaptures(copy, paths, to, onProgress);
    const entries = await copy.logSize();
    const log = await findLog(to);
    await rm(to.log, { recursive: true, force: true });
    if (log && entries > 0) await new LogFolder(nodeFiles, to.log, log.key).extend(entries, (from, until) => copy.readLog(from, until));
    await nodeFiles.syncFolder(to.home);
    return { folder: to.home, entries, ...files };
  } finally {
    await copy.close();
  }
}

async function requireFree(from: HomePaths, to: HomePaths): Promise<void> {
  if (to.home === from.home) throw new DualwatchError('usage', `${to.home} is the home itself; name another folder`);
  const names = await readdir(to.home).catch(() => [] as string[]);
  if (names.length > 0 && !names.includes('dualwatch.db')) throw new DualwatchError('usage', `${to.home} holds other files; name a new or empty folder, or one with an earlier backup`);
}

const BATCH = 500;

async function copyCaptures(copy: OpenHome['store'], from: HomePaths, to: HomePaths, onProgress: (files: number) => void): Promise<Pick<Backup, 'captures' | 'copied' | 'bytes'>> {
  let [captures, copied, bytes, at] = [0, 0, 0, 0];
  const folders = new Set<string>();
  for (;;) {
    const rows = await copy.capturesFrom(at, BATCH);
    for (const { warc, sha256 } of rows) {
      if (warc === null) continue;
      const [source, target] = [join(from.home, warc), join(to.home, warc)];
      captures += 1;
      onProgress(captures);
      if (await stat(target).then(() => true, () => false)) continue;
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await copyFile(source, target).catch((cause: unknown) => {
        throw new DualwatchError('evidence-invalid', `capture ${sha256} cannot be copied from ${source}: ${cause instanceof Error ? cause.message : String(cause)}. "dualwatch log verify" says what is missing`, { cause });
      });
      bytes += (await stat(target)).size;
      folders.add(dirname(target));
      copied += 1;
    }
    const last = rows.at(-1);
    if (!last) break;
    at = last.logIndex + 1;
  }
  for (const folder of folders) await nodeFiles.syncFolder(folder);
  return { captures, copied, bytes };
}

async function copyIfThere(from: string, to: string): Promise<void> {
  await copyFile(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}
