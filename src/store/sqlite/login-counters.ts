import type Database from 'better-sqlite3';
import type { LoginAttempt, LoginLimit } from '../account-port.ts';

interface CounterRow {
  readonly failures: number;
  readonly held_until: number;
  readonly last_at: number;
  readonly known_at: number;
}

/** Counters that nobody needs any more go with each attempt, so many at most. */
const SWEPT = 20;

/** How often logins failed, and who must wait therefore. */
export function loginCounters(db: Database.Database) {
  const get = db.prepare<[string], CounterRow>('SELECT failures, held_until, last_at, known_at FROM login_counters WHERE key = ?');
  const put = db.prepare(
    `INSERT INTO login_counters (key, failures, held_until, last_at, known_at) VALUES (@key, @failures, @heldUntil, @now, 0)
     ON CONFLICT (key) DO UPDATE SET failures = excluded.failures, held_until = excluded.held_until, last_at = excluded.last_at`,
  );
  const forgive = db.prepare('UPDATE login_counters SET failures = 0, held_until = 0 WHERE key = ?');
  const know = db.prepare(
    `INSERT INTO login_counters (key, failures, held_until, last_at, known_at) VALUES (@key, 0, 0, @now, @now)
     ON CONFLICT (key) DO UPDATE SET failures = 0, held_until = 0, last_at = @now, known_at = @now`,
  );
  const sweep = db.prepare(
    `DELETE FROM login_counters WHERE key IN (
       SELECT key FROM login_counters WHERE last_at < @forgotten AND known_at < @unknown AND held_until < @now ORDER BY last_at LIMIT ${SWEPT})`,
  );
  const countersOf = (limits: readonly LoginLimit[]) => limits.map((limit) => ({ limit, row: get.get(limit.key) }));
  const heldMs = ({ limits, now, knownMs }: LoginAttempt, counters = countersOf(limits)): number => {
    const known = (key: string | undefined): boolean => key !== undefined && (get.get(key)?.known_at ?? 0) > now - knownMs;
    const held = counters.map(({ limit, row }) => (row === undefined || known(limit.unlessKnown) ? 0 : row.held_until - now));
    // A clock that was far ahead must not shut anybody out for longer than the longest hold.
    return Math.min(Math.max(0, ...held), Math.max(...limits.map(({ mostMs }) => mostMs)));
  };
  return {
    heldMs,
    take(attempt: LoginAttempt): number {
      const { limits, now, forgetMs, knownMs } = attempt;
      sweep.run({ forgotten: now - forgetMs, unknown: now - knownMs, now });
      const counters = countersOf(limits);
      const waitMs = heldMs(attempt, counters);
      if (waitMs > 0) return waitMs;
      for (const { limit, row } of counters) {
        const failures = (row === undefined || row.last_at < now - forgetMs ? 0 : row.failures) + 1;
        put.run({ key: limit.key, failures, heldUntil: now + holdAfter(failures, limit), now });
      }
      return 0;
    },
    forgive(keys: readonly string[], knownKey: string, now: number): void {
      for (const key of keys) forgive.run(key);
      know.run({ key: knownKey, now });
    },
  };
}

function holdAfter(failures: number, { free, firstMs, mostMs }: LoginLimit): number {
  return failures <= free ? 0 : Math.min(mostMs, firstMs * 2 ** Math.min(failures - free - 1, 30));
}
