import { describe, expect, test } from 'vitest';
import { AUDIT_START, auditHash } from '../../src/model/audit-hash.ts';
import type { Act, ApiKey } from '../../src/model/account.ts';
import { sha256 } from '../../src/model/digest.ts';
import { newKeyId, newSessionId, newUserId, type UserId } from '../../src/model/ids.ts';
import type { Role } from '../../src/model/role.ts';
import type { LoginLimit, NewSession, NewUser } from '../../src/store/account-port.ts';
import type { Bench } from './store.ts';
import { iso, T0 } from './watcher.ts';

const IDLE = 1000;

/** Accounts, sessions, keys, counters of failed logins, the audit log. */
export function accountContract({ store, place }: Bench): void {
  const accounts = () => store().accounts;
  const added = async (mail: string, role: Role = 'analyst') => accounts().addUser(user(mail, role), act('user.add', mail));

  describe('accounts', () => {
    test('are found by id and mail address, in their order, and taken only once', async () => {
      const ann = await added('ann@example.org', 'admin');
      const ben = await added('ben@example.org');
      expect(await accounts().users()).toEqual([ann, ben]);
      expect(await accounts().findUser(ben.id)).toEqual(ben);
      expect(await accounts().findUser('ann@example.org')).toEqual(ann);
      expect(ann).toMatchObject({ role: 'admin', hasPassword: true, identity: null, disabledAt: null });
      expect(await accounts().passwordHashOf(ann.id)).toBe('hash of ann@example.org');
      await expect(added('ann@example.org')).rejects.toMatchObject({ code: 'conflict' });
      expect((await accounts().audit({ limit: 9 })).map(({ subject }) => subject)).toEqual(['ben@example.org', 'ann@example.org']);
    });

    test('have one identity at an OpenID provider, which is nobody else’s', async () => {
      const identity = { issuer: 'https://id.example.org', subject: 'u1' };
      const ann = await added('ann@example.org');
      const ben = await added('ben@example.org');
      expect((await accounts().changeUser(ann.id, { identity }, act('user.bind', ann.mail))).identity).toEqual(identity);
      expect((await accounts().userOf(identity))?.id).toBe(ann.id);
      expect(await accounts().userOf({ ...identity, subject: 'u2' })).toBeUndefined();
      await expect(accounts().changeUser(ben.id, { identity }, act('user.bind', ben.mail))).rejects.toMatchObject({ code: 'conflict' });
    });

    test('keep an administrator, whoever is disabled or demoted', async () => {
      expect(await accounts().hasAdmin()).toBe(false);
      const ann = await added('ann@example.org', 'admin');
      expect(await accounts().hasAdmin()).toBe(true);
      for (const change of [{ role: 'viewer' as const }, { disabledAt: iso(T0) }])
        await expect(accounts().changeUser(ann.id, change, act('x', ''))).rejects.toMatchObject({ code: 'conflict' });
      const ben = await added('ben@example.org', 'admin');
      await accounts().changeUser(ann.id, { role: 'viewer' }, act('user.role', ann.mail));
      await expect(accounts().changeUser(ben.id, { disabledAt: iso(T0) }, act('x', ''))).rejects.toThrow('last administrator');
      await expect(accounts().changeUser('u0' as UserId, { role: 'viewer' }, act('x', ''))).rejects.toMatchObject({ code: 'not-found' });
      expect((await accounts().audit({ limit: 9 })).map((one) => one.act)).toEqual(['user.role', 'user.add', 'user.add']);
    });

    test('get a stronger hash of the same password without being logged out, unless it changed meanwhile', async () => {
      const ann = await added('ann@example.org');
      await opened(ann.id, 'token');
      await accounts().rehash(ann.id, 'hash of ann@example.org', 'stronger');
      expect(await accounts().passwordHashOf(ann.id)).toBe('stronger');
      await accounts().rehash(ann.id, 'hash of ann@example.org', 'stale');
      expect(await accounts().passwordHashOf(ann.id)).toBe('stronger');
      expect(await accounts().findSession(sha256('token'), T0, IDLE)).toBeDefined();
    });
  });

  const opened = async (of: UserId, token: string, more: Partial<NewSession> = {}): Promise<NewSession> => {
    const session = { ...newSession(of), tokenHash: sha256(token), ...more };
    await accounts().openSession(session, act('login', ''));
    return session;
  };

  describe('sessions', () => {
    test('are found by their token until they stand idle, expire or are ended', async () => {
      const ann = await added('ann@example.org');
      const { tokenHash, ...session } = await opened(ann.id, 'one');
      expect(await accounts().findSession(tokenHash, T0, IDLE)).toEqual({ session, user: ann, previous: false });
      expect(await accounts().findSession(sha256('two'), T0, IDLE)).toBeUndefined();
      expect(await accounts().findSession(tokenHash, T0 + IDLE, IDLE)).toBeUndefined();
      await accounts().touchSession(session.id, T0 + 900);
      expect(await accounts().findSession(tokenHash, T0 + IDLE, IDLE)).toBeDefined();
      expect(await accounts().findSession(tokenHash, session.expiresAt, 1e12)).toBeUndefined();
      expect(await accounts().endSession(session.id, act('logout', ''))).toBe(true);
      expect(await accounts().endSession(session.id, act('logout', ''))).toBe(false);
      expect(await accounts().findSession(tokenHash, T0, IDLE)).toBeUndefined();
      expect((await accounts().audit({ limit: 9, about: 'logout' })).length).toBe(1);
    });

    test('take another token once, and know the one before', async () => {
      const ann = await added('ann@example.org');
      const { id } = await opened(ann.id, 'one');
      expect(await accounts().rotateSession(id, sha256('one'), sha256('two'), T0 + 5)).toBe(true);
      expect(await accounts().rotateSession(id, sha256('one'), sha256('three'), T0 + 6)).toBe(false);
      expect(await accounts().findSession(sha256('one'), T0 + 7, IDLE)).toMatchObject({ previous: true, session: { rotatedAt: T0 + 5 } });
      expect(await accounts().findSession(sha256('two'), T0 + 7, IDLE)).toMatchObject({ previous: false });
      expect(await accounts().rotateSession(id, sha256('two'), sha256('three'), T0 + 8)).toBe(true);
      expect(await accounts().findSession(sha256('one'), T0 + 9, IDLE)).toBeUndefined();
    });

    test('take another in place of a token that nobody has used', async () => {
      const ann = await added('ann@example.org');
      const { id } = await opened(ann.id, 'one');
      await accounts().rotateSession(id, sha256('one'), sha256('lost'), T0 + 5);
      expect(await accounts().replaceUnusedToken(id, sha256('lost'), sha256('two'), T0 + 6)).toBe(false);
      expect(await accounts().replaceUnusedToken(id, sha256('one'), sha256('two'), T0 + 6)).toBe(true);
      expect(await accounts().findSession(sha256('lost'), T0 + 7, IDLE)).toBeUndefined();
      await accounts().touchSession(id, T0 + 8);
      expect(await accounts().replaceUnusedToken(id, sha256('one'), sha256('three'), T0 + 9)).toBe(false);
      expect(await accounts().findSession(sha256('two'), T0 + 9, IDLE)).toMatchObject({ previous: false });
    });

    test.each([
      ['another role', { role: 'viewer' } as const],
      ['another password', { passwordHash: 'new' }],
      ['an end', { disabledAt: iso(T0) }],
    ])('end where an account gets %s', async (_, change) => {
      const ann = await added('ann@example.org');
      await opened(ann.id, 'one');
      await accounts().changeUser(ann.id, change, act('user.change', ''));
      expect(await accounts().findSession(sha256('one'), T0, IDLE)).toBeUndefined();
      expect(await accounts().sessionsOf(ann.id, T0, IDLE)).toEqual([]);
    });

    test('are those of one user, and end all but one', async () => {
      const [ann, ben] = [await added('ann@example.org'), await added('ben@example.org')];
      const one = await opened(ann.id, 'one');
      const two = await opened(ann.id, 'two', { lastUsedAt: T0 + 5 });
      await opened(ann.id, 'gone', { lastUsedAt: T0 - IDLE });
      await opened(ben.id, 'ben');
      expect((await accounts().sessionsOf(ann.id, T0, IDLE)).map(({ id }) => id)).toEqual([two.id, one.id]);
      await accounts().changeUser(ann.id, { passwordHash: 'new', keepSession: one.id }, act('user.password', ''));
      expect((await accounts().sessionsOf(ann.id, T0, IDLE)).map(({ id }) => id)).toEqual([one.id]);
      expect(await accounts().endSessionsOf(ann.id, null, act('session.end', ann.mail))).toBe(1);
      expect(await accounts().endSessionsOf(ann.id, null, act('session.end', ann.mail))).toBe(0);
      expect((await accounts().audit({ limit: 9, about: 'session.end' })).map(({ detail }) => detail)).toEqual([{ sessions: 1 }]);
      expect((await accounts().sessionsOf(ben.id, T0, IDLE)).length).toBe(1);
    });
  });

  describe('keys', () => {
    test('are found by id with their owner; a name is free again once its key is revoked', async () => {
      const ann = await added('ann@example.org');
      const key = apiKey('bot', ann.id);
      await accounts().addKey(key, sha256('secret'), act('key.add', 'bot'));
      expect(await accounts().findKey(key.id)).toEqual({ key, secretHash: sha256('secret'), owner: ann });
      await expect(accounts().addKey(apiKey('bot'), sha256('x'), act('key.add', 'bot'))).rejects.toMatchObject({ code: 'conflict' });
      await accounts().touchKey(key.id, iso(T0 + 1));
      const revoke = (name: string) => accounts().revokeKey(name, iso(T0 + 2), (one) => act('key.revoke', one.name));
      expect(await revoke('bot')).toEqual({ ...key, lastUsedAt: iso(T0 + 1), revokedAt: iso(T0 + 2) });
      expect(await revoke('bot')).toBeUndefined();
      expect((await revoke(key.id))?.revokedAt).toBe(iso(T0 + 2));
      await accounts().addKey(apiKey('bot'), sha256('y'), act('key.add', 'bot'));
      expect((await accounts().keys()).map(({ name, revokedAt }) => [name, revokedAt])).toEqual([
        ['bot', iso(T0 + 2)],
        ['bot', null],
      ]);
      expect((await accounts().audit({ limit: 9, about: 'key.' })).map((one) => one.act)).toEqual(['key.add', 'key.revoke', 'key.add']);
    });
  });

  describe('failed logins', () => {
    const limit = (key: string, more: Partial<LoginLimit> = {}): LoginLimit => ({ key, free: 2, firstMs: 100, mostMs: 350, ...more });
    const take = (now: number, limits: readonly LoginLimit[] = [limit('a')]) =>
      accounts().takeLogin({ limits, now, forgetMs: 10_000, knownMs: 100_000 });

    test('cost nothing at first, then twice as long each time, and are still counted after a restart', async () => {
      expect([await take(T0), await take(T0), await take(T0)]).toEqual([0, 0, 0]);
      expect(await take(T0 + 40)).toBe(60);
      const again = await place().open();
      expect(await again.accounts.takeLogin({ limits: [limit('a')], now: T0 + 100, forgetMs: 10_000, knownMs: 100_000 })).toBe(0);
      await again.close();
      expect(await take(T0 + 100)).toBe(200);
      expect(await take(T0 + 300)).toBe(0);
      expect(await take(T0 + 300)).toBe(350);
      expect(await take(T0 + 300, [limit('b')])).toBe(0);
    });

    test('are forgotten after a while, and forgiven after a success', async () => {
      for (const at of [0, 0, 0]) await take(T0 + at);
      expect(await take(T0 + 20_000)).toBe(0);
      expect(await take(T0 + 20_000)).toBe(0);
      await accounts().forgiveLogin(['a'], 'a', T0 + 20_000);
      expect([await take(T0 + 20_000), await take(T0 + 20_000), await take(T0 + 20_000)]).toEqual([0, 0, 0]);
    });

    test('of others do not hold back an address from which the account has logged in', async () => {
      await accounts().forgiveLogin([], 'known', T0);
      const guess = (from: string, now: number) => take(now, [limit('account', { unlessKnown: from }), limit(from, { free: 9 })]);
      for (let n = 0; n < 3; n += 1) await guess('stranger', T0);
      expect(await guess('stranger', T0)).toBe(100);
      expect(await guess('known', T0)).toBe(0);
    });

    test('hold nobody for longer than the longest hold, whatever the clock did', async () => {
      for (let n = 0; n < 3; n += 1) await take(T0 + 1e9);
      expect(await take(T0)).toBe(350);
    });
  });

  describe('the audit log', () => {
    test('has each act under its number, with a hash over it and the one before', async () => {
      const one = await accounts().recordAct(act('a.one', 'x', { n: 1, ok: true, none: null }));
      const two = await accounts().recordAct(act('a.two', 'y'));
      const { hash, ...rest } = one;
      expect([one.num, two.num, await accounts().lastAuditNum()]).toEqual([1, 2, 2]);
      expect(hash).toBe(auditHash(AUDIT_START, rest));
      expect(two.hash).toBe(auditHash(hash, { ...act('a.two', 'y'), num: 2 }));
      expect(await accounts().auditAfter(0, 10)).toEqual([one, two]);
      expect(await accounts().auditAfter(1, 10)).toEqual([two]);
      expect(await accounts().audit({ limit: 1 })).toEqual([two]);
      expect(await accounts().audit({ limit: 9, before: 2 })).toEqual([one]);
      for (const about of ['y', 'a.two', 'a.t']) expect(await accounts().audit({ limit: 9, about })).toEqual([two]);
      expect((await accounts().audit({ limit: 9, about: 'me' })).length).toBe(2);
      expect(await accounts().audit({ limit: 9, about: 'b' })).toEqual([]);
    });
  });
}

function user(mail: string, role: Role): NewUser {
  return { id: newUserId(T0), mail, role, createdAt: iso(T0), identity: null, passwordHash: `hash of ${mail}` };
}

function newSession(of: UserId): Omit<NewSession, 'tokenHash'> {
  const times = { createdAt: T0, lastUsedAt: T0, rotatedAt: T0, expiresAt: T0 + 10_000 };
  return { id: newSessionId(T0), user: of, ...times, address: '192.0.2.1', agent: 'test', csrf: 'csrf' };
}

function apiKey(name: string, owner: UserId | null = null): ApiKey {
  const open = { expiresAt: null, revokedAt: null, lastUsedAt: null };
  return { id: newKeyId(T0), name, role: 'viewer', scope: 'read', owner, createdAt: iso(T0), ...open };
}

function act(what: string, subject: string, detail: Act['detail'] = {}): Act {
  return { at: iso(T0), actor: { kind: 'local', id: null, name: 'me', role: 'admin' }, address: null, act: what, subject, detail };
}
