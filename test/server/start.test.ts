import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serveNewHome, type ServedHome } from '../../src/server/testing/served-home.ts';
import { actingHere } from '../../src/work/accounts/acting.ts';
import { addUser } from '../../src/work/accounts/users.ts';
import { VERSION } from '../../src/work/version.ts';
import { item, listed } from '../contract/watcher.ts';

let home: ServedHome;
beforeEach(async () => void (home = await serveNewHome({ env: { DUALWATCH_CHROMIUM: '/no/such/browser' } })));
afterEach(() => home.close());

test('a new home says so, until something is watched; a browser that is not there is not offered', async () => {
  const start = async () => (await home.app.inject('/api/v1/desk')).json<unknown>();
  expect(await start()).toEqual({
    version: VERSION,
    login: 'none',
    openid: null,
    home: { firstRun: true, demo: false, replay: null, browser: false },
  });
  await listed(home.home.store, [item('http://one.example/s')]);
  expect(await start()).toMatchObject({ home: { firstRun: false } });
});

test('whoever has to log in hears how, and nothing of what is kept', async () => {
  await addUser(
    home.home.store.accounts,
    { mail: 'a@example.org', role: 'admin', password: 'correct horse battery' },
    actingHere(Date.now()),
  );
  expect((await home.app.inject('/api/v1/desk')).json()).toEqual({ version: VERSION, login: 'password', openid: null, home: null });
});

test('a browser and an OpenID provider that are there are named', async () => {
  const browser = join(home.home.paths.home, 'chromium');
  writeFileSync(browser, '');
  chmodSync(browser, 0o755);
  const env = { DUALWATCH_CHROMIUM: browser, DUALWATCH_OIDC_ISSUER: 'https://login.example', DUALWATCH_OIDC_CLIENT_ID: 'x' };
  const other = await serveNewHome({ env });
  expect((await other.app.inject('/api/v1/desk')).json()).toMatchObject({ openid: '/api/v1/login/openid', home: { browser: true } });
  await other.close();
});
