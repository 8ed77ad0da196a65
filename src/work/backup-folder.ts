import { mkdir, readdir, readFile } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import { DualwatchError } from '../model/errors.ts';
import { fileTrouble } from '../model/file-trouble.ts';
import type { Store } from '../store/port.ts';
import { DurableWriter } from '../evidence/durable-files.ts';
import { nodeFiles } from '../evidence/node-files.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import { findLog, type HomePaths } from './home.ts';

/** Says whose backup a folder holds: nothing else is ever written over. */
const MARKER = 'backup-of.json';

/**
 * Makes a folder the backup of this home, or finds that it is one. Throws `usage` for the home itself, what lies in it and a file, and for a folder that holds anything else:
 * other files, another home, a backup of another home, or a backup that has become a home of its own and went on.
 */
export async function claimBackupFolder(store: Store, from: HomePaths, to: HomePaths): Promise<void> {
  if (to.home === from.home) throw new DualwatchError('usage', `${to.home} is the home itself; name another folder`);
  const inside = relative(from.home, to.home);
  if (!/^\.\.(?:[/\\]|$)/.test(inside) && !isAbsolute(inside))
    throw new DualwatchError('usage', `${to.home} lies in the home itself, which would be copied into itself; name a folder outside it`);
  const key = (await findLog(from))?.key.vkey ?? null;
  const names = await readdir(to.home).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [] as string[];
    throw new DualwatchError(
      'usage',
      `${to.home} can be no backup: ${error.code === 'ENOTDIR' ? 'it is a file' : fileTrouble(error)}; name a new or empty folder`,
      { cause: error },
    );
  });
  if (names.length === 0) {
    await mkdir(to.home, { recursive: true, mode: 0o700 });
    await new DurableWriter(nodeFiles, to.home).write([
      { path: MARKER, bytes: Buffer.from(`${JSON.stringify({ home: from.home, key })}\n`) },
    ]);
    return;
  }
  if (!names.includes(MARKER)) throw refused(to, 'holds other files');
  // A home without a key has no evidence yet, and nothing to be known by.
  const earlier = await markedKey(join(to.home, MARKER));
  if (earlier === null || earlier !== key) throw refused(to, 'holds a backup of another home, or one made before this home had evidence');
  if (names.includes('dualwatch.db') && !(await isBeginningOf(to, store)))
    throw refused(to, 'holds a backup that was used as a home of its own: it has entries that this home has not');
}

async function markedKey(path: string): Promise<string | null> {
  try {
    const marker: unknown = JSON.parse(await readFile(path, 'utf8'));
    return typeof marker === 'object' && marker !== null && 'key' in marker && typeof marker.key === 'string' ? marker.key : null;
  } catch {
    return null;
  }
}

/** Every entry carries its time and digests: two logs of one key that agree in the last of one agree in all before it. */
async function isBeginningOf(to: HomePaths, store: Store): Promise<boolean> {
  const copy = await openSqliteStore(to.database, { create: false });
  try {
    const size = await copy.logSize();
    const [[theirs], [ours]] = await Promise.all([copy.readLog(size - 1, size), store.readLog(size - 1, size)]);
    return size === 0 || (theirs !== undefined && ours !== undefined && Buffer.compare(theirs.bytes, ours.bytes) === 0);
  } finally {
    await copy.close();
  }
}

function refused(to: HomePaths, why: string): DualwatchError {
  return new DualwatchError('usage', `${to.home} ${why}; name a new or empty folder, or one with an earlier backup of this home`);
}
