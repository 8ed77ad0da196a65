import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { FastifyRequest } from 'fastify';
import { DualwatchError } from '../model/errors.ts';
import type { Actor } from './actor.ts';
import { changesState, type Route } from './route.ts';
import type { Served } from './served.ts';

const HOUR_MS = 3_600_000;
const KEPT_MS = 24 * HOUR_MS;
/** Nothing takes longer: whoever began it then is gone. */
const LOST_MS = HOUR_MS;

/** A write that its client named by a key: the answer that it had before, or what to do with the one that it gets. */
export type Keyed =
  | { readonly before: { readonly status: number; readonly text: string } }
  | { readonly before: null; readonly done: (status: number, text: string) => Promise<void>; readonly failed: () => Promise<void> };

/**
 * Looks up the `Idempotency-Key` of a request. Undefined where it has none or changes nothing. Throws `conflict` where the key was for another request, where the
 * first is still under way, and where its answer held a secret, which is not kept.
 */
export async function keyedRequest(
  served: Served,
  { actor, route, request }: { readonly actor: Actor; readonly route: Route; readonly request: FastifyRequest },
): Promise<Keyed | undefined> {
  const key = request.headers['idempotency-key'];
  if (key === undefined || !changesState(route)) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
    throw new DualwatchError('usage', 'headers.idempotency-key: 1 to 200 visible ASCII characters name a write, as a UUID does');
  if (route.takes !== undefined || 'produces' in route.answer)
    throw new DualwatchError(
      'usage',
      'headers.idempotency-key: what is uploaded or streamed cannot be named by a key; send it without one',
    );
  // The digest of a request is kept: that of a password would be one to guess at.
  if (route.body instanceof z.ZodObject && 'password' in route.body.shape)
    throw new DualwatchError('usage', 'headers.idempotency-key: a request with a password cannot be named by a key; send it without one');
  const asked = createHash('sha256')
    .update(JSON.stringify([request.method, request.url, request.body ?? null]))
    .digest();
  const who = { actor: actor.kind === 'user' || actor.kind === 'key' ? `${actor.kind} ${actor.id}` : actor.kind, key };
  const now = served.clock.now();
  const store = served.store.idempotency;
  const state = await store.begin({ ...who, request: asked, at: now }, now - KEPT_MS, now - LOST_MS);
  switch (state.is) {
    case 'other':
      throw new DualwatchError('conflict', 'this Idempotency-Key was sent with another request; take a new one for each');
    case 'running':
      throw new DualwatchError('conflict', 'the request of this Idempotency-Key is under way; ask again in a while');
    case 'done':
      if (state.answer === SECRET)
        throw new DualwatchError('conflict', 'the request of this Idempotency-Key was done; its answer held a secret and was told once');
      return { before: { status: state.status, text: state.answer } };
    case 'new':
      return {
        before: null,
        done: (status, text) => store.finish(who, status, holdsSecret(route) ? SECRET : text),
        failed: () => store.abandon(who),
      };
  }
}

/** Stands in the place of an answer that is not kept. */
const SECRET = 'secret';

function holdsSecret({ answer }: Route): boolean {
  return answer instanceof z.ZodObject && 'secret' in answer.shape;
}
