import type { Act, ApiKey, AuditEntry, Identity, Session, User } from '../model/account.ts';
import type { Digest } from '../model/digest.ts';
import type { KeyId, SessionId, UserId } from '../model/ids.ts';
import type { Role } from '../model/role.ts';

export interface NewUser extends Pick<User, 'id' | 'mail' | 'role' | 'createdAt' | 'identity'> {
  /** Of a password, as a PHC string; null where the account has none. */
  readonly passwordHash: string | null;
}

/** What of an account becomes otherwise. */
export interface UserChange {
  readonly role?: Role;
  readonly disabledAt?: string | null;
  readonly passwordHash?: string;
  readonly identity?: Identity;
  /** A session that stays when a change ends the others: that of whoever changes the password. */
  readonly keepSession?: SessionId;
}

export interface NewSession extends Session {
  readonly tokenHash: Digest;
}

/** What a token opens. */
export interface FoundSession {
  readonly session: Session;
  readonly user: User;
  /** The token is the one before the last rotation. */
  readonly previous: boolean;
}

/** One counter of failed logins: of an account, of an address, or of both together. */
export interface LoginLimit {
  readonly key: string;
  /** Failures that cost nothing. */
  readonly free: number;
  /** Wait after the first failure beyond them; each further one doubles it, up to `mostMs`. */
  readonly firstMs: number;
  readonly mostMs: number;
  /** Does not hold back where this other counter has seen a login that succeeded, and that is younger than `knownMs`. */
  readonly unlessKnown?: string;
}

export interface LoginAttempt {
  readonly limits: readonly LoginLimit[];
  readonly now: number;
  /** A counter that stood still for so long begins anew. */
  readonly forgetMs: number;
  readonly knownMs: number;
}

export interface AuditQuery {
  readonly limit: number;
  /** Entries before this number. */
  readonly before?: number;
  /** Name of an actor, a subject, or the beginning of an act, as in `user.` */
  readonly about?: string;
}

/**
 * Who may log in, what is logged in, keys of programs, and what they all did. Times are milliseconds since 1970 where the store computes with them.
 *
 * Every method that takes an `Act` notes it in the commit that does it: nothing is done without its entry, and no entry is there of what was not done.
 * The audit log is append-only; the store refuses to change or delete an entry, and each carries the hash of the one before.
 * Of tokens, keys and passwords the store holds hashes alone.
 */
export interface AccountStore {
  /** Throws `conflict` where the mail address or the identity has an account. */
  addUser(user: NewUser, act: Act): Promise<User>;
  /** In the order in which they were added. */
  users(): Promise<readonly User[]>;
  findUser(idOrMail: string): Promise<User | undefined>;
  userOf(identity: Identity): Promise<User | undefined>;
  passwordHashOf(id: UserId): Promise<string | null>;
  /** Whether there is an administrator who is not disabled. */
  hasAdmin(): Promise<boolean>;
  /**
   * Whoever is disabled, gets another role or another password is logged out everywhere but in `keepSession`. Throws `not-found`, and `conflict` where no
   * administrator would be left.
   */
  changeUser(id: UserId, change: UserChange, act: Act): Promise<User>;
  /** The same password under stronger parameters; nothing where the hash is no longer `from`. */
  rehash(id: UserId, from: string, to: string): Promise<void>;

  openSession(session: NewSession, act: Act): Promise<void>;
  /** By the hash of its token or of the one before. Nothing for a session that has expired, stood idle for `idleMs`, or whose user is disabled. */
  findSession(tokenHash: Digest, now: number, idleMs: number): Promise<FoundSession | undefined>;
  touchSession(id: SessionId, now: number): Promise<void>;
  /** Another token takes the place of `from`, which is remembered as the one before. False where somebody else was first. */
  rotateSession(id: SessionId, from: Digest, to: Digest, now: number): Promise<boolean>;
  /** Another token takes the place of one that nobody has used yet: the answer that held it was lost. `before` is the token before it. False otherwise. */
  replaceUnusedToken(id: SessionId, before: Digest, to: Digest, now: number): Promise<boolean>;
  /** False where there is none. */
  endSession(id: SessionId, act: Act): Promise<boolean>;
  /** All of a user but one; how many. Notes nothing where there is none. */
  endSessionsOf(user: UserId, except: SessionId | null, act: Act): Promise<number>;
  /** Newest use first, without those that have ended. */
  sessionsOf(user: UserId, now: number, idleMs: number): Promise<readonly Session[]>;

  /** Throws `conflict` where a key that is not revoked has the name. */
  addKey(key: ApiKey, secretHash: Digest, act: Act): Promise<void>;
  keys(): Promise<readonly ApiKey[]>;
  /** By id; the owner where it has one. */
  findKey(id: KeyId): Promise<{ readonly key: ApiKey; readonly secretHash: Digest; readonly owner: User | null } | undefined>;
  touchKey(id: KeyId, nowIso: string): Promise<void>;
  /** By id, or by the name of one that is not revoked. Undefined where there is none; one that is revoked stays so. */
  revokeKey(idOrName: string, nowIso: string, act: (key: ApiKey) => Act): Promise<ApiKey | undefined>;

  /**
   * Counts an attempt before it is made, so that many at once do not get more than their share. Milliseconds to wait; 0: it may be made. One that must
   * wait is not counted.
   */
  takeLogin(attempt: LoginAttempt): Promise<number>;
  /** A login succeeded: these counters begin anew, and `known` remembers it. */
  forgiveLogin(keys: readonly string[], known: string, now: number): Promise<void>;

  recordAct(act: Act): Promise<AuditEntry>;
  /** Newest first. */
  audit(query: AuditQuery): Promise<readonly AuditEntry[]>;
  /** Oldest first, numbers above `after`: for verification, as they stand, whatever their hashes say. */
  auditAfter(after: number, limit: number): Promise<readonly AuditEntry[]>;
  /** The number that was given out last, also where its entry is gone. */
  lastAuditNum(): Promise<number>;
}
