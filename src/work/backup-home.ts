import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { DualwatchError } from '../model/errors.ts';
import type { CaptureRow } from '../model/notice.ts';
import type { Store } from '../store/port.ts';
import { capturePath } from '../evidence/capture-files.ts';
import { LogFolder } from '../evidence/log-folder.ts';
import { nodeFiles } from '../evidence/node-files.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import { claimBackupFolder } from './backup-folder.ts';
import { copyListFiles } from './backup-lists.ts';
import { findLog, homePaths, type HomePaths, type OpenHome } from './home.ts';

export interface Backup {
  readonly folder: string;
  readonly entries: number;
  readonly captures: number;
  /** Captures that an earlier backup in this folder did not have whole. */
  readonly copied: number;
  readonly bytes: number;
}

/** Snapshots taken before giving up on files that the policy `keep` drops faster than they are copied. */
const ATTEMPTS = 5;

/**
 * Copies a home while others use it. The database is copied first, as it stands at one moment; then the files of captures and lists that it speaks of,
 * which never change; then the copy takes its name, and the log is built anew from its entries, so that tiles and checkpoint are those of that moment.
 * A folder with an earlier backup of this home gets what is new, and stays the earlier backup until then. Throws `usage` for a folder with anything else in it.
 */
export async function backupHome(home: OpenHome, paths: HomePaths, folder: string, onProgress: (files: number) => void): Promise<Backup> {
  const to = homePaths(resolve(folder));
  await claimBackupFolder(home.store, paths, to);
  const snapshot = `${to.database}.new`;
  let files: Copied | undefined;
  for (let attempt = 0; files === undefined; attempt += 1) {
    if (attempt === ATTEMPTS)
      throw new DualwatchError(
        'store-busy',
        `files were dropped under the policy keep while they were copied to ${to.home}, ${ATTEMPTS} times in a row. Run the backup again; what it has copied stays`,
      );
    for (const suffix of ['', '-wal', '-shm']) await rm(snapshot + suffix, { force: true });
    await home.store.backup(snapshot);
    const copy = await openSqliteStore(snapshot);
    try {
      files = await copyCaptures(copy, home.store, paths, to, onProgress);
      await copyListFiles(copy, paths, to);
    } finally {
      await copy.close();
    }
  }
  for (const suffix of ['-wal', '-shm']) await rm(to.database + suffix, { force: true });
  await rename(snapshot, to.database);
  await eraseInBackup(to);
  await copyIfThere(paths.config, to.config);
  await copyIfThere(paths.key, to.key);
  await copyIfThere(paths.packageKey, to.packageKey);
  await nodeFiles.syncFolder(to.home);
  return { folder: to.home, entries: await publishLog(to), ...files };
}

/** What was forgotten since an earlier backup goes from there too. */
async function eraseInBackup(to: HomePaths): Promise<void> {
  const copy = await openSqliteStore(to.database);
  try {
    for (let after = -1; ;) {
      const batch = await copy.forgetting.forgottenAfter(after, BATCH);
      for (const { sha256 } of batch) await rm(join(to.home, capturePath(sha256)), { force: true });
      const last = batch.at(-1);
      if (last === undefined) return;
      after = last.logIndex;
    }
  } finally {
    await copy.close();
  }
}

/** Builds the log of the copy; gives its number of entries. */
async function publishLog(to: HomePaths): Promise<number> {
  const copy = await openSqliteStore(to.database);
  try {
    const entries = await copy.logSize();
    const log = await findLog(to);
    if (log === undefined) return entries;
    const read: Store['readLog'] = (from, until) => copy.readLog(from, until);
    await log.folder.rebuild(entries, read).catch(async () => {
      // What an earlier backup left there is damaged; it is a copy as well.
      await rm(to.log, { recursive: true, force: true });
      await new LogFolder(nodeFiles, to.log, log.key).extend(entries, read);
    });
    return entries;
  } finally {
    await copy.close();
  }
}

type Copied = Pick<Backup, 'captures' | 'copied' | 'bytes'>;

const BATCH = 500;

/** Undefined where a file was dropped since the copy of the database was taken, which says that it is there. */
async function copyCaptures(
  copy: Store,
  live: Store,
  from: HomePaths,
  to: HomePaths,
  onProgress: (files: number) => void,
): Promise<Copied | undefined> {
  let [captures, copied, bytes, at] = [0, 0, 0, 0];
  const folders = new Set<string>();
  for (;;) {
    const rows = await copy.capturesFrom(at, BATCH);
    for (const row of rows) {
      if (row.warc === null) continue;
      captures += 1;
      onProgress(captures);
      const target = join(to.home, row.warc);
      // One of another size is what a loss of power or a full disk left of an earlier backup.
      if ((await sizeOf(target)) === row.bytes) continue;
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      if (!(await copyCapture(row, live, join(from.home, row.warc), target))) return undefined;
      bytes += row.bytes;
      for (let above = dirname(target); above !== to.home; above = dirname(above)) folders.add(above);
      copied += 1;
    }
    const last = rows.at(-1);
    if (!last) break;
    at = last.logIndex + 1;
  }
  for (const folder of folders) await nodeFiles.syncFolder(folder);
  return { captures, copied, bytes };
}

/** Whole and on the disk under its name, or not there under it. False where the file was dropped meanwhile. */
async function copyCapture({ sha256, logIndex }: CaptureRow, live: Store, source: string, target: string): Promise<boolean> {
  const unfinished = `${target}.new`;
  try {
    await copyFile(source, unfinished);
    const handle = await open(unfinished, 'r+');
    await handle.sync().finally(() => handle.close());
    await rename(unfinished, target);
    return true;
  } catch (cause) {
    await rm(unfinished, { force: true });
    const [now] = await live.evidenceRows(logIndex, logIndex + 1);
    if (now?.warc === null) return false;
    throw new DualwatchError(
      'evidence-invalid',
      `capture ${sha256} cannot be copied from ${source}: ${cause instanceof Error ? cause.message : String(cause)}. "dualwatch log verify" says what is missing`,
      { cause },
    );
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ size }) => size,
    () => undefined,
  );
}

async function copyIfThere(from: string, to: string): Promise<void> {
  await copyFile(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}
