import type Database from 'better-sqlite3';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const WAITING = [
  ['alert_rules', 'held_until'],
  ['alert_deliveries', 'busy_until'],
  ['extras', 'ready_at'],
  ['leases', 'until'],
] as const;

/** Brings back what a clock that was far ahead has put into a future that no pace, hold or interval explains; tells how many visits. */
export function clampFuture(db: Database.Database, now: number): number {
  const slots = db.prepare<{ now: number; pace: number; hold: number; lease: number }>(
    `UPDATE hosts SET
       next_start_at = CASE WHEN next_start_at > @pace THEN @now ELSE next_start_at END,
       held_until = min(held_until, @hold),
       busy_until = min(busy_until, @lease)
     WHERE next_start_at > @pace OR held_until > @hold OR busy_until > @lease`,
  );
  // A pace of minutes and the extra starts of one visit stay below an hour, as does a lease; holds and back-off end within a day.
  slots.run({ now, pace: now + HOUR, hold: now + DAY, lease: now + HOUR });
  // Receivers that failed, leases of what is sent or kept beside visits, and leases of processes end within a day too.
  for (const [table, column] of WAITING)
    db.prepare(`UPDATE ${table} SET ${column} = @now WHERE ${column} > @day`).run({ now, day: now + DAY });
  const late = db.prepare<{ now: number; day: number }>(
    `UPDATE schedule SET due_at = @now + coalesce(interval_ms, 0) WHERE due_at > @now + max(coalesce(interval_ms, 0), @day) + @day`,
  );
  const moved = late.run({ now, day: DAY }).changes;
  if (moved > 0) db.exec('UPDATE hosts SET next_due_at = (SELECT min(due_at) FROM schedule WHERE schedule.host = hosts.host)');
  return moved;
}
