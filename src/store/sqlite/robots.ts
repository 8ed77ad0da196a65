import type Database from 'better-sqlite3';
import type { RobotsRow } from '../port.ts';

/** Rules of origins, as received. */
export function robotsTable(db: Database.Database) {
  const get = db.prepare<[string], RobotsRow>(
    'SELECT origin, fetched_at AS fetchedAt, expires_at AS expiresAt, body, outcome FROM robots WHERE origin = ?',
  );
  const put = db.prepare('INSERT OR REPLACE INTO robots (origin, fetched_at, expires_at, body, outcome) VALUES (?, ?, ?, ?, ?)');
  return {
    get: (origin: string): RobotsRow | undefined => get.get(origin),
    put: (row: RobotsRow): void => void put.run(row.origin, Math.round(row.fetchedAt), Math.round(row.expiresAt), row.body, row.outcome),
  };
}
