import type Database from 'better-sqlite3';
import type { Digest } from '../../model/digest.ts';
import type { NoticeId } from '../../model/ids.ts';
import type { TextMatch } from '../../model/match.ts';
import type { Store } from '../port.ts';
import type { KeptMatches, NoticeMatches, ReadingToScreen, ScoreSummary, UntoldMatches } from '../screening-port.ts';
import { followOf, summaryOf, type NoticeRows } from './notice-rows.ts';
import type { ReadingTable } from './readings.ts';

interface Row {
  readonly num: number;
  readonly noticeId: NoticeId;
  readonly stamp: number;
  readonly capture: Digest | '';
  readonly recipe: string | null;
  readonly matches: string;
  readonly told: string | null;
  readonly lapses: string;
}

/** What screening found in notices; all of it can be found again. */
export function noticeMatches(db: Database.Database, notices: NoticeRows, readings: ReadingTable) {
  const columns =
    'm.num, n.id AS noticeId, m.stamp, m.capture, m.recipe, m.matches, m.told, m.lapses FROM notice_matches m JOIN notices n ON n.num = m.num';
  const older = db.prepare<[string, number], Row>(`SELECT ${columns} WHERE m.recipe < ? ORDER BY m.recipe, m.num LIMIT ?`);
  const newer = db.prepare<[string, number], Row>(`SELECT ${columns} WHERE m.recipe > ? ORDER BY m.recipe, m.num LIMIT ?`);
  const after = db.prepare<[number, number], Row>(`SELECT ${columns} WHERE m.num > ? AND m.recipe IS NOT NULL ORDER BY m.num LIMIT ?`);
  const byNum = db.prepare<[number], Row>(`SELECT ${columns} WHERE m.num = ?`);
  const untold = db.prepare<[number, number], Row>(
    `SELECT ${columns} WHERE m.told IS NOT NULL AND m.num > ? AND m.recipe > '' ORDER BY m.num LIMIT ?`,
  );
  const put = db.prepare(
    `UPDATE notice_matches SET capture = @capture, recipe = @recipe, told = CASE WHEN @untold = 1 THEN coalesce(told, matches) ELSE told END, matches = @matches
     WHERE num = @num AND stamp = @stamp`,
  );
  const tell = db.prepare('UPDATE notice_matches SET told = NULL, lapses = @lapses WHERE num = @num AND recipe = @recipe');
  const list = db.prepare('UPDATE notices SET listed = ? WHERE num = ?');

  return {
    /** Those that wait come first (their recipe is the empty string), then those of other recipes. */
    unscreened(recipe: string, limit: number): readonly ReadingToScreen[] {
      const first = older.all(recipe, limit);
      return (first.length >= limit ? first : [...first, ...newer.all(recipe, limit - first.length)]).flatMap(toScreen);
    },
    toScreen(id: NoticeId): ReadingToScreen | undefined {
      const notice = notices.get(id);
      const row = notice && byNum.get(notice.num);
      return row === undefined || row.recipe === null ? undefined : toScreen(row)[0];
    },
    after: (num: number, limit: number): readonly ReadingToScreen[] => after.all(num, limit).flatMap(toScreen),
    /** Whether it was kept: a reading that changed since waits to be screened again. */
    record({ noticeId, stamp, recipe, matches, listed, untold: isNews }: NoticeMatches, score: ScoreSummary | undefined): boolean {
      const row = notices.get(noticeId);
      const reading = readings.of(noticeId);
      if (row === undefined || row.id !== noticeId || reading === undefined) return false;
      const values = {
        capture: reading.capture,
        recipe,
        untold: isNews === true ? 1 : 0,
        matches: JSON.stringify(matches),
        num: row.num,
        stamp,
      };
      if (put.run(values).changes === 0) return false;
      list.run(JSON.stringify(listed), row.num);
      if (score === undefined) return true;
      const summary = { ...summaryOf(row), listed };
      const { priority, reasons } = score(summary, followOf(row).state);
      if (priority !== summary.priority || reasons.join() !== summary.reasons.join())
        readings.resummarise(noticeId, { ...summary, priority, reasons }, priority);
      return true;
    },
    untold: (num: number, limit: number): readonly UntoldMatches[] =>
      untold
        .all(num, limit)
        .flatMap((row) => toScreen(row).map((one) => ({ ...one, told: JSON.parse(row.told ?? '[]') as readonly TextMatch[] }))),
    tell: ({ lapses, ...told }: Parameters<Store['noteTold']>[0][number]): void =>
      void tell.run({ num: told.num, recipe: told.recipe, lapses: JSON.stringify(lapses) }),
    of(id: NoticeId): KeptMatches | undefined {
      const notice = notices.get(id);
      const row = notice && byNum.get(notice.num);
      if (row === undefined || row.capture === '') return undefined;
      return { capture: row.capture, recipe: row.recipe ?? '', matches: JSON.parse(row.matches) as readonly TextMatch[] };
    },
  };

  function toScreen(row: Row): readonly ReadingToScreen[] {
    const found = readings.of(row.noticeId);
    if (found === undefined) return [];
    return [
      {
        num: row.num,
        noticeId: row.noticeId,
        capture: found.capture,
        stamp: row.stamp,
        reading: found.reading,
        mentions: found.mentions,
        matches: JSON.parse(row.matches) as readonly TextMatch[],
        recipe: row.recipe ?? '',
        lapses: JSON.parse(row.lapses) as readonly string[],
      },
    ];
  }
}
