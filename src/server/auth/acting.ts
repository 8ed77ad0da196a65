import type { FastifyRequest } from 'fastify';
import type { Acting } from '../../work/accounts/acting.ts';
import type { Actor } from '../actor.ts';
import type { Served } from '../served.ts';

/** Whoever asks, for the audit log. */
export function actingOf(asked: {
  readonly actor: Actor;
  readonly request: FastifyRequest;
  readonly served: Served;
}): Acting & { readonly address: string } {
  const { kind, id, name, role } = asked.actor;
  return { actor: { kind, id, name, role }, address: asked.request.ip, now: asked.served.clock.now() };
}
