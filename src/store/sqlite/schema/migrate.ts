import type Database from 'better-sqlite3';
import { DualwatchError } from '../../../model/errors.ts';
import { MIGRATIONS } from './migrations.ts';

/**
 * Brings a database to the newest schema, one transaction for each step; what is there stays there. Throws `home-newer` for a database
 * that a later version has written. `user_version` is the number of steps taken, the table `migrations` says when.
 */
export function migrate(db: Database.Database, file: string, steps: readonly string[] = MIGRATIONS): void {
  if (versionOf(db) === steps.length) return;
  const step = db.transaction(() => {
    const version = versionOf(db);
    refuseNewer(version, steps.length, file);
    const sql = steps[version];
    if (sql === undefined) return false;
    db.exec('CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY, at TEXT NOT NULL) STRICT');
    db.exec(sql);
    db.prepare('INSERT INTO migrations (version, at) VALUES (?, ?)').run(version + 1, new Date().toISOString());
    db.pragma(`user_version = ${version + 1}`);
    return true;
  });
  // Two processes may start at once: each step looks again, alone, at what the other has done.
  while (step.immediate());
}

/** For a database that may not be written: it must stand at the newest schema already. */
export function requireCurrent(db: Database.Database, file: string): void {
  const version = versionOf(db);
  refuseNewer(version, MIGRATIONS.length, file);
  if (version < MIGRATIONS.length)
    throw new DualwatchError(
      'store-damaged',
      `${file} has the schema of an older version and was opened for reading only; run any writing command once to bring it up to date`,
    );
}

function refuseNewer(version: number, known: number, file: string): void {
  if (version > known)
    throw new DualwatchError(
      'home-newer',
      `${file} was written by a newer version (schema ${version}, this one knows ${known}); update Dualwatch to open it`,
    );
}

function versionOf(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}
