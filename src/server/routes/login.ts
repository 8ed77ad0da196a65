import { z } from 'zod';
import { DualwatchError } from '../../model/errors.ts';
import { actOf } from '../../work/accounts/acting.ts';
import { login } from '../../work/accounts/sessions.ts';
import { forgiveLogin, takeLogin } from '../../work/accounts/throttle.ts';
import { changeOwnPassword } from '../../work/accounts/users.ts';
import type { Actor, LoggedIn } from '../actor.ts';
import { actingOf } from '../auth/acting.ts';
import { sessionRules } from '../auth/authenticate.ts';
import { sessionCookie } from '../auth/session-cookie.ts';
import { route, type Route } from '../route.ts';
import { role, scope, session, shownSession } from '../shapes/account.ts';
import { time } from '../shapes/notice.ts';

const TAG = 'Login';
const password = z.string().min(1).max(1000);

const me = z
  .object({
    kind: z.enum(['local', 'user', 'key', 'nobody']).describe('`local`: this machine, as long as there is no administrator'),
    name: z.string(),
    role: role.nullable(),
    scope,
    csrf: z.string().nullable().describe('of a session: send it as `X-Dualwatch-CSRF` with every change'),
    expiresAt: time.nullable(),
    hasPassword: z.boolean(),
    openid: z.string().nullable().describe('where to go to log in through the OpenID provider; null where there is none'),
  })
  .meta({ id: 'Me' });

export const loginRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/me',
    tag: TAG,
    summary: 'Who you are here, and how to log in',
    access: 'public',
    answer: me,
    handle: ({ actor, served }) => shownMe(actor, served.config.oidc.issuer !== ''),
  }),
  route({
    method: 'POST',
    path: '/api/v1/login',
    tag: TAG,
    summary: 'Log in with mail address and password; the session is a cookie',
    description:
      'An account that does not exist, is disabled or has another password is answered alike (401). After some failures the next attempt must wait: 429, `Retry-After`.',
    access: 'public',
    audited: 'itself',
    body: z.object({ mail: z.string().max(300), password }),
    answer: me,
    example: { body: { mail: 'ann@example.org', password: 'correct horse battery' } },
    async handle({ body, actor, request, reply, served }) {
      const { accounts } = served.store;
      const agent = request.headers['user-agent'] ?? null;
      const opened = await login(accounts, { ...body, agent }, actingOf({ actor, request, served }), sessionRules(served.config));
      const { user, session: made } = opened;
      // Whoever logs in anew leaves no older session behind in the same browser.
      if (actor.kind === 'user')
        await accounts.endSession(actor.session.id, actOf(actingOf({ actor, request, served }), 'logout', actor.name));
      sessionCookie(served.config).give(reply, opened.token, made.expiresAt);
      const now: Actor = { kind: 'user', id: user.id, name: user.mail, role: user.role, scope: 'admin', user, session: made };
      return shownMe(now, served.config.oidc.issuer !== '');
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/logout',
    tag: TAG,
    summary: 'End this session',
    access: 'viewer',
    audited: 'itself',
    status: 204,
    answer: z.null(),
    async handle(asked) {
      const { session: own } = loggedIn(asked.actor);
      await asked.served.store.accounts.endSession(own.id, actOf(actingOf(asked), 'logout', asked.actor.name));
      sessionCookie(asked.served.config).take(asked.reply);
      return null;
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/me/password',
    tag: TAG,
    summary: 'Change your own password; your other sessions end',
    access: 'viewer',
    audited: 'itself',
    body: z.object({ current: password, password }),
    status: 204,
    answer: z.null(),
    example: { body: { current: 'correct horse battery', password: 'a longer one with words' } },
    async handle(asked) {
      const { user, session: own } = loggedIn(asked.actor);
      const { accounts } = asked.served.store;
      const acting = actingOf(asked);
      // Whoever found an open browser may not guess here either.
      await takeLogin(accounts, user.mail, acting.address, acting.now);
      await changeOwnPassword(accounts, { user, session: own.id, ...asked.body }, acting);
      await forgiveLogin(accounts, user.mail, acting.address, acting.now);
      return null;
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/me/sessions',
    tag: TAG,
    summary: 'Where you are logged in, latest use first',
    access: 'viewer',
    answer: z.object({ items: z.array(session) }),
    async handle({ actor, served }) {
      const { user, session: own } = loggedIn(actor);
      const open = await served.store.accounts.sessionsOf(user.id, served.clock.now(), sessionRules(served.config).idleMs);
      return { items: open.map((one) => shownSession(one, one.id === own.id)) };
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/me/sessions',
    tag: TAG,
    summary: 'Log out everywhere else',
    access: 'viewer',
    audited: 'itself',
    status: 204,
    answer: z.null(),
    async handle(asked) {
      const { user, session: own } = loggedIn(asked.actor);
      await asked.served.store.accounts.endSessionsOf(user.id, own.id, actOf(actingOf(asked), 'session.end', user.mail));
      return null;
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/me/sessions/:id',
    tag: TAG,
    summary: 'Log out somewhere',
    access: 'viewer',
    audited: 'itself',
    params: z.object({ id: z.string() }),
    status: 204,
    answer: z.null(),
    async handle(asked) {
      const { user } = loggedIn(asked.actor);
      const { accounts } = asked.served.store;
      const open = await accounts.sessionsOf(user.id, asked.served.clock.now(), sessionRules(asked.served.config).idleMs);
      const one = open.find(({ id }) => id === asked.params.id);
      const act = actOf(actingOf(asked), 'session.end', user.mail, { session: asked.params.id.slice(0, 40) });
      if (one === undefined || !(await accounts.endSession(one.id, act))) throw new DualwatchError('not-found', 'you have no such session');
      return null;
    },
  }),
];

function shownMe(actor: Actor, openid: boolean): z.output<typeof me> {
  const { kind, name, role: of, scope: within } = actor;
  const own = kind === 'user' ? actor.session : undefined;
  return {
    kind,
    name,
    role: of,
    scope: within,
    csrf: own?.csrf ?? null,
    expiresAt: own === undefined ? null : new Date(own.expiresAt).toISOString(),
    hasPassword: kind === 'user' && actor.user.hasPassword,
    openid: openid ? '/api/v1/login/openid' : null,
  };
}

/** Sessions and passwords belong to people: a key has none, and makes none. Throws `not-allowed`. */
export function loggedIn(actor: Actor): LoggedIn {
  if (actor.kind === 'user') return actor;
  throw new DualwatchError('not-allowed', 'this is for somebody who has logged in; a key cannot do it, nor whoever needs no login');
}
