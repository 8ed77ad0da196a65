import type { ApiKey, KeyScope, User } from '../../model/account.ts';
import { KEY_SCOPES } from '../../model/account.ts';
import { mayAct, ROLES, type Role } from '../../model/role.ts';

/** What an act asks of whoever does it. */
export interface Need {
  /** The least role that may do it. */
  readonly role: Role;
  /** Whether it changes anything. */
  readonly writes: boolean;
}

/** How far somebody may go. Scope is that of a key; people have all. */
export interface Rights {
  readonly role: Role;
  readonly scope: KeyScope;
}

/** Whether rights suffice for a need. Setting things up asks for the scope `admin` even where it only reads. */
export function suffices({ role, scope }: Rights, need: Need): boolean {
  const wanted: KeyScope = need.role === 'admin' ? 'admin' : need.writes ? 'write' : 'read';
  return mayAct(role, need.role) && KEY_SCOPES.indexOf(scope) >= KEY_SCOPES.indexOf(wanted);
}

/** A key goes as far as its role and, where it has an owner, no further than they do today. */
export function rightsOfKey(key: ApiKey, owner: User | null): Rights {
  return { role: owner === null ? key.role : lesserRole(key.role, owner.role), scope: key.scope };
}

function lesserRole(one: Role, other: Role): Role {
  return ROLES.indexOf(one) < ROLES.indexOf(other) ? one : other;
}
