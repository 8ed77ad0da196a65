import type { FastifyReply, FastifyRequest } from 'fastify';
import { actOf } from '../../work/accounts/acting.ts';
import type { Actor } from '../actor.ts';
import { changesState, type Route } from '../route.ts';
import type { Served } from '../served.ts';
import { actingOf } from './acting.ts';

const MOST_PATH = 300;

/**
 * Notes a change that was made through the server, once it is answered: the path, never the body or the query. Acts on accounts are noted by themselves, in the commit
 * that does them. What fails here is told and undoes nothing.
 */
export async function auditChange(
  served: Served,
  {
    actor,
    route,
    request,
    reply,
  }: { readonly actor: Actor; readonly route: Route; readonly request: FastifyRequest; readonly reply: FastifyReply },
): Promise<void> {
  if (!changesState(route) || route.audited === 'itself' || reply.statusCode >= 400) return;
  const path = request.url.split('?', 1)[0]?.slice(0, MOST_PATH) ?? '';
  try {
    const act = `api.${route.method.toLowerCase()}`;
    await served.store.accounts.recordAct(
      actOf(actingOf({ actor, request, served }), act, path, { route: route.path, status: reply.statusCode }),
    );
  } catch (error) {
    served.note(
      'error',
      `${act(route)} was done and could not be noted in the audit log: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function act({ method, path }: Route): string {
  return `${method} ${path}`;
}
