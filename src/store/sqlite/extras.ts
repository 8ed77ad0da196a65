import type Database from 'better-sqlite3';
import type { Digest } from '../../model/digest.ts';
import type { NoticeId } from '../../model/ids.ts';
import type { ExtraKind, WantedExtra } from '../extras-port.ts';

export interface ExtraRow {
  readonly num: number;
  readonly notice: NoticeId;
  readonly kind: ExtraKind;
  readonly reason: string;
  readonly visit_at: string;
  readonly capture: Digest | null;
  /** Policy and source, as JSON. */
  readonly under: string;
  readonly attempts: number;
}

const MOST_ATTEMPTS = 3;
/** The visit's capture has been read: only then is it known which pictures it shows. */
const READ = "NOT EXISTS (SELECT 1 FROM captures c WHERE c.sha256 = extras.capture AND c.recipe = '' AND c.warc IS NOT NULL)";

/** Extras that wait, and pictures that were kept; see `ExtrasStore`. */
export function extrasTable(db: Database.Database) {
  const want = db.prepare(
    `INSERT INTO extras (notice, kind, reason, visit_at, capture, under) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (notice, kind) DO UPDATE SET reason = excluded.reason, visit_at = excluded.visit_at, capture = excluded.capture, under = excluded.under, attempts = 0, ready_at = 0`,
  );
  const next = db.prepare<[string, number], ExtraRow>(
    `SELECT num, notice, kind, reason, visit_at, capture, under, attempts FROM extras WHERE kind = ? AND ready_at <= ? AND ${READ} ORDER BY ready_at, num LIMIT 1`,
  );
  const nextOf = db.prepare<[string, string, number], ExtraRow>(
    `SELECT num, notice, kind, reason, visit_at, capture, under, attempts FROM extras WHERE notice = ? AND kind = ? AND ready_at <= ? AND ${READ}`,
  );
  const hold = db.prepare('UPDATE extras SET ready_at = ?, attempts = attempts + 1 WHERE num = ?');
  const give = db.prepare('UPDATE extras SET ready_at = ?, attempts = attempts - ? WHERE num = ? AND visit_at = ?');
  // A newer visit may have asked again meanwhile.
  const done = db.prepare('DELETE FROM extras WHERE num = ? AND visit_at = ?');
  const remove = db.prepare('DELETE FROM extras WHERE num = ?');
  const count = db.prepare<[string], number>('SELECT count(*) FROM extras WHERE kind = ?').pluck();
  const keep = db.prepare('INSERT OR IGNORE INTO kept_images (notice, address) VALUES (?, ?)');
  const kept = db.prepare<[string, string], number>('SELECT 1 FROM kept_images WHERE notice = ? AND address = ?').pluck();

  return {
    want(notice: NoticeId, { kind, reason, policy, source }: WantedExtra, visitAt: string, capture: Digest | null): void {
      want.run(notice, kind, reason, visitAt, capture, JSON.stringify({ policy, source }));
    },
    claim(kind: ExtraKind, now: number, leaseMs: number, notice: NoticeId | undefined): ExtraRow | undefined {
      const look = (): ExtraRow | undefined => (notice === undefined ? next.get(kind, now) : nextOf.get(notice, kind, now));
      for (let row = look(); row !== undefined; row = look()) {
        if (row.attempts < MOST_ATTEMPTS) {
          hold.run(now + leaseMs, row.num);
          return row;
        }
        remove.run(row.num);
      }
      return undefined;
    },
    putOff: (num: number, visitAt: string, until: number, failed: boolean): void => void give.run(until, failed ? 0 : 1, num, visitAt),
    done: (num: number, visitAt: string): void => void done.run(num, visitAt),
    remove: (num: number): void => void remove.run(num),
    count: (): number => (count.get('images') ?? 0) + (count.get('browser') ?? 0),
    keepImage: (notice: NoticeId, address: string): void => void keep.run(notice, address),
    hasImage: (notice: NoticeId, address: string): boolean => kept.get(notice, address) !== undefined,
  };
}

export type ExtrasTable = ReturnType<typeof extrasTable>;
