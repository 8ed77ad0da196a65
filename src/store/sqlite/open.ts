import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { DualwatchError } from '../../model/errors.ts';
import type { Store } from '../port.ts';
import { Connection } from './connection.ts';
import { configureReader, configureWriter } from './pragmas.ts';
import { migrate, requireCurrent } from './schema/migrate.ts';
import { SqliteStore } from './store.ts';
import { asStoreError } from './store-error.ts';

export interface SqliteOptions {
  /** Make the file where there is none; without it a missing file is `home-missing`. */
  readonly create?: boolean;
  /** Open for reading only: no schema is brought up to date, writing methods fail. */
  readonly readonly?: boolean;
  /** How long a writer waits for another, milliseconds. */
  readonly busyTimeoutMs?: number;
}

const BUSY_TIMEOUT_MS = 10_000;

/**
 * Opens the embedded store in one file, mode 0600.
 * Throws `home-missing`, `home-newer`, `store-damaged`, `store-busy`, `disk-full` or `input-unreadable`.
 */
export async function openSqliteStore(file: string, options: SqliteOptions = {}): Promise<Store> {
  const { create = false, readonly = false, busyTimeoutMs = BUSY_TIMEOUT_MS } = options;
  if (!existsSync(file)) {
    if (!create || readonly)
      throw new DualwatchError(
        'home-missing',
        `there is no database ${file}; a command that writes makes one, or name another folder with --home`,
      );
    makePrivate(file);
  }
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly, fileMustExist: true, timeout: busyTimeoutMs });
    if (readonly) {
      configureReader(db);
      requireCurrent(db, file);
    } else {
      closeToOthers(file);
      configureWriter(db);
      migrate(db, file);
    }
    return new SqliteStore(new Connection(db, file));
  } catch (error) {
    db?.close();
    throw asStoreError(error, file);
  }
}

function closeToOthers(file: string): void {
  try {
    chmodSync(file, 0o600);
  } catch {
    // The file of another user, or a disk that cannot be written: SQLite says at once whether it may be used.
  }
}

function makePrivate(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    // Another process may have made it since.
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return;
    throw new DualwatchError(
      'input-unreadable',
      `${file} cannot be made (${error instanceof Error ? error.message : String(error)}); check its folder`,
      { cause: error },
    );
  }
}
