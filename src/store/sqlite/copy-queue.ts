import type Database from 'better-sqlite3';

/** Which notices wait to be compared: the empty recipe says so, NULL that no text speaks for them. */
export function copyQueue(db: Database.Database) {
  const wait = db.prepare(
    `INSERT INTO copy_queue (num, recipe) VALUES (@num, '') ON CONFLICT (num) DO UPDATE SET stamp = stamp + 1, recipe = ''`,
  );
  const silence = db.prepare('UPDATE copy_queue SET stamp = stamp + 1, recipe = NULL WHERE num = ?');
  const forget = db.prepare('DELETE FROM copy_queue WHERE num = ?');
  const drop = db.prepare('DELETE FROM copies WHERE one = @num OR other = @num');
  return {
    /** Another text speaks for the notice than before, or it says something else; its copies stay until it is compared. */
    wait: (num: number): void => void wait.run({ num }),
    /** No text speaks for it any more: nothing is a copy of it. */
    silence(num: number): void {
      silence.run(num);
      drop.run({ num });
    },
    forget(num: number): void {
      forget.run(num);
      drop.run({ num });
    },
  };
}
