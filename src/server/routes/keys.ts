import { z } from 'zod';
import type { User } from '../../model/account.ts';
import { parseDuration } from '../../model/duration.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { AccountStore } from '../../store/account-port.ts';
import { addKey, revokeKey } from '../../work/accounts/api-keys.ts';
import { userNamed } from '../../work/accounts/users.ts';
import { actingOf } from '../auth/acting.ts';
import { page, pageOf, pageOfList } from '../paging.ts';
import { route, type Route } from '../route.ts';
import { apiKey, role, scope, shownKey } from '../shapes/account.ts';
import { loggedIn } from './login.ts';

const TAG = 'Accounts';
const wantedKey = z.object({
  name: z.string().max(200),
  role: role.default('viewer'),
  scope: scope.default('read'),
  expiresIn: z
    .string()
    .max(20)
    .transform((text, context) => {
      try {
        const ms = parseDuration(text);
        if (ms >= MINUTE_MS && ms <= MOST_MS) return ms;
      } catch {
        // Told below.
      }
      context.addIssue('a duration from 1m to 3650d, as in 90d');
      return z.NEVER;
    })
    .optional()
    .describe('a duration, as in 90d; for ever unless told'),
});
const madeKey = apiKey.omit({}).extend({ secret: z.string().describe('the key; it is told this once') });

const MINUTE_MS = 60_000;
const MOST_MS = 3650 * 24 * 60 * MINUTE_MS;

export const keyRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/keys',
    tag: TAG,
    summary: 'Keys of programs, revoked ones too',
    access: 'admin',
    query: page,
    answer: pageOf(apiKey),
    async handle({ query, served }) {
      return pageOfList(await shownKeys(served.store.accounts), ({ id }) => id, query);
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/keys',
    tag: TAG,
    summary: 'Make a key; it is told this once',
    access: 'admin',
    audited: 'itself',
    body: wantedKey.extend({ owner: z.string().max(300).optional().describe('id or mail address') }),
    status: 201,
    answer: madeKey,
    example: { body: { name: 'crawler', role: 'analyst', scope: 'write', expiresIn: '90d' } },
    async handle(asked) {
      const owner = asked.body.owner === undefined ? null : await userNamed(asked.served.store.accounts, asked.body.owner);
      return madeFor(asked, owner);
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/keys/:id',
    tag: TAG,
    summary: 'Revoke a key',
    access: 'admin',
    audited: 'itself',
    params: z.object({ id: z.string().describe('id or name') }),
    status: 204,
    answer: z.null(),
    async handle(asked) {
      await revokeKey(asked.served.store.accounts, asked.params.id, actingOf(asked));
      return null;
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/me/keys',
    tag: TAG,
    summary: 'Your own keys',
    access: 'viewer',
    query: page,
    answer: pageOf(apiKey),
    async handle({ query, actor, served }) {
      const { user: own } = loggedIn(actor);
      return pageOfList(await shownKeys(served.store.accounts, own), ({ id }) => id, query);
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/me/keys',
    tag: TAG,
    summary: 'Make a key of your own, which never goes further than you do; it is told this once',
    access: 'viewer',
    audited: 'itself',
    body: wantedKey,
    status: 201,
    answer: madeKey,
    example: { body: { name: 'feed reader', expiresIn: '90d' } },
    async handle(asked) {
      return madeFor(asked, loggedIn(asked.actor).user);
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/me/keys/:id',
    tag: TAG,
    summary: 'Revoke a key of your own',
    access: 'viewer',
    audited: 'itself',
    params: z.object({ id: z.string() }),
    status: 204,
    answer: z.null(),
    async handle(asked) {
      const { user: own } = loggedIn(asked.actor);
      const { accounts } = asked.served.store;
      const key = (await accounts.keys()).find(({ id, owner }) => id === asked.params.id && owner === own.id);
      if (key === undefined) throw new DualwatchError('not-found', 'you have no such key');
      await revokeKey(accounts, key.id, actingOf(asked));
      return null;
    },
  }),
];

async function madeFor(asked: Parameters<typeof actingOf>[0] & { readonly body: z.output<typeof wantedKey> }, owner: User | null) {
  const { name, role: of, scope: within, expiresIn = null } = asked.body;
  const wanted = { name, role: of, scope: within, owner, expiresInMs: expiresIn };
  const { key, secret } = await addKey(asked.served.store.accounts, wanted, actingOf(asked));
  return { ...shownKey(key, () => owner?.mail), secret };
}

async function shownKeys(accounts: AccountStore, owner?: User): Promise<readonly z.output<typeof apiKey>[]> {
  const mails = new Map<string, string>((await accounts.users()).map(({ id, mail }) => [id, mail]));
  const keys = await accounts.keys();
  return keys.filter((key) => owner === undefined || key.owner === owner.id).map((key) => shownKey(key, (id) => mails.get(id)));
}
