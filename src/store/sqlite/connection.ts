import type Database from 'better-sqlite3';
import { asStoreError } from './store-error.ts';

/** One open database: its statements run in whole acts, and what goes wrong is told in our errors. */
export class Connection {
  readonly db: Database.Database;
  readonly file: string;
  readonly #transaction: Database.Transaction<(act: () => unknown) => unknown>;

  constructor(db: Database.Database, file: string) {
    this.db = db;
    this.file = file;
    this.#transaction = db.transaction((act: () => unknown) => act());
  }

  /** Runs `act` alone among writers, all or nothing. BEGIN IMMEDIATE: what it reads first is still true when it writes. */
  write<T>(act: () => T): T {
    return this.#guard(() => this.#transaction.immediate(act) as T);
  }

  /** Runs `act` on one consistent view. */
  read<T>(act: () => T): T {
    return this.#guard(() => this.#transaction.deferred(act) as T);
  }

  /** Runs `act` outside a transaction: what brings its own, or is one statement, which is a view by itself. */
  alone<T>(act: () => T): T {
    return this.#guard(act);
  }

  #guard<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      throw asStoreError(error, this.file);
    }
  }
}
