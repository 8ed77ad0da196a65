import type Database from 'better-sqlite3';
import type { NoticeId, SourceId } from '../../model/ids.ts';

/** Notices that a source's list no longer names although older ones still stand there. */
export function unlistedTable(db: Database.Database) {
  const since = db.prepare<[string], string | null>('SELECT min(at) FROM unlisted WHERE notice = ?').pluck();
  const add = db.prepare('INSERT OR IGNORE INTO unlisted (notice, source, at) VALUES (?, ?, ?)');
  const any = db.prepare<[string], number>('SELECT EXISTS (SELECT 1 FROM unlisted WHERE source = ?)').pluck();
  const again = db.prepare(
    'DELETE FROM unlisted WHERE source = ? AND notice IN (SELECT notice FROM aliases WHERE alias IN (SELECT value FROM json_each(?)))',
  );
  const move = db.prepare('UPDATE OR REPLACE unlisted SET notice = ? WHERE notice = ?');
  return {
    since: (id: NoticeId): string | null => since.get(id) ?? null,
    /** `listed`: all addresses that the list names now; undefined where the check saw no list. */
    record(source: SourceId, missing: readonly NoticeId[], listed: readonly string[] | undefined, at: string): void {
      if (listed !== undefined && any.get(source) === 1) again.run(source, JSON.stringify(listed));
      for (const id of missing) add.run(id, source, at);
    },
    move: (kept: NoticeId, gone: NoticeId): void => void move.run(kept, gone),
  };
}

export type UnlistedTable = ReturnType<typeof unlistedTable>;
