import { z } from 'zod';
import type { User } from '../../model/account.ts';
import { parseDuration } from '../../model/duration.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { AccountStore } from '../../store/account-port.ts';
import { actOf } from '../../work/accounts/acting.ts';
import { addKey, revokeKey } from '../../work/accounts/api-keys.ts';
import { addUser, disableUser, enableUser, setPassword, setRole, userNamed } from '../../work/accounts/users.ts';
import { parseAuditHead, verifyAudit } from '../../work/accounts/verify-audit.ts';
import { actingOf } from '../auth/acting.ts';
import { sessionRules } from '../auth/authenticate.ts';
import { cursorOf, page, pageOf, pageOfList, placeOf } from '../paging.ts';
import { route, type Route } from '../route.ts';
import { apiKey, auditEntry, role, scope, session, shownKey, shownSession, shownUser, user } from '../shapes/account.ts';
import { loggedIn } from './login.ts';

const TAG = 'Accounts';
const password = z.string().max(1000);
const named = z.object({ id: z.string().describe('id or mail address') });

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
    async handle(asked) {
      const { accounts } = asked.served.store;
      const owner = asked.body.owner === undefined ? null : await userNamed(accounts, asked.body.owner);
      const { key, secret } = await addKey(accounts, { ...asked.body, owner, expiresInMs: asked.body.expiresIn ?? null }, actingOf(asked));
      return { ...shownKey(key, () => owner?.mail), secret };
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
    async handle(asked) {
      const { user: owner } = loggedIn(asked.actor);
      const { accounts } = asked.served.store;
      const { key, secret } = await addKey(accounts, { ...asked.body, owner, expiresInMs: asked.body.expiresIn ?? null }, actingOf(asked));
      return { ...shownKey(key, () => owner.mail), secret };
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

  route({
    method: 'GET',
    path: '/api/v1/audit',
    tag: TAG,
    summary: 'Who did what to accounts and through the server, newest first',
    access: 'admin',
    query: page.extend({
      about: z.string().max(300).optional().describe('an actor, what was acted on, or acts that begin so: `ann@example.org`, `user.`'),
    }),
    answer: pageOf(auditEntry),
    async handle({ query: { limit, cursor, about }, served }) {
      const before = placeOf(z.object({ before: z.number().int() }), cursor)?.before;
      const items = await served.store.accounts.audit({
        limit,
        ...(before === undefined ? {} : { before }),
        ...(about === undefined ? {} : { about }),
      });
      const last = items.at(-1);
      return { items, nextCursor: last === undefined || items.length < limit ? null : cursorOf({ before: last.num }) };
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/audit/verification',
    tag: TAG,
    summary: 'Computes every hash of the audit log anew; 409 where it does not hold',
    access: 'admin',
    query: z.object({ head: z.string().max(100).optional().describe('a `head` that was told earlier: the log must still hold it') }),
    answer: z.object({ entries: z.number().int(), head: z.string().describe('number and hash of the last entry; keep it elsewhere') }),
    async handle({ query, served }) {
      const head = await verifyAudit(served.store.accounts, query.head === undefined ? undefined : parseAuditHead(query.head));
      return { entries: head.num, head: `${head.num}:${head.hash}` };
    },
  }),
];

async function shownKeys(accounts: AccountStore, owner?: User): Promise<readonly z.output<typeof apiKey>[]> {
  const mails = new Map<string, string>((await accounts.users()).map(({ id, mail }) => [id, mail]));
  const keys = await accounts.keys();
  return keys.filter((key) => owner === undefined || key.owner === owner.id).map((key) => shownKey(key, (id) => mails.get(id)));
}
