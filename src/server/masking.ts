import type { Actor } from './actor.ts';

/** Private persons, telephone numbers and mail addresses are masked for viewers always, for others unless they ask (`?reveal=true`). */
export function isRevealed(actor: Actor, asked: boolean): boolean {
  return asked && (actor.role === 'analyst' || actor.role === 'admin');
}
