import type Database from 'better-sqlite3';

/** Which notices wait to be screened: the empty recipe says so, NULL that there is nothing to screen. */
export function screeningQueue(db: Database.Database) {
  const wait = db.prepare(
    `INSERT INTO notice_matches (num, recipe) VALUES (@num, '') ON CONFLICT (num) DO UPDATE SET stamp = stamp + 1, recipe = ''`,
  );
  const silence = db.prepare(
    `UPDATE notice_matches SET stamp = stamp + 1, recipe = NULL, capture = '', matches = '[]', told = NULL, lapses = '[]' WHERE num = ?`,
  );
  const unlist = db.prepare(`UPDATE notices SET listed = '[]' WHERE num = ?`);
  const forget = db.prepare('DELETE FROM notice_matches WHERE num = ?');
  return {
    /** Another reading speaks for the notice than before, or says something else; its matches stay until they are made anew. */
    wait: (num: number): void => void wait.run({ num }),
    /** No reading speaks for it any more. */
    silence(num: number): void {
      if (silence.run(num).changes > 0) unlist.run(num);
    },
    forget: (num: number): void => void forget.run(num),
  };
}

export type ScreeningQueue = ReturnType<typeof screeningQueue>;
