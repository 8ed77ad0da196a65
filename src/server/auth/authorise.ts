import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { sha256 } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import { suffices } from '../../work/accounts/permissions.ts';
import type { Actor } from '../actor.ts';
import { changesState, type Route } from '../route.ts';

export const CSRF_HEADER = 'x-dualwatch-csrf';

/** Whether somebody may ask a route. Throws `login-required` or `not-allowed`. */
export function authorise(actor: Actor, route: Route): void {
  const { access } = route;
  if (access === 'public') return;
  if (actor.role === null) throw new DualwatchError('login-required', 'log in, or send a key as "Authorization: Bearer <key>"');
  const writes = changesState(route);
  if (suffices(actor, { role: access, writes })) return;
  if (!suffices({ role: actor.role, scope: 'admin' }, { role: access, writes }))
    throw new DualwatchError('not-allowed', `this needs the role ${access}; you are ${actor.role}`);
  throw new DualwatchError(
    'not-allowed',
    `this needs a key with the scope ${access === 'admin' ? 'admin' : 'write'}; yours is ${actor.scope}`,
  );
}

/**
 * Refuses a change that the browser of somebody who is logged in was made to send. Such a request carries the cookie by itself, but not the token of the session in
 * a header: only a page of ours can read it. Throws `not-allowed`.
 */
export function refuseForgery(actor: Actor, route: Route, request: FastifyRequest): void {
  if (actor.kind !== 'user' || !changesState(route)) return;
  const { [CSRF_HEADER]: given, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined && site !== 'same-origin') throw new DualwatchError('not-allowed', 'a page of another site may not ask this');
  if (typeof given !== 'string' || !same(given, actor.session.csrf))
    throw new DualwatchError('not-allowed', `send the token that GET /api/v1/me gives as "csrf" in the header X-Dualwatch-CSRF`);
}

function same(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(one)), Buffer.from(sha256(other)));
}
