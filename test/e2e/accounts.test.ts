import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openHome } from './command.ts';

const PASSWORD = 'correct horse battery';

it('accounts and keys are made, changed and ended from the command line, and every act stands in the audit log', async () => {
  const home = openHome();
  const add = (mail: string, role: string, code = 0, stdin = `${PASSWORD}\n`) =>
    home.run(['users', 'add', mail, '--role', role], code, { stdin });
  expect((await add('Ann@example.org', 'admin')).stdout).toBe('Added ann@example.org as admin\n');
  await add('ben@example.org', 'analyst', 0, PASSWORD);
  expect((await add('ann@example.org', 'viewer', 2)).stderr).toContain('has an account already');
  expect((await add('cat@example.org', 'owner', 2)).stderr).toContain('choose one of viewer, analyst, admin');
  expect((await add('cat', 'viewer', 2)).stderr).toContain('is no mail address');
  expect((await add('cat@example.org', 'viewer', 2, 'short')).stderr).toContain('shorter than 12 characters');
  expect((await add('cat@example.org', 'viewer', 2, '')).stderr).toContain('no password came by stdin');
  await home.run(['users', 'role', 'ben@example.org', 'viewer']);
  await home.run(['users', 'password', 'ben@example.org'], 0, { stdin: 'marmalade tram violet' });
  await home.run(['users', 'disable', 'ben@example.org']);
  expect((await home.run(['users', 'disable', 'ann@example.org'], 2)).stderr).toContain('last administrator');
  await home.run(['users', 'enable', 'nobody@example.org'], 4);
  expect(await home.json(['users', 'list'])).toMatchObject([
    { mail: 'ann@example.org', role: 'admin', hasPassword: true, disabledAt: null },
    { mail: 'ben@example.org', role: 'viewer', disabledAt: expect.stringContaining('T') as string },
  ]);
  expect((await home.run(['users', 'list'])).stdout).toContain('ann@example.org  admin');

  const { stdout: secret } = await home.run(['keys', 'add', 'openrefine', '--expires', '90d']);
  expect(secret).toMatch(/^dw_k[0-9a-z]{26}_[\w-]{43}\n$/);
  await home.run(['keys', 'add', 'bad', '--expires', '1s'], 2);
  await home.run(['keys', 'add', 'bad', '--scope', 'everything'], 2);
  expect(await home.json(['keys', 'add', 'bot', '--role', 'analyst', '--scope', 'write', '--owner', 'ann@example.org'])).toMatchObject([
    { name: 'bot', role: 'analyst', scope: 'write', secret: expect.stringMatching(/^dw_/) as string },
  ]);
  await home.run(['keys', 'revoke', 'bot']);
  await home.run(['keys', 'revoke', 'bot'], 4);
  const { stdout: listed } = await home.run(['keys', 'list']);
  expect(listed).toMatch(/openrefine +viewer +read +until 20/);
  expect(listed).toMatch(/bot +analyst +write +ann@example.org +revoked 20/);
  expect(listed).not.toContain(secret.trim().slice(-43));

  const acts = (await home.json(['audit', 'list'])) as readonly { act: string; subject: string; actor: { kind: string } }[];
  expect(acts.map(({ act, subject }) => `${act} ${subject}`).toReversed()).toEqual([
    'user.add ann@example.org',
    'user.add ben@example.org',
    'user.role ben@example.org',
    'user.password ben@example.org',
    'user.disable ben@example.org',
    'key.add openrefine',
    'key.add bot',
    'key.revoke bot',
  ]);
  expect(acts.every(({ actor }) => actor.kind === 'local')).toBe(true);
  expect((await home.run(['audit', 'list', '--about', 'key.', '--limit', '1'])).stdout).toContain('key.revoke');

  const { stdout: verified } = await home.run(['audit', 'verify']);
  const head = /^8 entries hold; head (8:[0-9a-f]{64})\n$/.exec(verified)?.[1] ?? '';
  await home.run(['users', 'enable', 'ben@example.org']);
  expect(await home.json(['audit', 'verify', '--head', head])).toMatchObject([{ entries: 9 }]);

  const file = join(home.path, 'dualwatch.db');
  const db = new Database(file);
  db.exec(`DROP TRIGGER audit_stays; UPDATE audit SET name = 'somebody else' WHERE num = 4`);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  expect((await home.run(['audit', 'verify'], 5)).stderr).toContain('entry 4');
  for (const hidden of [PASSWORD, 'marmalade', secret.trim().slice(-43)]) expect(readFileSync(file).includes(hidden), hidden).toBe(false);
});
