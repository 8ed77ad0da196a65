import type Database from 'better-sqlite3';
import type { LearnedPage } from '../../model/learned-page.ts';
import type { LearnedOfHost, LearnedStore } from '../learned-port.ts';
import type { Connection } from './connection.ts';

/** Pages of hosts that were learned to be something else than a notice: the newest of each kind. */
export function learnedPages(db: Database.Database) {
  const ofHost = db.prepare<[string], string>('SELECT page FROM learned_pages WHERE host = ? ORDER BY kind').pluck();
  const probedAt = db.prepare<[string], string | null>("SELECT max(at) FROM probes WHERE host = ? AND page = 'absent'").pluck();
  const put = db.prepare(
    `INSERT INTO learned_pages (host, kind, at, capture, page) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (host, kind) DO UPDATE SET at = excluded.at, capture = excluded.capture, page = excluded.page WHERE excluded.at >= learned_pages.at`,
  );
  const remake = db.prepare('UPDATE learned_pages SET page = ? WHERE host = ? AND kind = ? AND capture = ?');
  return {
    ofHost: (host: string): LearnedOfHost => ({
      pages: ofHost.all(host).map((page) => JSON.parse(page) as LearnedPage),
      probedAt: probedAt.get(host) ?? null,
    }),
    learn: (page: LearnedPage): void => void put.run(page.host, page.kind, page.at, page.capture, JSON.stringify(page)),
    remake: (page: LearnedPage): void => void remake.run(JSON.stringify(page), page.host, page.kind, page.capture),
  };
}

export type LearnedPages = ReturnType<typeof learnedPages>;

export function learnedStore(connection: Connection, pages: LearnedPages): LearnedStore {
  return {
    ofHost: async (host) => connection.read(() => pages.ofHost(host)),
    put: async (page) => connection.write(() => pages.remake(page)),
  };
}
