import type Database from 'better-sqlite3';
import type { Session } from '../../model/account.ts';
import type { Digest } from '../../model/digest.ts';
import type { SessionId, UserId } from '../../model/ids.ts';
import type { NewSession } from '../account-port.ts';

interface SessionRow extends Omit<Session, 'createdAt' | 'lastUsedAt' | 'rotatedAt' | 'expiresAt'> {
  readonly token: Digest;
  readonly created_at: number;
  readonly last_used_at: number;
  readonly rotated_at: number;
  readonly expires_at: number;
}

export function sessionRows(db: Database.Database) {
  const insert = db.prepare(
    `INSERT INTO sessions (id, user, token, created_at, last_used_at, rotated_at, expires_at, address, agent, csrf)
     VALUES (@id, @user, @tokenHash, @createdAt, @lastUsedAt, @rotatedAt, @expiresAt, @address, @agent, @csrf)`,
  );
  const expired = db.prepare('DELETE FROM sessions WHERE expires_at <= ?');
  const byToken = db.prepare<{ token: string; now: number; idle: number }, SessionRow>(
    'SELECT * FROM sessions WHERE (token = @token OR token_before = @token) AND expires_at > @now AND last_used_at > @idle',
  );
  const touch = db.prepare('UPDATE sessions SET last_used_at = max(last_used_at, @now) WHERE id = @id');
  const rotate = db.prepare(
    'UPDATE sessions SET token = @to, token_before = @from, rotated_at = @now, last_used_at = @now WHERE id = @id AND token = @from',
  );
  // The first use of a token is always noted, later ones to the minute.
  const replaceUnused = db.prepare(
    `UPDATE sessions SET token = @to, rotated_at = @now, last_used_at = @now
     WHERE id = @id AND token_before = @before AND last_used_at = rotated_at`,
  );
  const end = db.prepare('DELETE FROM sessions WHERE id = ?');
  const endOf = db.prepare('DELETE FROM sessions WHERE user = ? AND id <> ?');
  const ofUser = db.prepare<{ user: string; now: number; idle: number }, SessionRow>(
    'SELECT * FROM sessions WHERE user = @user AND expires_at > @now AND last_used_at > @idle ORDER BY last_used_at DESC, id DESC',
  );
  return {
    open(session: NewSession): void {
      expired.run(session.createdAt);
      insert.run(session);
    },
    find(token: Digest, now: number, idleMs: number): { readonly session: Session; readonly previous: boolean } | undefined {
      const row = byToken.get({ token, now, idle: now - idleMs });
      return row && { session: sessionOf(row), previous: row.token !== token };
    },
    touch: (id: SessionId, now: number): void => void touch.run({ id, now }),
    rotate: (id: SessionId, from: Digest, to: Digest, now: number): boolean => rotate.run({ id, from, to, now }).changes > 0,
    replaceUnused: (id: SessionId, before: Digest, to: Digest, now: number): boolean =>
      replaceUnused.run({ id, before, to, now }).changes > 0,
    end: (id: SessionId): boolean => end.run(id).changes > 0,
    endOf: (user: UserId, except: SessionId | null): number => endOf.run(user, except ?? '').changes,
    of: (user: UserId, now: number, idleMs: number): readonly Session[] => ofUser.all({ user, now, idle: now - idleMs }).map(sessionOf),
  };
}

function sessionOf(row: SessionRow): Session {
  const { id, user, address, agent, csrf } = row;
  return {
    id,
    user,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    rotatedAt: row.rotated_at,
    expiresAt: row.expires_at,
    address,
    agent,
    csrf,
  };
}
