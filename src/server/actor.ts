import type { Role } from '../model/role.ts';

/** Who asks: the owner of the machine (loopback, before there are accounts), a user with a session, a key, or nobody. */
export type Actor =
  | { readonly kind: 'local'; readonly role: 'admin'; readonly name: string }
  | { readonly kind: 'user' | 'key'; readonly role: Role; readonly id: string; readonly name: string }
  | { readonly kind: 'nobody'; readonly role: null; readonly name: string };

export const NOBODY: Actor = { kind: 'nobody', role: null, name: 'nobody' };
export const LOCAL: Actor = { kind: 'local', role: 'admin', name: 'local' };
