import { z } from 'zod';
import { DualwatchError } from '../../model/errors.ts';
import { actOf } from '../../work/accounts/acting.ts';
import { addUser, disableUser, enableUser, setPassword, setRole, userNamed } from '../../work/accounts/users.ts';
import { actingOf } from '../auth/acting.ts';
import { sessionRules } from '../auth/authenticate.ts';
import { page, pageOf, pageOfList } from '../paging.ts';
import { route, type Route } from '../route.ts';
import { role, session, shownSession, shownUser, user } from '../shapes/account.ts';

const TAG = 'Accounts';
const password = z.string().max(1000);
const named = z.object({ id: z.string().describe('id or mail address') });

export const accountRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/users',
    tag: TAG,
    summary: 'Accounts',
    access: 'admin',
    query: page,
    answer: pageOf(user),
    async handle({ query, served }) {
      return pageOfList((await served.store.accounts.users()).map(shownUser), ({ id }) => id, query);
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/users',
    tag: TAG,
    summary: 'Add an account; without a password it logs in through the OpenID provider',
    access: 'admin',
    audited: 'itself',
    body: z.object({ mail: z.string().max(300), role, password: password.nullable().default(null) }),
    status: 201,
    answer: user,
    example: { body: { mail: 'ann@example.org', role: 'analyst', password: 'correct horse battery' } },
    async handle(asked) {
      return shownUser(await addUser(asked.served.store.accounts, asked.body, actingOf(asked)));
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/users/:id',
    tag: TAG,
    summary: 'One account',
    access: 'admin',
    params: named,
    answer: user,
    async handle({ params, served }) {
      return shownUser(await userNamed(served.store.accounts, params.id));
    },
  }),
  route({
    method: 'PATCH',
    path: '/api/v1/users/:id',
    tag: TAG,
    summary: 'Give an account another role or password, disable or enable it; its owner is logged out',
    description:
      'The last administrator can be neither disabled nor given another role (409). Your own password is changed at `/api/v1/me/password`.',
    access: 'admin',
    audited: 'itself',
    params: named,
    body: z
      .strictObject({ role: role.optional(), disabled: z.boolean().optional(), password: password.optional() })
      .refine((change) => Object.values(change).some((one) => one !== undefined), 'says nothing that is to change'),
    answer: user,
    example: { body: { role: 'viewer' } },
    async handle(asked) {
      const { accounts } = asked.served.store;
      const { role: to, disabled, password: given } = asked.body;
      const acting = actingOf(asked);
      const before = await userNamed(accounts, asked.params.id);
      if (given !== undefined && before.id === asked.actor.id)
        throw new DualwatchError('conflict', 'your own password is changed at /api/v1/me/password, with the one that you have');
      // What may be refused comes first.
      if (given !== undefined) await setPassword(accounts, before.id, given, acting);
      if (to !== undefined) await setRole(accounts, before.id, to, acting);
      if (disabled !== undefined) await (disabled ? disableUser : enableUser)(accounts, before.id, acting);
      return shownUser(await userNamed(accounts, before.id));
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/users/:id/sessions',
    tag: TAG,
    summary: 'Where somebody is logged in, latest use first',
    access: 'admin',
    params: named,
    answer: z.object({ items: z.array(session) }),
    async handle({ params, actor, served }) {
      const { accounts } = served.store;
      const { id } = await userNamed(accounts, params.id);
      const open = await accounts.sessionsOf(id, served.clock.now(), sessionRules(served.config).idleMs);
      return { items: open.map((one) => shownSession(one, actor.kind === 'user' && one.id === actor.session.id)) };
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/users/:id/sessions',
    tag: TAG,
    summary: 'Log somebody out everywhere',
    access: 'admin',
    audited: 'itself',
    params: named,
    status: 204,
    answer: z.null(),
    async handle(asked) {
      const { accounts } = asked.served.store;
      const { id, mail } = await userNamed(accounts, asked.params.id);
      await accounts.endSessionsOf(id, null, actOf(actingOf(asked), 'session.end', mail));
      return null;
    },
  }),
];
