import type Database from 'better-sqlite3';

/** Work that one process at a time may do. */
export function leaseTable(db: Database.Database) {
  const take = db.prepare<{ name: string; holder: string; now: number; until: number }>(
    `INSERT INTO leases (name, holder, until) VALUES (@name, @holder, @until)
     ON CONFLICT (name) DO UPDATE SET holder = @holder, until = @until WHERE holder = @holder OR until <= @now`,
  );
  return {
    /** True while `holder` has it; taken from a holder whose time is over. */
    take: (name: string, holder: string, now: number, forMs: number): boolean =>
      take.run({ name, holder, now, until: Math.round(now + forMs) }).changes > 0,
  };
}
