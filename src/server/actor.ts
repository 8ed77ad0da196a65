import type { KeyScope, Session, User } from '../model/account.ts';
import type { KeyId, UserId } from '../model/ids.ts';
import type { Role } from '../model/role.ts';

/** Who asks: the owner of the machine (loopback, before there are accounts), a user with a session, a key, or nobody. */
export type Actor = Local | LoggedIn | WithKey | Nobody;

interface Local {
  readonly kind: 'local';
  readonly id: null;
  readonly name: string;
  readonly role: 'admin';
  readonly scope: 'admin';
}

export interface LoggedIn {
  readonly kind: 'user';
  readonly id: UserId;
  readonly name: string;
  readonly role: Role;
  readonly scope: 'admin';
  readonly user: User;
  readonly session: Session;
}

interface WithKey {
  readonly kind: 'key';
  readonly id: KeyId;
  readonly name: string;
  /** How far it goes today: its owner's role may be less than its own. */
  readonly role: Role;
  readonly scope: KeyScope;
}

interface Nobody {
  readonly kind: 'nobody';
  readonly id: null;
  readonly name: string;
  readonly role: null;
  readonly scope: 'read';
}

export const NOBODY: Actor = { kind: 'nobody', id: null, name: 'nobody', role: null, scope: 'read' };
export const LOCAL: Actor = { kind: 'local', id: null, name: 'local', role: 'admin', scope: 'admin' };
