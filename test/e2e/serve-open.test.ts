import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openHome, until } from './command.ts';

it('the server is not open to others until an administrator exists, also while another process has the home open', async () => {
  const home = openHome();
  const open = (args: readonly string[], env = {}) =>
    home.run(['serve', '--port', '0', '--no-watch', ...args], 2, { env, withinMs: 30_000 });
  for (const refused of [
    await open(['--host', '0.0.0.0']),
    await open(['--host', '::']),
    await open([], { DUALWATCH_PUBLIC_URL: 'https://watch.example' }),
  ])
    expect(refused.stderr).toContain('dualwatch users add <mail> --role admin');
  expect(existsSync(home.path), 'nothing was made').toBe(false);

  await home.run(['users', 'add', 'ben@example.org', '--role', 'analyst'], 0, { stdin: 'correct horse battery' });
  const here = home.start(['serve', '--port', '0']);
  const address = await until('it listens', () => /http:\/\/127\.0\.0\.1:\d+/.exec(here.stderr())?.[0]);
  expect((await fetch(`${address}/api/v1/users`)).status).toBe(200);
  expect((await open(['--host', '0.0.0.0'])).stderr).toContain('nobody can log in yet');

  await home.run(['users', 'add', 'ann@example.org', '--role', 'admin'], 0, { stdin: 'correct horse battery' });
  expect((await fetch(`${address}/api/v1/users`)).status, 'an administrator ends it for a server that runs, too').toBe(401);
  const others = home.start(['serve', '--host', '0.0.0.0', '--port', '0', '--no-watch']);
  const port = await until('it listens', () => /0\.0\.0\.0:(\d+)/.exec(others.stderr())?.[1]);
  const login = await fetch(`http://127.0.0.1:${port}/api/v1/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ mail: 'ann@example.org', password: 'correct horse battery' }),
  });
  expect(login.status).toBe(200);
  for (const one of [here, others]) one.kill('SIGTERM');
  expect([(await here.ended).code, (await others.ended).code]).toEqual([0, 0]);
});
