import type Database from 'better-sqlite3';

const CACHE_KIB = 32 * 1024;
/** Pages written before they are copied back into the main file: pages that change at each commit are copied once for many. */
const CHECKPOINT_PAGES = 8000;
/** The write-ahead file is cut back to this many bytes. */
const WAL_BYTES = 64 * 1024 * 1024;

/** How every connection reads. */
export function configureReader(db: Database.Database): void {
  db.pragma('foreign_keys = ON');
  db.pragma(`cache_size = -${CACHE_KIB}`);
}

/** How a connection that writes makes its commits durable: each is on the disk before it returns. https://sqlite.org/pragma.html#pragma_synchronous */
export function configureWriter(db: Database.Database): void {
  configureReader(db);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  db.pragma(`journal_size_limit = ${WAL_BYTES}`);
}
