import type Database from 'better-sqlite3';
import type { Digest } from '../../model/digest.ts';
import type { LearnedPage } from '../../model/learned-page.ts';
import type { LearnedOfHost, LearnedStore } from '../learned-port.ts';
import type { Connection } from './connection.ts';

/** Pages of hosts that were learned to be something else than a notice: the newest of each kind. */
export function learnedPages(db: Database.Database) {
  const ofHost = db.prepare<[string], string>('SELECT page FROM learned_pages WHERE host = ? ORDER BY kind').pluck();
  const probedAt = db.prepare<[string], string | null>("SELECT max(at) FROM probes WHERE host = ? AND page = 'absent'").pluck();
  const otherVisited = db.prepare<[string], { url: string; at: string; stands: 0 | 1; capture: Digest | null }>(
    `SELECT url, at, outcome = 'stands' AS stands, capture FROM probes WHERE host = ? AND page = 'other' ORDER BY at DESC, log_index DESC LIMIT 1`,
  );
  const put = db.prepare(
    `INSERT INTO learned_pages (host, kind, at, capture, page) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (host, kind) DO UPDATE SET at = excluded.at, capture = excluded.capture, page = excluded.page WHERE excluded.at >= learned_pages.at`,
  );
  const remake = db.prepare('UPDATE learned_pages SET page = ? WHERE host = ? AND kind = ? AND capture = ?');
  return {
    ofHost: (host: string): LearnedOfHost => {
      const other = otherVisited.get(host);
      return {
        pages: ofHost.all(host).map((page) => JSON.parse(page) as LearnedPage),
        probedAt: probedAt.get(host) ?? null,
        otherVisited: other === undefined ? null : { ...other, stands: other.stands === 1 },
      };
    },
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
