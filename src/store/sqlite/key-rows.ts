import type Database from 'better-sqlite3';
import type { ApiKey, KeyScope } from '../../model/account.ts';
import type { Digest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { KeyId, UserId } from '../../model/ids.ts';
import type { Role } from '../../model/role.ts';

interface KeyRow {
  readonly id: KeyId;
  readonly name: string;
  readonly secret: Digest;
  readonly role: Role;
  readonly scope: KeyScope;
  readonly owner: UserId | null;
  readonly created_at: string;
  readonly expires_at: string | null;
  readonly revoked_at: string | null;
  readonly last_used_at: string | null;
}

export function keyRows(db: Database.Database) {
  const insert = db.prepare(
    `INSERT INTO api_keys (id, name, secret, role, scope, owner, created_at, expires_at)
     VALUES (@id, @name, @secret, @role, @scope, @owner, @createdAt, @expiresAt)`,
  );
  const every = db.prepare<[], KeyRow>('SELECT * FROM api_keys ORDER BY num');
  const byId = db.prepare<[string], KeyRow>('SELECT * FROM api_keys WHERE id = ?');
  const byName = db.prepare<[string], KeyRow>('SELECT * FROM api_keys WHERE name = ? AND revoked_at IS NULL');
  const touch = db.prepare('UPDATE api_keys SET last_used_at = ? WHERE id = ?');
  const revoke = db.prepare('UPDATE api_keys SET revoked_at = ? WHERE id = ?');
  return {
    add(key: ApiKey, secret: Digest): void {
      if (byName.get(key.name) !== undefined)
        throw new DualwatchError(
          'conflict',
          `there is a key ${key.name} already; choose another name, or "dualwatch keys revoke ${key.name}" first`,
        );
      insert.run({ ...key, secret });
    },
    all: (): readonly ApiKey[] => every.all().map(keyOf),
    find(id: KeyId): { readonly key: ApiKey; readonly secretHash: Digest } | undefined {
      const row = byId.get(id);
      return row && { key: keyOf(row), secretHash: row.secret };
    },
    named(idOrName: string): ApiKey | undefined {
      const row = byId.get(idOrName) ?? byName.get(idOrName);
      return row && keyOf(row);
    },
    touch: (id: KeyId, nowIso: string): void => void touch.run(nowIso, id),
    revoke: (id: KeyId, nowIso: string): void => void revoke.run(nowIso, id),
  };
}

function keyOf(row: KeyRow): ApiKey {
  const { id, name, role, scope, owner } = row;
  return {
    id,
    name,
    role,
    scope,
    owner,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
  };
}
