import type { NoticeId } from '../../model/ids.ts';
import type { ObservationState } from '../../model/observation.ts';
import type { NewsKind, NewsStore, NumberedNotice } from '../news-port.ts';
import type { Connection } from './connection.ts';
import type { NoticeRow } from './notice-rows.ts';
import type { NoticeViews } from './notices.ts';
import type { SearchIndex } from './search.ts';

interface Row {
  readonly seq: number;
  readonly notice: NoticeId;
  readonly at: string;
  readonly from_state: ObservationState | null;
  readonly to_state: ObservationState;
  readonly kind: NewsKind | 'visit' | 'text';
}

/** What became other of notices; the rows are written by triggers (migration 015). */
export function newsStore(connection: Connection, tables: { readonly views: NoticeViews; readonly search: SearchIndex }): NewsStore {
  const { db } = connection;
  const { views, search } = tables;
  const last = db.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM notice_news').pluck();
  const first = db.prepare<[], number>('SELECT coalesce(min(seq), 0) FROM notice_news').pluck();
  const touched = db.prepare<[number], number>('SELECT DISTINCT num FROM notice_news WHERE seq > ?').pluck();
  const reworded = db.prepare<[number], number>("SELECT DISTINCT num FROM notice_news WHERE seq > ? AND kind = 'text'").pluck();
  // Notices that were merged into another since are told under that one.
  const told = db.prepare<[number, number], Row>(
    `SELECT c.seq, coalesce(m.kept, c.notice) AS notice, c.at, c.from_state, c.to_state, c.kind
     FROM notice_news c LEFT JOIN merged m ON m.id = c.notice WHERE c.seq > ? ORDER BY c.seq LIMIT ?`,
  );
  const one = db.prepare<[number], NoticeRow>('SELECT * FROM notices WHERE num = ?');
  const found = db.prepare<[string, number], number>('SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? ORDER BY rowid').pluck();

  const knows = (seq: number): boolean => seq >= (first.get() ?? 0) - 1 && seq <= (last.get() ?? 0);
  const numbered = (row: NoticeRow): NumberedNotice => ({ num: row.num, notice: views.view(row) });
  const byNumber = (nums: readonly number[]): readonly NumberedNotice[] =>
    nums.flatMap((num) => {
      const row = one.get(num);
      return row === undefined ? [] : [numbered(row)];
    });
  return {
    latest: async () => connection.alone(() => last.get() ?? 0),
    since: async (seq) => {
      // Most questions come before anything has changed: one statement says so.
      if (connection.alone(() => last.get()) === seq) return { seq, nums: [], notices: [], texts: [] };
      return connection.read(() => {
        if (!knows(seq)) return undefined;
        const nums = touched.all(seq);
        return { seq: last.get() ?? 0, nums, notices: byNumber(nums), texts: nums.length === 0 ? [] : reworded.all(seq) };
      });
    },
    list: async (seq, limit) =>
      connection.read(() => {
        const rows = told.all(seq, limit);
        return {
          news: rows.flatMap(({ kind, from_state, to_state, notice, at, ...row }) =>
            kind === 'visit' || kind === 'text' ? [] : [{ seq: row.seq, notice, at, from: from_state, to: to_state, kind }],
          ),
          seq: rows.at(-1)?.seq ?? Math.max(seq, last.get() ?? 0),
          forgotten: !knows(seq),
        };
      }),
    numbered: async (after, limit) => connection.read(() => views.numbered(after, limit)),
    byNumber: async (nums) => connection.read(() => byNumber(nums)),
    withWords: async (words, from = 0) =>
      connection.read(() => {
        const match = search.expression(words);
        return match === undefined ? [] : found.all(match, from);
      }),
  };
}
