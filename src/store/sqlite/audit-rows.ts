import type Database from 'better-sqlite3';
import type { Act, Actor, AuditEntry } from '../../model/account.ts';
import { AUDIT_START, auditHash } from '../../model/audit-hash.ts';
import type { Digest } from '../../model/digest.ts';
import type { AuditQuery } from '../account-port.ts';

interface AuditRow {
  readonly num: number;
  readonly at: string;
  readonly kind: Actor['kind'];
  readonly actor: Actor['id'];
  readonly name: string;
  readonly role: Actor['role'];
  readonly address: string | null;
  readonly act: string;
  readonly subject: string;
  readonly detail: string;
  readonly hash: Digest;
}

/** The audit log. Its numbers follow one another because whoever writes is alone. */
export function auditRows(db: Database.Database) {
  const last = db.prepare<[], { readonly num: number; readonly hash: Digest }>('SELECT num, hash FROM audit ORDER BY num DESC LIMIT 1');
  const given = db.prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'audit'").pluck();
  const insert = db.prepare(
    `INSERT INTO audit (num, at, kind, actor, name, role, address, act, subject, detail, hash)
     VALUES (@num, @at, @kind, @actor, @name, @role, @address, @act, @subject, @detail, @hash)`,
  );
  const newest = db.prepare<[number, number], AuditRow>('SELECT * FROM audit WHERE num < ? ORDER BY num DESC LIMIT ?');
  const about = db.prepare<{ before: number; limit: number; about: string; to: string }, AuditRow>(
    `SELECT * FROM audit WHERE num IN (
       SELECT num FROM audit WHERE name = @about UNION SELECT num FROM audit WHERE subject = @about
       UNION SELECT num FROM audit WHERE act >= @about AND act < @to
     ) AND num < @before ORDER BY num DESC LIMIT @limit`,
  );
  const after = db.prepare<[number, number], AuditRow>('SELECT * FROM audit WHERE num > ? ORDER BY num LIMIT ?');
  const lastNum = (): number => given.get() ?? 0;
  return {
    add(act: Act): AuditEntry {
      // The highest number ever, so that entries taken from the end leave a gap.
      const entry = { ...act, num: lastNum() + 1 };
      const whole = { ...entry, hash: auditHash(last.get()?.hash ?? AUDIT_START, entry) };
      const { actor, detail, ...rest } = whole;
      insert.run({ ...rest, kind: actor.kind, actor: actor.id, name: actor.name, role: actor.role, detail: JSON.stringify(detail) });
      return whole;
    },
    newest({ limit, before = Number.MAX_SAFE_INTEGER, about: of }: AuditQuery): readonly AuditEntry[] {
      if (of === undefined) return newest.all(before, limit).map(entryOf);
      return about.all({ before, limit, about: of, to: `${of}\u{10ffff}` }).map(entryOf);
    },
    after: (num: number, limit: number): readonly AuditEntry[] => after.all(num, limit).map(entryOf),
    lastNum,
  };
}

function entryOf({ num, at, kind, actor, name, role, address, act, subject, detail, hash }: AuditRow): AuditEntry {
  return { num, at, actor: { kind, id: actor, name, role }, address, act, subject, detail: detailOf(detail), hash };
}

/** Somebody may have written anything there: then the entry's hash says so, not the reading of it. */
function detailOf(text: string): AuditEntry['detail'] {
  try {
    return JSON.parse(text) as AuditEntry['detail'];
  } catch {
    return { unreadable: text };
  }
}
