import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEY_SCOPES } from '../../src/model/account.ts';
import { ROLES, type Role } from '../../src/model/role.ts';
import { changesState, type Access, type Route } from '../../src/server/route.ts';
import { ROUTES } from '../../src/server/routes.ts';
import { serveNewHome, type ServedHome } from '../../src/server/testing/served-home.ts';
import { actingHere } from '../../src/work/accounts/acting.ts';
import { addKey } from '../../src/work/accounts/api-keys.ts';
import { addUser } from '../../src/work/accounts/users.ts';

/** Open to anybody: what says that the server is there, what it is, and how to log in. Nothing of what is kept. */
const PUBLIC = new Set([
  'GET /',
  'GET /healthz',
  'GET /readyz',
  'GET /api/docs',
  'GET /api/docs.css',
  'GET /api/v1/openapi.json',
  'GET /api/v1/me',
  'GET /api/v1/desk',
  'POST /api/v1/login',
  'GET /api/v1/login/openid',
  'GET /api/v1/login/openid/callback',
]);

/** What sets things up, or tells of people: for administrators, also where it only reads. */
const ADMIN: readonly RegExp[] = [
  /^[A-Z]+ \/api\/v1\/(?:users|keys|audit|alerts)(?:\/|$)/,
  /^(?:POST|PATCH|DELETE) \/api\/v1\/sources(?:\/|$)/,
  /^(?:POST|PUT|DELETE) \/api\/v1\/lists(?:\/|$)/,
  /^DELETE \/api\/v1\/captures\//,
  /^(?:GET|POST) \/api\/v1\/log\/verification$/,
  /^(?:POST|DELETE) \/api\/v1\/anchors(?:\/|$)/,
  /^POST \/api\/v1\/demo$/,
];

/** Bytes as they were received name private persons, whatever is masked elsewhere. */
const UNMASKED: readonly RegExp[] = [
  /^GET \/api\/v1\/captures\/:sha256\/(?:warc|screenshot|pdf|document)$/,
  /^GET \/api\/v1\/exports\//,
  // It takes gigabytes into the home while it is checked.
  /^POST \/api\/v1\/verify$/,
  /^GET \/api\/v1\/log\/entries$/,
  /^GET \/api\/v1\/screen\/uploads(?:\/|$)/,
];

/** Changes that are everybody's own. */
const OWN = /^[A-Z]+ \/api\/v1\/(?:me(?:\/|$)|logout$)/;

/** The desk's page and its files: what they show comes through routes that ask who is there. */
function isPageForPeople({ method, documented }: Route): boolean {
  return method === 'GET' && documented === false;
}

/** Who ought to get how far, without looking at the table: reads are for viewers, changes for analysts, but for what stands above. */
function expected(route: Route): Access {
  const name = nameOf(route);
  if (PUBLIC.has(name) || isPageForPeople(route)) return 'public';
  if (ADMIN.some((one) => one.test(name))) return 'admin';
  if (UNMASKED.some((one) => one.test(name))) return 'analyst';
  return changesState(route) && !OWN.test(name) ? 'analyst' : 'viewer';
}

interface Caller {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly may: (access: Access, changes: boolean) => boolean;
}

/** The roles that have at least what is asked, told one by one. */
const ENOUGH: Readonly<Record<Role, readonly Role[]>> = {
  viewer: ['viewer', 'analyst', 'admin'],
  analyst: ['analyst', 'admin'],
  admin: ['admin'],
};
const PASSWORD = 'correct horse battery';

describe('every route, for everybody', () => {
  let home: ServedHome;
  const callers: Caller[] = [{ name: 'nobody', headers: {}, may: (access) => access === 'public' }];

  beforeAll(async () => {
    // All that stands before a route is the real thing; the route itself only says that it was reached.
    const reached = ROUTES.map((route): Route => {
      const { method, path, tag, summary, access, changes, audited } = route;
      const kept = {
        method,
        path,
        tag,
        summary,
        access,
        ...(changes === undefined ? {} : { changes }),
        ...(audited === undefined ? {} : { audited }),
      };
      return { ...kept, answer: { produces: 'text/plain' }, handle: () => 'reached' };
    });
    home = await serveNewHome({
      routes: [...reached, ...ROUTES.filter(({ path }) => path === '/api/v1/login').map((login) => ({ ...login, path: '/test/login' }))],
    });
    const { accounts } = home.home.store;
    for (const role of ROLES.toReversed()) {
      const mail = `${role}@example.org`;
      const user = await addUser(accounts, { mail, role, password: PASSWORD }, actingHere(Date.now()));
      const answer = await home.app.inject({ method: 'POST', url: '/test/login', payload: { mail, password: PASSWORD } });
      const cookie = String(answer.headers['set-cookie']).split(';', 1)[0] ?? '';
      const { csrf } = answer.json<{ csrf: string }>();
      const enough = (access: Access): boolean => access === 'public' || ENOUGH[access].includes(role);
      callers.push({ name: role, headers: { cookie, 'x-dualwatch-csrf': csrf }, may: enough });
      callers.push({
        name: `${role} whose browser was tricked`,
        headers: { cookie },
        may: (access, changes) => enough(access) && !changes,
      });
      for (const scope of KEY_SCOPES)
        for (const owner of [null, user]) {
          const { secret } = await addKey(
            accounts,
            { name: `${role} ${scope} ${owner === null}`, role: owner === null ? role : 'admin', scope, owner, expiresInMs: null },
            actingHere(Date.now()),
          );
          callers.push({
            name: `key of ${role} for ${scope}${owner === null ? '' : ', whose owner is no more'}`,
            headers: { authorization: `${owner === null ? 'Bearer' : 'ApiKey'} ${secret}` },
            may: (access, changes) =>
              enough(access) && (scope === 'admin' || access === 'public' || (access !== 'admin' && (scope === 'write' || !changes))),
          });
        }
    }
  }, 60_000);
  afterAll(() => home.close());

  it.each(ROUTES.map((route) => [nameOf(route), route] as const))('%s lets in whom it should, and nobody else', async (_, route) => {
    const [access, changes] = [expected(route), changesState(route)];
    expect(route.access, 'the table says so').toBe(access);
    expect(callers.length).toBe(1 + 3 * 2 + 3 * 3 * 2);
    for (const { name, headers, may } of callers) {
      const answer = await home.app.inject({ method: route.method, url: route.path.replace(/:\w+|\*/g, 'x'), headers } as InjectOptions);
      const told = `${name}: ${answer.statusCode} ${answer.body.slice(0, 200)}`;
      if (may(access, changes)) expect(answer.body, told).toBe('reached');
      else expect(answer.statusCode, told).toBe(name === 'nobody' ? 401 : 403);
    }
  });

  it('nobody is let in by a key or a cookie that does not hold', async () => {
    const { headers } = await home.app.inject({
      url: '/api/v1/notices',
      headers: { authorization: `Bearer dw_k${'0'.repeat(26)}_${'a'.repeat(43)}` },
    });
    expect(headers['www-authenticate']).toContain('invalid_token');
    for (const given of [
      { authorization: 'Bearer x' },
      { authorization: 'ApiKey dw_' },
      { cookie: `dualwatch=${'a'.repeat(43)}` },
      { cookie: 'dualwatch=' },
    ])
      expect((await home.app.inject({ url: '/api/v1/notices', headers: given })).statusCode).toBe(401);
  });
});

function nameOf({ method, path }: Route): string {
  return `${method} ${path}`;
}
