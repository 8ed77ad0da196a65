import type Database from 'better-sqlite3';
import type { Digest } from '../../model/digest.ts';

/** Which notices wait to be screened: the empty recipe says so, NULL that there is nothing to screen. */
export function screeningQueue(db: Database.Database) {
  const wait = db.prepare(
    `INSERT INTO notice_matches (num, recipe) VALUES (@num, '') ON CONFLICT (num) DO UPDATE SET stamp = stamp + 1, recipe = ''`,
  );
  const silence = db.prepare(
    `UPDATE notice_matches SET stamp = stamp + 1, recipe = NULL, capture = '', matches = '[]', told = NULL, lapses = '[]' WHERE num = ?`,
  );
  const unlist = db.prepare(`UPDATE notices SET listed = '[]' WHERE num = ?`);
  const untell = db.prepare(`UPDATE notice_matches SET told = '[]' WHERE num = ? AND told IS NOT NULL`);
  const unmatch = db.prepare(`UPDATE notice_matches SET capture = '', matches = '[]' WHERE num = ? AND capture = ?`);
  const forget = db.prepare('DELETE FROM notice_matches WHERE num = ?');
  return {
    /** Another reading speaks for the notice than before, or says something else; its matches stay until they are made anew. */
    wait: (num: number): void => void wait.run({ num }),
    /** No reading speaks for it any more. */
    silence(num: number): void {
      if (silence.run(num).changes > 0) unlist.run(num);
    },
    /** No words of this capture stay, of which another speaks for the notice: news that nobody was told of is told as if nothing had been told before. */
    forgetCapture(num: number, capture: Digest): void {
      untell.run(num);
      unmatch.run(num, capture);
    },
    forget: (num: number): void => void forget.run(num),
  };
}

export type ScreeningQueue = ReturnType<typeof screeningQueue>;
