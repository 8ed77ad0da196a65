import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AccountStore } from '../../store/account-port.ts';
import type { Store } from '../../store/port.ts';
import { openSqliteStore } from '../../store/sqlite/open.ts';
import { actingHere, NOBODY, type Acting } from './acting.ts';
import { addKey, revokeKey, useKey } from './api-keys.ts';
import { hashPassword } from './hash-password.ts';
import { rightsOfKey, suffices } from './permissions.ts';
import { login, useSession, type Opened } from './sessions.ts';
import { networkOf } from './throttle.ts';
import { addUser, changeOwnPassword, disableUser, setPassword } from './users.ts';
import { parseAuditHead, verifyAudit } from './verify-audit.ts';

const T0 = Date.parse('2026-11-26T06:00:00Z');
const MINUTE = 60_000;
const RULES = { idleMs: 60 * MINUTE, mostMs: 600 * MINUTE };
const GOOD = 'correct horse battery';

let folder: string;
let store: Store;
let accounts: AccountStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dualwatch-accounts-'));
  store = await openSqliteStore(join(folder, 'dualwatch.db'), { create: true });
  accounts = store.accounts;
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const here = (now = T0): Acting => actingHere(now);
const from = (address: string, now = T0) => ({ actor: NOBODY, address, now });
const enter = (mail: string, password: string, address = '192.0.2.1', now = T0): Promise<Opened> =>
  login(accounts, { mail, password, agent: 'test' }, from(address, now), RULES);
const ann = () => addUser(accounts, { mail: 'Ann@Example.org ', role: 'admin', password: GOOD }, here());
const acts = async () => (await accounts.audit({ limit: 100 })).map(({ act, subject }) => `${act} ${subject}`).toReversed();

describe('logging in', () => {
  test('takes the password however the address is written; nothing that was typed wrong is written down', async () => {
    const user = await ann();
    expect(user.mail).toBe('ann@example.org');
    expect((await enter(' ANN@example.ORG', GOOD)).user).toEqual(user);
    await expect(enter('ann@example.org', 'my other password')).rejects.toThrow('mail address or password is wrong');
    await expect(enter('typed-into-the-wrong-field', 'x')).rejects.toThrow('mail address or password is wrong');
    await expect(enter('nobody@example.org', GOOD)).rejects.toThrow('mail address or password is wrong');
    expect(await acts()).toEqual([
      'user.add ann@example.org',
      'login ann@example.org',
      'login.fail ann@example.org',
      'login.fail no account',
      'login.fail no account',
    ]);
    const all = JSON.stringify(await accounts.auditAfter(0, 100));
    for (const secret of [GOOD, 'other password', 'wrong-field', 'argon2id']) expect(all).not.toContain(secret);
  });

  test('ends with the account; the answer does not say so', async () => {
    await ann();
    await addUser(accounts, { mail: 'ben@example.org', role: 'viewer', password: GOOD }, here());
    const { token } = await enter('ben@example.org', GOOD);
    await disableUser(accounts, 'BEN@example.org', here());
    expect(await useSession(accounts, token, from('192.0.2.1'), RULES)).toBeUndefined();
    await expect(enter('ben@example.org', GOOD)).rejects.toThrow('mail address or password is wrong');
  });

  test('is slowed down alike for an account that exists and one that does not', async () => {
    await ann();
    const waits = async (mail: string, address: string): Promise<readonly string[]> => {
      const heard: string[] = [];
      for (let n = 0; n < 8; n += 1)
        heard.push(
          await enter(mail, 'a wrong password', address).then(
            () => 'in',
            (error: Error) => error.message,
          ),
        );
      return heard;
    };
    const known = await waits('ann@example.org', '192.0.2.7');
    expect(known).toEqual(await waits('nobody@example.org', '192.0.2.8'));
    expect(known.at(5)).toContain('is wrong');
    expect(known.at(6)).toBe('too many logins failed; try again in 1s');
  }, 30_000);

  test('is open to its owner from where they were before, whoever guesses from elsewhere', async () => {
    await ann();
    await enter('ann@example.org', GOOD, '198.51.100.1');
    for (let n = 0; n < 22; n += 1) await enter('ann@example.org', 'a wrong password', `203.0.113.${n}`).catch(() => undefined);
    await expect(enter('ann@example.org', GOOD, '203.0.113.99')).rejects.toMatchObject({ code: 'too-many-requests', waitMs: 1000 });
    expect((await enter('ann@example.org', GOOD, '198.51.100.1')).user.mail).toBe('ann@example.org');
  }, 30_000);

  test('hashes a password anew where its parameters are below today’s', async () => {
    const user = await ann();
    const weak = await hashPassword(GOOD, { memoryKiB: 64, passes: 1, lanes: 1 });
    await accounts.changeUser(
      user.id,
      { passwordHash: weak },
      { at: '', actor: NOBODY, address: null, act: 'test', subject: '', detail: {} },
    );
    await enter('ann@example.org', GOOD);
    expect(await accounts.passwordHashOf(user.id)).toContain('m=19456,t=2');
    expect((await enter('ann@example.org', GOOD)).user.id).toBe(user.id);
  });
});

describe('a session', () => {
  const use = (token: string, now: number) => useSession(accounts, token, from('192.0.2.1', now), RULES);

  test('gets another token in time; the one before is good for a minute, and then ends it for whoever copied it', async () => {
    await ann();
    const { token } = await enter('ann@example.org', GOOD);
    expect((await use(token, T0 + 14 * MINUTE))?.token).toBeUndefined();
    const renewed = (await use(token, T0 + 16 * MINUTE))?.token ?? '';
    expect(renewed).toMatch(/^[\w-]{43}$/);
    expect(await use(token, T0 + 16 * MINUTE + 30_000)).toMatchObject({ user: { mail: 'ann@example.org' } });
    expect(await use(renewed, T0 + 17 * MINUTE)).toBeDefined();
    expect(await use(token, T0 + 18 * MINUTE)).toBeUndefined();
    expect(await use(renewed, T0 + 18 * MINUTE)).toBeUndefined();
    expect((await acts()).at(-1)).toBe('session.reuse ann@example.org');
  });

  test('goes on where the answer with its new token was lost', async () => {
    await ann();
    const { token } = await enter('ann@example.org', GOOD);
    const lost = (await use(token, T0 + 16 * MINUTE))?.token ?? '';
    const again = (await use(token, T0 + 20 * MINUTE))?.token ?? '';
    expect(again).toMatch(/^[\w-]{43}$/);
    expect(await use(lost, T0 + 20 * MINUTE)).toBeUndefined();
    expect(await use(again, T0 + 20 * MINUTE)).toBeDefined();
    expect(await use(token, T0 + 22 * MINUTE)).toBeUndefined();
    expect((await acts()).at(-1)).toBe('session.reuse ann@example.org');
  });

  test('ends when nobody uses it, and in the end however much it is used', async () => {
    await ann();
    let token = (await enter('ann@example.org', GOOD)).token;
    for (let at = 10; at < 600; at += 10) {
      const used = await use(token, T0 + at * MINUTE);
      expect(used, `minute ${at}`).toBeDefined();
      token = used?.token ?? token;
    }
    expect(await use(token, T0 + 600 * MINUTE)).toBeUndefined();
    const idle = (await enter('ann@example.org', GOOD)).token;
    expect(await use(idle, T0 + 60 * MINUTE)).toBeUndefined();
    for (const wrong of ['', 'x', `${idle}x`, 'a'.repeat(43)]) expect(await use(wrong, T0)).toBeUndefined();
  });

  test('stays with whoever changes their own password, and ends with one that was set for them', async () => {
    const user = await ann();
    const one = await enter('ann@example.org', GOOD);
    const two = await enter('ann@example.org', GOOD);
    const mine = { user, session: one.session.id, password: 'marmalade tram violet' };
    await expect(changeOwnPassword(accounts, { ...mine, current: 'wrong' }, here())).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(changeOwnPassword(accounts, { ...mine, current: GOOD, password: 'short' }, here())).rejects.toMatchObject({
      code: 'usage',
    });
    await changeOwnPassword(accounts, { ...mine, current: GOOD }, here());
    expect(await use(one.token, T0)).toBeDefined();
    expect(await use(two.token, T0)).toBeUndefined();
    await setPassword(accounts, user.mail, GOOD, here());
    expect(await use(one.token, T0)).toBeUndefined();
  });
});

describe('a key', () => {
  const made = async (more: object = {}) =>
    addKey(accounts, { name: 'bot', role: 'analyst', scope: 'write', owner: null, expiresInMs: null, ...more }, here());

  test('opens until it is revoked or expires, and is nowhere in the database', async () => {
    const { key, secret } = await made({ expiresInMs: 1000 });
    expect(secret).toMatch(new RegExp(`^dw_${key.id}_[\\w-]{43}$`));
    expect((await useKey(accounts, secret, T0))?.key.id).toBe(key.id);
    expect(await useKey(accounts, secret, T0 + 1000)).toBeUndefined();
    for (const wrong of [
      secret.slice(0, -1),
      `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`,
      '',
      'dw__',
      secret.toUpperCase(),
    ])
      expect(await useKey(accounts, wrong, T0)).toBeUndefined();
    const db = new Database(join(folder, 'dualwatch.db'));
    db.pragma('wal_checkpoint(TRUNCATE)');
    expect(db.serialize().includes(secret.slice(-43))).toBe(false);
    db.close();
    await revokeKey(accounts, 'bot', here());
    expect(await useKey(accounts, secret, T0)).toBeUndefined();
    await expect(revokeKey(accounts, 'bot', here())).rejects.toMatchObject({ code: 'not-found' });
  });

  test('never goes further than its role, its scope and its owner', async () => {
    await ann();
    const owner = await addUser(accounts, { mail: 'ben@example.org', role: 'viewer', password: null }, here());
    const { key, secret } = await made({ owner });
    expect(suffices(rightsOfKey(key, null), { role: 'analyst', writes: true })).toBe(true);
    expect(suffices(rightsOfKey(key, owner), { role: 'analyst', writes: false })).toBe(false);
    expect(suffices(rightsOfKey({ ...key, scope: 'read' }, null), { role: 'analyst', writes: true })).toBe(false);
    expect(suffices(rightsOfKey({ ...key, role: 'admin' }, null), { role: 'admin', writes: false })).toBe(false);
    expect(suffices(rightsOfKey({ ...key, role: 'admin', scope: 'admin' }, null), { role: 'admin', writes: true })).toBe(true);
    expect((await useKey(accounts, secret, T0))?.owner?.id).toBe(owner.id);
    await disableUser(accounts, owner.mail, here());
    expect(await useKey(accounts, secret, T0)).toBeUndefined();
  });
});

describe('the audit log', () => {
  const raw = (change: (db: Database.Database) => void): void => {
    const db = new Database(join(folder, 'dualwatch.db'));
    change(db);
    db.close();
  };
  const three = async () => {
    await ann();
    await addKey(accounts, { name: 'bot', role: 'viewer', scope: 'read', owner: null, expiresInMs: null }, here());
    await revokeKey(accounts, 'bot', here());
  };

  test('refuses to be changed, and shows it where somebody forced it', async () => {
    await three();
    const head = await verifyAudit(accounts);
    expect(head.num).toBe(3);
    raw((db) => {
      expect(() => db.exec("UPDATE audit SET subject = 'x'")).toThrow('only added to');
      expect(() => db.exec('DELETE FROM audit')).toThrow('only added to');
      db.exec(`DROP TRIGGER audit_stays; UPDATE audit SET subject = 'x' WHERE num = 2`);
    });
    await expect(verifyAudit(accounts)).rejects.toThrow('entry 2 of 2026-11-26');
  });

  test.each([
    ['taken out', 'num = 2', 'entry 2 is gone'],
    ['taken from its end', 'num = 3', 'entries 3 to 3 are gone'],
    ['emptied', 'num > 0', 'entries 1 to 3 are gone'],
  ])('shows an entry that was %s', async (_, which, says) => {
    await three();
    raw((db) => db.exec(`DROP TRIGGER audit_is_kept; DELETE FROM audit WHERE ${which}`));
    await expect(verifyAudit(accounts)).rejects.toMatchObject({
      code: 'evidence-invalid',
      message: expect.stringContaining(says) as string,
    });
    // What comes after does not hide it.
    await addKey(accounts, { name: 'later', role: 'viewer', scope: 'read', owner: null, expiresInMs: null }, here());
    await expect(verifyAudit(accounts)).rejects.toMatchObject({ code: 'evidence-invalid' });
  });

  test('holds a head that was written down, and not another', async () => {
    await three();
    const head = await verifyAudit(accounts);
    const written = parseAuditHead(`${head.num}:${head.hash}`);
    await addKey(accounts, { name: 'later', role: 'viewer', scope: 'read', owner: null, expiresInMs: null }, here());
    expect((await verifyAudit(accounts, written)).num).toBe(4);
    await expect(verifyAudit(accounts, { ...written, num: 2 })).rejects.toThrow('not the one that was written down');
    await expect(verifyAudit(accounts, { ...written, num: 9 })).rejects.toThrow('once had 9');
    expect(() => parseAuditHead('3:abc')).toThrow('is no head');
  });
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
