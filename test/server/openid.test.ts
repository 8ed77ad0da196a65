import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Provider from 'oidc-provider';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { serveNewHome, type ServedHome } from '../../src/server/testing/served-home.ts';
import { actingHere } from '../../src/work/accounts/acting.ts';
import { addUser, disableUser } from '../../src/work/accounts/users.ts';

const CLIENT = 'dualwatch';
const SECRET = 'a secret that the provider knows';
const folder = mkdtempSync(join(tmpdir(), 'dualwatch-openid-'));

/** What the provider says of each of its users. */
const PEOPLE: Record<string, { email?: string; email_verified?: boolean; groups?: readonly string[] }> = {
  ann: { email: 'Ann@example.org', email_verified: true, groups: ['watch-admins', 'staff'] },
  ben: { email: 'ben@example.org', email_verified: true, groups: ['watch-readers'] },
  eve: { email: 'ann@example.org', email_verified: false, groups: ['watch-readers'] },
  out: { email: 'out@example.org', email_verified: true, groups: ['others'] },
};

let issuer: string;
let identityServer: Server;
const homes: ServedHome[] = [];

beforeAll(async () => {
  // The port is known before the provider, whose issuer names it; the server's callback follows in `serve`.
  identityServer = createServer();
  await new Promise<void>((resolve) => identityServer.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(identityServer.address() as AddressInfo).port}`;
  writeFileSync(join(folder, 'secret'), `${SECRET}\n`);
});
afterAll(() => {
  identityServer.closeAllConnections();
  identityServer.close();
  rmSync(folder, { recursive: true });
});
afterEach(async () => {
  for (const home of homes.splice(0)) await home.close();
});

/** A server that sends people to the provider, and the provider that knows it. */
async function serve(env: Readonly<Record<string, string>> = {}): Promise<{ readonly home: ServedHome; readonly origin: string }> {
  const home = await serveNewHome({
    env: {
      DUALWATCH_OIDC_ISSUER: issuer,
      DUALWATCH_OIDC_CLIENT_ID: CLIENT,
      DUALWATCH_OIDC_SECRET_FILE: join(folder, 'secret'),
      DUALWATCH_OIDC_ALLOW_PRIVATE: '1',
      ...env,
    },
  });
  homes.push(home);
  const origin = await home.app.listen({ host: '127.0.0.1', port: 0 });
  const jwk = {
    ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
    use: 'sig',
    alg: 'RS256',
    kid: 'one',
  };
  // What it says about its development pages is not ours to read.
  const quiet = [vi.spyOn(console, 'info'), vi.spyOn(console, 'warn')].map((spy) => spy.mockImplementation(() => undefined));
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT, client_secret: SECRET, redirect_uris: [`${origin}/api/v1/login/openid/callback`] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['groups'] },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...PEOPLE[id] }) }),
    jwks: { keys: [jwk] },
    cookies: { keys: ['for the test alone'] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    pkce: { required: () => true },
  });
  identityServer.removeAllListeners('request').on('request', provider.callback());
  quiet.forEach((spy) => spy.mockRestore());
  return { home, origin };
}

/** A browser: keeps the cookies of each origin, and follows redirects one by one. */
function browser() {
  const jars = new Map<string, Map<string, string>>();
  const visit = async (address: string, form?: Readonly<Record<string, string>>): Promise<Response> => {
    const { origin } = new URL(address);
    const jar = jars.get(origin) ?? new Map<string, string>();
    jars.set(origin, jar);
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';', 1);
      const at = pair.indexOf('=');
      if (pair.length === at + 1) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  };
  const follow = async (
    address: string,
    until: (address: string) => boolean,
  ): Promise<{ readonly address: string; readonly answer: Response }> => {
    for (let at = address, hops = 0; hops < 20; hops += 1) {
      const answer = await visit(at);
      const next = answer.headers.get('location');
      if (next === null || until(at)) return { address: at, answer };
      at = new URL(next, at).href;
    }
    throw new Error('too many redirects');
  };
  /** From our server to the provider, through its pages, to the address at which it sends the browser back. */
  const comeBack = async (origin: string, person: string): Promise<string> => {
    let page = await follow(`${origin}/api/v1/login/openid`, () => false);
    for (const form of [{ prompt: 'login', login: person, password: 'x' }, { prompt: 'consent' }]) {
      if (page.address.startsWith(origin)) break;
      const posted = await visit(page.address, form);
      let next = new URL(posted.headers.get('location') ?? '', page.address).href;
      while (!next.startsWith(origin)) {
        const answer = await visit(next);
        const location = answer.headers.get('location');
        if (location === null) break;
        next = new URL(location, next).href;
      }
      page = { address: next, answer: posted };
    }
    expect(page.address).toContain(`${origin}/api/v1/login/openid/callback?`);
    return page.address;
  };
  return { visit, comeBack };
}

/** Logs in and says who we are then, or what the server said. */
async function enter(origin: string, person: string): Promise<Record<string, unknown>> {
  const { visit, comeBack } = browser();
  const answer = await visit(await comeBack(origin, person));
  if (answer.status !== 303) return (await answer.json()) as Record<string, unknown>;
  expect(answer.headers.get('location')).toMatch(/^\/(?:api\/docs)?$/);
  return (await (await visit(`${origin}/api/v1/me`)).json()) as Record<string, unknown>;
}

const BY_GROUPS = {
  DUALWATCH_OIDC_ROLE_CLAIM: 'groups',
  DUALWATCH_OIDC_ADMINS: 'watch-admins',
  DUALWATCH_OIDC_VIEWERS: 'watch-readers, staff',
};

describe('logging in through an OpenID provider', () => {
  it('is for those who have an account, which is theirs by a verified address, and then by identity', async () => {
    const { home, origin } = await serve();
    const { accounts } = home.home.store;
    expect(await enter(origin, 'ann')).toMatchObject({
      status: 403,
      detail: expect.stringContaining('no account for Ann@example.org') as string,
    });
    await addUser(accounts, { mail: 'ann@example.org', role: 'admin', password: null }, actingHere(Date.now()));
    expect(await enter(origin, 'eve')).toMatchObject({ status: 403, detail: expect.stringContaining('email_verified') as string });
    expect(await enter(origin, 'ann')).toMatchObject({
      kind: 'user',
      name: 'ann@example.org',
      role: 'admin',
      hasPassword: false,
      openid: '/api/v1/login/openid',
    });
    PEOPLE['ann'] = { ...PEOPLE['ann'], email: 'moved@example.org' };
    expect(await enter(origin, 'ann')).toMatchObject({ name: 'ann@example.org' });
    PEOPLE['ann'] = { ...PEOPLE['ann'], email: 'Ann@example.org' };
    await addUser(accounts, { mail: 'ben@example.org', role: 'admin', password: 'correct horse battery' }, actingHere(Date.now()));
    expect(await enter(origin, 'ben')).toMatchObject({ name: 'ben@example.org', role: 'admin', hasPassword: true });
    await disableUser(accounts, 'ben@example.org', actingHere(Date.now()));
    expect(await enter(origin, 'ben')).toMatchObject({ status: 403, detail: 'the account is disabled' });
    const acts = (await accounts.audit({ limit: 99 })).map(({ act, subject }) => `${act} ${subject}`);
    expect(acts.toReversed()).toEqual([
      'user.add ann@example.org',
      'user.identity ann@example.org',
      'login ann@example.org',
      'login ann@example.org',
      'user.add ben@example.org',
      'user.identity ben@example.org',
      'login ben@example.org',
      'user.disable ben@example.org',
    ]);
  }, 60_000);

  it('makes accounts where claims give roles, and the role follows the claims', async () => {
    const { home, origin } = await serve(BY_GROUPS);
    expect(await enter(origin, 'ann')).toMatchObject({ name: 'ann@example.org', role: 'admin' });
    expect(await enter(origin, 'ben')).toMatchObject({ name: 'ben@example.org', role: 'viewer' });
    expect(await enter(origin, 'out')).toMatchObject({ status: 403, detail: expect.stringContaining('no role here') as string });
    expect(await enter(origin, 'eve')).toMatchObject({ status: 403 });
    PEOPLE['ben'] = { ...PEOPLE['ben'], groups: ['watch-admins'] };
    expect(await enter(origin, 'ben')).toMatchObject({ role: 'admin' });
    PEOPLE['ben'] = { ...PEOPLE['ben'], groups: ['watch-readers'] };
    expect((await home.home.store.accounts.users()).map(({ mail, role }) => [mail, role])).toEqual([
      ['ann@example.org', 'admin'],
      ['ben@example.org', 'admin'],
    ]);
  }, 60_000);

  it('holds in the browser that began it alone, once, and as it came', async () => {
    const { home, origin } = await serve(BY_GROUPS);
    const [ours, theirs] = [browser(), browser()];
    const back = await ours.comeBack(origin, 'ann');
    // Whoever is sent there by somebody else, with another login begun or none.
    expect((await browser().visit(back)).status).toBe(401);
    await theirs.visit(`${origin}/api/v1/login/openid`);
    expect((await theirs.visit(back)).status).toBe(401);
    expect((await theirs.visit(back.replace(/code=[^&]+/, 'code=guessed'))).status).toBe(401);
    expect((await ours.visit(back)).status).toBe(303);
    expect((await ours.visit(back)).status).toBe(401);
    const stated = browser();
    const own = await stated.comeBack(origin, 'ann');
    expect((await stated.visit(own.replace(/state=[^&]+/, 'state=guessed'))).status).toBe(401);
    const other = browser();
    const refused = await other.comeBack(origin, 'ann');
    const { searchParams } = new URL(refused);
    const answer = await other.visit(
      `${origin}/api/v1/login/openid/callback?error=access_denied&state=${searchParams.get('state')}&iss=${encodeURIComponent(issuer)}`,
    );
    expect(answer.status).toBe(401);
    expect(((await answer.json()) as { detail: string }).detail).toContain('"access_denied"');
    expect(home.notes).toEqual([]);
  }, 60_000);

  it('says what is wrong with the settings, or that the provider does not answer', async () => {
    const private_ = await serve({ DUALWATCH_OIDC_ALLOW_PRIVATE: '0' });
    const refused = await fetch(`${private_.origin}/api/v1/login/openid`, { redirect: 'manual' });
    expect([refused.status, ((await refused.json()) as { detail: string }).detail]).toEqual([502, expect.stringContaining('private')]);
    const inBrowser = await fetch(`${private_.origin}/api/v1/login/openid`, { redirect: 'manual', headers: { accept: 'text/html' } });
    expect([inBrowser.status, inBrowser.headers.get('location')]).toEqual([303, expect.stringMatching(/^\/inbox\?login=[a-z-]+$/)]);
    const nobody = await serve({ DUALWATCH_OIDC_CLIENT_ID: '' });
    expect((await fetch(`${nobody.origin}/api/v1/login/openid`, { redirect: 'manual' })).status).toBe(500);
    const none = await serve({ DUALWATCH_OIDC_ISSUER: '' });
    expect((await fetch(`${none.origin}/api/v1/login/openid`, { redirect: 'manual' })).status).toBe(404);
    writeFileSync(join(folder, 'wrong'), 'another secret');
    const wrong = await serve({ ...BY_GROUPS, DUALWATCH_OIDC_SECRET_FILE: join(folder, 'wrong') });
    expect(await enter(wrong.origin, 'ann')).toMatchObject({ status: 401 });
  }, 60_000);
});
