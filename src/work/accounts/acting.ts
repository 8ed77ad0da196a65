import { userInfo } from 'node:os';
import type { Act, Actor, User } from '../../model/account.ts';

/** Whoever acts, from where, at what time: what every act of accounts is told. */
export interface Acting {
  readonly actor: Actor;
  /** Network address; null for the command line. */
  readonly address: string | null;
  readonly now: number;
}

export function actOf({ actor, address, now }: Acting, act: string, subject: string, detail: Act['detail'] = {}): Act {
  return { at: new Date(now).toISOString(), actor, address, act, subject, detail };
}

/** Whoever runs a command on this machine: they can read the database, so the command line asks for no login. */
export function actingHere(now: number): Acting {
  return { actor: { kind: 'local', id: null, name: nameHere(), role: 'admin' }, address: null, now };
}

export function actorOfUser({ id, mail, role }: User): Actor {
  return { kind: 'user', id, name: mail, role };
}

/** Somebody who has not said who it is, or wrongly. */
export const NOBODY: Actor = { kind: 'nobody', id: null, name: 'nobody', role: null };

function nameHere(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that has no name.
    return `user ${process.getuid?.() ?? '?'}`;
  }
}
