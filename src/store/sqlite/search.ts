import type Database from 'better-sqlite3';
import { queryWords } from '../query-words.ts';
import { searchQuery, segmentForSearch } from '../../text/search-segments.ts';

/** Full text of titles and bodies, one row for each notice under its number. */
export function searchIndex(db: Database.Database) {
  const put = db.prepare('INSERT OR REPLACE INTO search (rowid, title, body) VALUES (?, ?, ?)');
  // Whoever keeps what words find looks again.
  const tell = db.prepare("INSERT INTO notice_news (num, kind) VALUES (?, 'text')");
  const remove = db.prepare('DELETE FROM search WHERE rowid = ?');
  return {
    put(num: number, title: string, body: string): void {
      put.run(num, segmentForSearch(title), segmentForSearch(body));
      tell.run(num);
    },
    remove: (num: number): void => void remove.run(num),
    /** What MATCH takes, or undefined where the query holds nothing that could be found. */
    expression: (query: string): string | undefined => queryWords(query).map(searchQuery).filter(Boolean).join(' AND ') || undefined,
  };
}

export type SearchIndex = ReturnType<typeof searchIndex>;
