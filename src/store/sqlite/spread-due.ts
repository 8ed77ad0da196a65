import type Database from 'better-sqlite3';

/** Moves what fell due before `before` evenly over `overMs` from `now`, in the order in which it fell due; tells how many. */
export function spreadDue(db: Database.Database, now: number, before: number, overMs: number): number {
  const subjects = db
    .prepare<[number, number], string>(
      'SELECT s.subject FROM hosts h CROSS JOIN schedule s ON s.host = h.host AND s.due_at < ? WHERE h.next_due_at < ? ORDER BY s.due_at, s.subject',
    )
    .pluck()
    .all(before, before);
  const move = db.prepare<[number, string]>('UPDATE schedule SET due_at = ? WHERE subject = ?');
  for (const [n, subject] of subjects.entries()) move.run(Math.round(now + (overMs * n) / subjects.length), subject);
  db.prepare(
    'UPDATE hosts SET next_due_at = (SELECT min(due_at) FROM schedule WHERE schedule.host = hosts.host) WHERE next_due_at < ?',
  ).run(before);
  return subjects.length;
}
