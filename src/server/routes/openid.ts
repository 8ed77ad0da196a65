import type { FastifyReply, FastifyRequest } from 'fastify';
import { asDualwatchError, DualwatchError } from '../../model/errors.ts';
import { userOfIdentity } from '../../work/accounts/identities.ts';
import { openSession } from '../../work/accounts/sessions.ts';
import { actOf } from '../../work/accounts/acting.ts';
import { actingOf } from '../auth/acting.ts';
import { sessionRules } from '../auth/authenticate.ts';
import { sessionCookie } from '../auth/session-cookie.ts';
import { LOGIN_MS, providerOf } from '../openid/provider.ts';
import { route, type Route } from '../route.ts';
import type { Served } from '../served.ts';

const TAG = 'Login';
const CALLBACK = '/api/v1/login/openid/callback';

export const openIdRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/login/openid',
    tag: TAG,
    summary: 'Goes to the OpenID provider to log in (303); 404 where none is set',
    access: 'public',
    answer: { produces: 'text/plain' },
    handle: ({ served, request, reply }) =>
      orToLogin(request, reply, async () => {
        const { address, sealed } = await providerOf(served).begin(originOf(served, request) + CALLBACK, served.clock.now());
        const { name, kept } = loginCookie(served);
        void reply.header('Cache-Control', 'no-store').setCookie(name, sealed, { ...kept, maxAge: LOGIN_MS / 1000 });
        return reply.redirect(address, 303);
      }),
  }),
  route({
    method: 'GET',
    path: CALLBACK,
    tag: TAG,
    otherQuery: 'passed over',
    summary: 'Where the OpenID provider sends the browser back to; logs in and goes to the first page (303)',
    access: 'public',
    answer: { produces: 'text/plain' },
    handle: ({ actor, served, request, reply }) =>
      orToLogin(request, reply, async () => {
        const provider = providerOf(served);
        const { name, kept } = loginCookie(served);
        const sealed = request.cookies[name];
        if (sealed === undefined)
          throw new DualwatchError('login-required', 'this browser began no login; begin it at /api/v1/login/openid');
        void reply.clearCookie(name, kept);
        const acting = actingOf({ actor, request, served });
        const { accounts } = served.store;
        const returned = new URL(request.url, originOf(served, request));
        const vouched = await provider.finish(returned, sealed, acting.now);
        const by = { ...acting, actor: { kind: 'nobody', id: null, name: vouched.identity.issuer, role: null } } as const;
        const user = await userOfIdentity(accounts, vouched, by);
        const agent = request.headers['user-agent'] ?? null;
        const opened = await openSession(accounts, user, { agent, by: 'openid' }, acting, sessionRules(served.config));
        if (actor.kind === 'user') await accounts.endSession(actor.session.id, actOf(acting, 'logout', actor.name));
        sessionCookie(served.config).give(reply, opened.token, opened.session.expiresAt);
        // Never to an address that the request names.
        return reply.redirect(hasDesk(request) ? '/' : '/api/docs', 303);
      }),
  }),
];

/** A browser that the login has led here is led back to it where that failed: it says so in the reader's language. Of the reason it is told the code alone. */
async function orToLogin(request: FastifyRequest, reply: FastifyReply, act: () => Promise<unknown>): Promise<unknown> {
  try {
    return await act();
  } catch (error) {
    const { code } = asDualwatchError(error);
    // A fault of ours is noted where all are.
    if (code === 'internal' || !hasDesk(request) || !(request.headers.accept ?? '').includes('text/html')) throw error;
    return reply.redirect(`/inbox?login=${code}`, 303);
  }
}

function hasDesk(request: FastifyRequest): boolean {
  return request.server.hasRoute({ method: 'GET', url: '/' });
}

/** Sent when the provider's page leads back here, which `Strict` would not be. */
function loginCookie({ config }: Served) {
  const secure = /^https:/i.test(config.server.publicUrl);
  const kept = { path: '/', httpOnly: true, secure, sameSite: 'lax' } as const;
  return { name: secure ? '__Host-dualwatch-login' : 'dualwatch-login', kept };
}

/** Where people reach the server. Without a public address the name in `Host` counts, which was checked. */
function originOf({ config }: Served, request: FastifyRequest): string {
  return config.server.publicUrl === '' ? `http://${request.headers.host ?? ''}` : new URL(config.server.publicUrl).origin;
}
