import type Database from 'better-sqlite3';
import type { Due } from '../port.ts';
import { classNumber, demandOf, wholeRank } from '../schedule-row.ts';

export interface ScheduleRow {
  readonly subject: string;
  readonly host: string;
  readonly class: number;
  readonly rank: number;
  readonly due_at: number;
  readonly interval_ms: number | null;
}

/** What is due when. Each change keeps two things of its host in step: the earliest due time, and the starts its intervals ask for. */
export function scheduleTable(db: Database.Database) {
  const get = db.prepare<[string], ScheduleRow>('SELECT subject, host, class, rank, due_at, interval_ms FROM schedule WHERE subject = ?');
  const insert = db.prepare(
    'INSERT INTO schedule (subject, host, class, rank, due_at, interval_ms, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const update = db.prepare('UPDATE schedule SET class = ?, rank = ?, due_at = ?, interval_ms = ?, hurried_at = NULL WHERE subject = ?');
  const remove = db.prepare('DELETE FROM schedule WHERE subject = ?');
  const makeHost = db.prepare('INSERT OR IGNORE INTO hosts (host) VALUES (?)');
  const addDemand = db.prepare('UPDATE hosts SET demand = demand + ? WHERE host = ?');
  const refresh = db.prepare<[string]>(
    'UPDATE hosts SET next_due_at = (SELECT min(due_at) FROM schedule s WHERE s.host = hosts.host) WHERE host = ?',
  );
  const moveDue = db.prepare('UPDATE schedule SET due_at = ? WHERE subject = ?');
  const hurry = db.prepare('UPDATE schedule SET due_at = min(due_at, ?), hurried_at = ? WHERE subject = ?');
  const moveRank = db.prepare('UPDATE schedule SET rank = ? WHERE subject = ?');

  return {
    get: (subject: string): ScheduleRow | undefined => get.get(subject),
    makeHost: (host: string): void => void makeHost.run(host),
    /** Sets the next visit of a subject. `createdAt`: when a subject not yet scheduled was made. A subject keeps the host it has. */
    setDue(subject: string, host: string, due: Due, createdAt: number): void {
      const old = get.get(subject);
      const demand = demandOf(due.intervalMs) - demandOf(old?.interval_ms ?? null);
      const at = Math.round(due.at);
      if (old === undefined) {
        makeHost.run(host);
        insert.run(subject, host, classNumber(due.class), wholeRank(due.rank), at, due.intervalMs, createdAt);
      } else {
        update.run(classNumber(due.class), wholeRank(due.rank), at, due.intervalMs, subject);
      }
      if (demand !== 0) addDemand.run(demand, old?.host ?? host);
      refresh.run(old?.host ?? host);
    },
    moveDue(subject: string, at: number): void {
      const old = get.get(subject);
      if (old === undefined) return;
      moveDue.run(Math.round(at), subject);
      refresh.run(old.host);
    },
    /** Brings a visit forward to `at`, where it is not due before, and marks it until it is made: a run under way takes it. */
    hurry(subject: string, at: number): void {
      const old = get.get(subject);
      if (old === undefined) return;
      const dueAt = Math.round(at);
      hurry.run(dueAt, dueAt, subject);
      if (old.due_at > dueAt) refresh.run(old.host);
    },
    moveRank: (subject: string, rank: number): void => void moveRank.run(wholeRank(rank), subject),
    remove(subject: string): void {
      const old = get.get(subject);
      if (old === undefined) return;
      remove.run(subject);
      const demand = demandOf(old.interval_ms);
      if (demand !== 0) addDemand.run(-demand, old.host);
      refresh.run(old.host);
    },
  };
}

export type ScheduleTable = ReturnType<typeof scheduleTable>;
