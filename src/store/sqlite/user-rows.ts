import type Database from 'better-sqlite3';
import type { Identity, User } from '../../model/account.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { UserId } from '../../model/ids.ts';
import type { Role } from '../../model/role.ts';
import type { NewUser, UserChange } from '../account-port.ts';

export interface UserRow {
  readonly id: UserId;
  readonly mail: string;
  readonly role: Role;
  readonly password: string | null;
  readonly issuer: string | null;
  readonly subject: string | null;
  readonly created_at: string;
  readonly disabled_at: string | null;
}

export function userRows(db: Database.Database) {
  const insert = db.prepare(
    `INSERT INTO users (id, mail, role, password, issuer, subject, created_at)
     VALUES (@id, @mail, @role, @passwordHash, @issuer, @subject, @createdAt)`,
  );
  const every = db.prepare<[], UserRow>('SELECT * FROM users ORDER BY num');
  const named = db.prepare<[string, string], UserRow>('SELECT * FROM users WHERE id = ? OR mail = ?');
  const identified = db.prepare<[string, string], UserRow>('SELECT * FROM users WHERE issuer = ? AND subject = ?');
  const admins = db
    .prepare<[string], number>(`SELECT count(*) FROM users WHERE role = 'admin' AND disabled_at IS NULL AND id <> ?`)
    .pluck();
  const update = db.prepare(
    'UPDATE users SET role = @role, password = @password, issuer = @issuer, subject = @subject, disabled_at = @disabled_at WHERE id = @id',
  );
  const rehash = db.prepare('UPDATE users SET password = @to WHERE id = @id AND password = @from');
  const find = (idOrMail: string): UserRow | undefined => named.get(idOrMail, idOrMail);
  const of = ({ issuer, subject }: Identity): UserRow | undefined => identified.get(issuer, subject);
  const refuseTaken = (identity: Identity, id: UserId): void => {
    const known = of(identity);
    if (known !== undefined && known.id !== id)
      throw new DualwatchError('conflict', `that identity of ${identity.issuer} belongs to the account ${known.mail}`);
  };

  return {
    find,
    of,
    all: (): readonly User[] => every.all().map(userOf),
    hasAdmin: (without = ''): boolean => (admins.get(without) ?? 0) > 0,
    rehash: (id: UserId, from: string, to: string): void => void rehash.run({ id, from, to }),
    add(user: NewUser): User {
      if (find(user.mail) !== undefined)
        throw new DualwatchError('conflict', `${user.mail} has an account already; "dualwatch users list" shows it`);
      if (user.identity !== null) refuseTaken(user.identity, user.id);
      const { identity, passwordHash, ...rest } = user;
      insert.run({ ...rest, passwordHash, issuer: identity?.issuer ?? null, subject: identity?.subject ?? null });
      return { ...rest, identity, disabledAt: null, hasPassword: passwordHash !== null };
    },
    /** What became of it, and whether those who are logged in must do so again. */
    change(id: UserId, change: UserChange): { readonly user: User; readonly endsSessions: boolean } {
      const before = find(id);
      if (before === undefined)
        throw new DualwatchError('not-found', `there is no account ${id}; "dualwatch users list" shows those there are`);
      const { role = before.role, passwordHash, identity } = change;
      const disabledAt = change.disabledAt === undefined ? before.disabled_at : change.disabledAt;
      const wasAdmin = before.role === 'admin' && before.disabled_at === null;
      if (wasAdmin && (role !== 'admin' || disabledAt !== null) && (admins.get(id) ?? 0) === 0)
        throw new DualwatchError('conflict', `${before.mail} is the last administrator; give somebody else the role first`);
      if (identity !== undefined) refuseTaken(identity, id);
      const after: UserRow = {
        ...before,
        role,
        disabled_at: disabledAt,
        password: passwordHash ?? before.password,
        issuer: identity?.issuer ?? before.issuer,
        subject: identity?.subject ?? before.subject,
      };
      update.run(after);
      return { user: userOf(after), endsSessions: disabledAt !== null || role !== before.role || passwordHash !== undefined };
    },
  };
}

export function userOf(row: UserRow): User {
  const { id, mail, role, issuer, subject } = row;
  const identity = issuer === null || subject === null ? null : { issuer, subject };
  return { id, mail, role, createdAt: row.created_at, disabledAt: row.disabled_at, hasPassword: row.password !== null, identity };
}
