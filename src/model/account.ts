import type { Digest } from './digest.ts';
import type { KeyId, SessionId, UserId } from './ids.ts';
import type { Role } from './role.ts';

/** Somebody who may log in. */
export interface User {
  readonly id: UserId;
  /** Normalised: {@link normaliseMail}. */
  readonly mail: string;
  readonly role: Role;
  readonly createdAt: string;
  /** Null while the account may be used. */
  readonly disabledAt: string | null;
  /** How it logs in; an account may have both, or neither yet. */
  readonly hasPassword: boolean;
  readonly identity: Identity | null;
}

/** Who somebody is at an OpenID provider: `sub` is unique and stays, unlike a mail address. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** One browser that is logged in. Times are milliseconds since 1970. */
export interface Session {
  readonly id: SessionId;
  readonly user: UserId;
  readonly createdAt: number;
  readonly lastUsedAt: number;
  /** The token was renewed last. */
  readonly rotatedAt: number;
  /** Ends then, however much it is used. */
  readonly expiresAt: number;
  /** Where it was opened from, and with what program. */
  readonly address: string | null;
  readonly agent: string | null;
  /** What a page of ours repeats in a header at each write, so that a page of somebody else cannot. */
  readonly csrf: string;
}

/** How far a key goes: it reads, it also changes what people work on, or it also sets things up. Never further than its role. */
export const KEY_SCOPES = ['read', 'write', 'admin'] as const;

export type KeyScope = (typeof KEY_SCOPES)[number];

/** A key of a program. */
export interface ApiKey {
  readonly id: KeyId;
  readonly name: string;
  readonly role: Role;
  readonly scope: KeyScope;
  /** Whose it is: it never goes further than they do. Null for a key made on the command line. */
  readonly owner: UserId | null;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  /** To the minute. */
  readonly lastUsedAt: string | null;
}

/** Whoever acts. */
export interface Actor {
  /** `local`: on this machine, by the command line or over loopback while there is no administrator. `nobody` has not said who it is. */
  readonly kind: 'local' | 'user' | 'key' | 'nobody';
  readonly id: UserId | KeyId | null;
  /** For people: mail address, name of a key, user of the machine. */
  readonly name: string;
  readonly role: Role | null;
}

/** An act, as it is noted in the audit log. Secrets never stand in one. */
export interface Act {
  readonly at: string;
  readonly actor: Actor;
  /** Network address that it came from; null for the command line. */
  readonly address: string | null;
  /** Noun and verb, as in `user.add`. */
  readonly act: string;
  /** What it was done to: a mail address, the name or id of a key, a path. */
  readonly subject: string;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

/** An act in the log: `hash` covers it and the hash before it. */
export interface AuditEntry extends Act {
  /** From 1 on, without gaps. */
  readonly num: number;
  readonly hash: Digest;
}
