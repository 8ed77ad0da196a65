import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../model/config.ts';
import { DualwatchError } from '../../model/errors.ts';
import { useKey } from '../../work/accounts/api-keys.ts';
import { rightsOfKey } from '../../work/accounts/permissions.ts';
import { useSession, type SessionRules } from '../../work/accounts/sessions.ts';
import { LOCAL, NOBODY, type Actor } from '../actor.ts';
import type { Served } from '../served.ts';
import { sessionCookie } from './session-cookie.ts';

/** What proxies add. Whoever comes through one is not at this machine, although the connection is. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const;

/**
 * Says who sends a request. A key comes before a cookie: programs send both only by mistake, and pages cannot send a key unseen. `here`: the server is reached from
 * this machine alone; then, as long as there is no administrator, whoever asks owns it. A key that does not hold is refused, `login-required`.
 */
export function authentication(
  served: Served,
  { here }: { readonly here: boolean },
): (request: FastifyRequest, reply: FastifyReply) => Promise<Actor> {
  const { accounts } = served.store;
  const cookie = sessionCookie(served.config);
  const rules = sessionRules(served.config);
  return async (request, reply) => {
    const brought = keyIn(request.headers.authorization);
    const now = served.clock.now();
    if (brought !== undefined) {
      const found = await useKey(accounts, brought, now);
      if (found === undefined) {
        void reply.header('WWW-Authenticate', 'Bearer error="invalid_token"');
        throw new DualwatchError('login-required', 'the key is unknown, expired or revoked; "dualwatch keys add" makes one');
      }
      const { key, owner } = found;
      return { kind: 'key', id: key.id, name: key.name, ...rightsOfKey(key, owner) };
    }
    const token = cookie.of(request);
    if (token !== undefined) {
      const used = await useSession(accounts, token, { address: request.ip, now }, rules);
      if (used !== undefined) {
        const { user, session } = used;
        if (used.token !== undefined) cookie.give(reply, used.token, session.expiresAt);
        return { kind: 'user', id: user.id, name: user.mail, role: user.role, scope: 'admin', user, session };
      }
    }
    return here && FORWARDED.every((name) => request.headers[name] === undefined) && !(await accounts.hasAdmin()) ? LOCAL : NOBODY;
  };
}

export function sessionRules({ server }: Config): SessionRules {
  return { idleMs: server.sessionIdle, mostMs: server.sessionMost };
}

/** Readers of feeds know Basic alone: then the key is the password. What is no key of ours there is for whoever stands before the server, as other schemes are. */
function keyIn(header = ''): string | undefined {
  const [, scheme = '', given] = /^(Bearer|ApiKey|Basic) +(\S+) *$/i.exec(header) ?? [];
  if (given === undefined || scheme.toLowerCase() !== 'basic') return given;
  return /:(dw_.*)$/s.exec(Buffer.from(given, 'base64').toString('utf8'))?.[1];
}
