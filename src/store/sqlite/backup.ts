import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { DualwatchError } from '../../model/errors.ts';

/**
 * Copies the database as it stands at one moment, while others write. VACUUM INTO reads one snapshot, so a busy writer neither waits nor makes
 * the copy begin again. The copy is whole and durable when this returns. Throws `usage` where the file exists.
 */
export function backupTo(db: Database.Database, file: string): void {
  if (existsSync(file)) throw new DualwatchError('usage', `${file} exists already; a backup goes into a new file`);
  // Made empty first, so that the copy has its mode from the start.
  closeSync(openSync(file, 'wx', 0o600));
  db.prepare('VACUUM INTO ?').run(file);
  for (const path of [file, dirname(file)]) sync(path);
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
