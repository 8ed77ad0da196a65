import { parse } from 'smol-toml';
import { expect, test } from 'vitest';
import type { ConfigSources } from './config.ts';
import { homeOf, loadConfig, settingsInForce } from './config.ts';
import { DualwatchError } from './errors.ts';
import { settingsPage } from './settings-docs.ts';
import { SETTING_KEYS, SETTINGS } from './settings.ts';

test('without anything set, the defaults hold, as milliseconds and bytes', () => {
  expect(loadConfig({ env: {} })).toEqual({
    home: './dualwatch-data',
    cache: '',
    source: { every: 900_000 },
    follow: { default: 21_600_000, confirmAfter: 600_000 },
    keep: 'changes',
    fetch: {
      pace: 1000,
      connectTimeout: 15_000,
      timeout: 60_000,
      maxHeaders: 32_768,
      maxBody: 67_108_864,
      maxDecompressed: 134_217_728,
      contact: '',
    },
    images: { keep: 'yes', most: 40, maxBody: 8_388_608, maxTotal: 33_554_432 },
    browser: { chromium: '', noSandbox: '0', timeout: 60_000, maxBody: 33_554_432, maxTotal: 100_663_296 },
    watch: { concurrency: 64 },
    disk: { minFree: 536_870_912 },
    mail: { server: '', from: '' },
    anchors: { every: 86_400_000 },
    server: {
      host: '127.0.0.1',
      port: 8787,
      publicUrl: '',
      proxies: [],
      sessionIdle: 43_200_000,
      sessionMost: 604_800_000,
      corsOrigins: [],
      readers: 2,
    },
    viewer: { replaywebpage: '', port: 0, publicUrl: '' },
    oidc: {
      issuer: '',
      clientId: '',
      secretFile: '',
      scope: 'openid email profile',
      roleClaim: '',
      admins: '',
      analysts: '',
      viewers: '',
      allowPrivate: '0',
    },
    log: { origin: '', level: 'info', requests: 'no' },
  });
});

test('command line comes before environment, environment before file, file before default', () => {
  const file = { path: '/home/config.toml', text: 'fetch.pace = "4s"\n' };
  const env = { DUALWATCH_FETCH_PACE: '3s' };
  const overrides = { 'fetch.pace': '2s' };
  expect(loadConfig({ env, file, overrides }).fetch.pace).toBe(2000);
  expect(loadConfig({ env, file }).fetch.pace).toBe(3000);
  expect(loadConfig({ env: {}, file }).fetch.pace).toBe(4000);
  expect(loadConfig({ env: {} }).fetch.pace).toBe(1000);
});

test('an empty variable counts as not set', () => {
  expect(loadConfig({ env: { DUALWATCH_FETCH_PACE: '' }, file: { path: 'config.toml', text: '[fetch]\npace = "4s"' } }).fetch.pace).toBe(
    4000,
  );
});

test('settings in force say where each comes from', () => {
  const sources: ConfigSources = {
    env: { DUALWATCH_KEEP: 'all' },
    file: { path: '/h/config.toml', text: '[watch]\nconcurrency = 8' },
    overrides: { home: '/h' },
  };
  const from = new Map(settingsInForce(sources).map((each) => [each.key, each]));
  expect(from.get('home')).toEqual({ key: 'home', written: '/h', from: 'command line' });
  expect(from.get('keep')).toEqual({ key: 'keep', written: 'all', from: 'environment DUALWATCH_KEEP' });
  expect(from.get('watch.concurrency')).toEqual({ key: 'watch.concurrency', written: '8', from: '/h/config.toml' });
  expect(from.get('log.level')).toEqual({ key: 'log.level', written: 'info', from: 'default' });
  expect(homeOf(sources)).toBe('/h');
});

test.each<readonly [string, ConfigSources, RegExp]>([
  [
    'a wrong variable',
    { env: { DUALWATCH_FETCH_PACE: 'soon' } },
    /^fetch\.pace \(environment DUALWATCH_FETCH_PACE\): "soon" is not allowed; write a duration/,
  ],
  ['a value out of range', { env: { DUALWATCH_WATCH_CONCURRENCY: '0' } }, /from 1 to 1024/],
  ['no whole number', { env: { DUALWATCH_WATCH_CONCURRENCY: '1.5' } }, /from 1 to 1024/],
  ['a body above the limit', { env: { DUALWATCH_FETCH_MAX_BODY: '2GB' } }, /"2GB" is not allowed; write a size from 1KB to 1GB/],
  ['a line break for a header', { env: { DUALWATCH_FETCH_CONTACT: 'a\r\nX: y' } }, /plain ASCII/],
  ['an unknown choice', { env: {}, overrides: { keep: 'most' } }, /^keep \(command line\): "most" is not allowed; write changes, all$/],
  ['a password that cannot be decoded', { env: { DUALWATCH_MAIL_SERVER: 'smtp://me:50%off@mail.example' } }, /percent-encoded/],
  ['a provider without TLS', { env: { DUALWATCH_OIDC_ISSUER: 'http://id.example' } }, /begins with https/],
  ['a proxy that is no network', { env: { DUALWATCH_SERVER_PROXIES: '10.0.0.0/8, proxy.example' } }, /IP addresses or networks/],
  ['a bare number for a duration', inFile('[fetch]\npace = 2'), /^fetch\.pace \(\/h\/config\.toml\): 2 is not allowed/],
  [
    'a mistyped key',
    inFile('[fetch]\npaec = "2s"'),
    /^\/h\/config\.toml: there is no setting "fetch\.paec"; did you mean "fetch\.pace"\?$/,
  ],
  ['an unknown key', inFile('database = "x"'), /there is no setting "database"; docs\/configuration\.md/],
  ['a list', inFile('keep = ["all"]'), /"keep" must be a text or a number/],
  ['a date', inFile('keep = 2026-01-01'), /"keep" must be a text or a number/],
  ['the home in the file that lies in it', inFile('home = "/elsewhere"'), /"home" cannot stand here.*DUALWATCH_HOME/],
  ['the cache, which is asked for before', inFile('cache = "off"'), /"cache" cannot stand here.*DUALWATCH_CACHE/],
  ['broken TOML', inFile('keep = "all"\nfetch = {'), /^\/h\/config\.toml, line 2, column \d+: this is no TOML: /],
  ['a wrong value that a better place overrules by another key', inFile('keep = "all"\n[follow]\ndefault = "0s"'), /^follow\.default/],
])('%s is refused', (_, sources, message) => {
  expect(() => loadConfig(sources)).toThrow(message);
  expect(() => loadConfig(sources)).toThrow(DualwatchError);
});

test('keys that JavaScript objects answer to by themselves are unknown settings like any other', () => {
  expect(() => loadConfig(inFile('constructor = "x"'))).toThrow(/no setting "constructor"/);
  expect(() => loadConfig(inFile('"__proto__" = "x"'))).toThrow(/no setting "__proto__"/);
});

/** Of programs that others look for under these names too. */
const NAMED_OTHERWISE: Readonly<Record<string, string>> = {
  'browser.chromium': 'DUALWATCH_CHROMIUM',
  'browser.noSandbox': 'DUALWATCH_CHROMIUM_NO_SANDBOX',
  'server.host': 'DUALWATCH_HOST',
  'server.port': 'DUALWATCH_PORT',
  'server.publicUrl': 'DUALWATCH_PUBLIC_URL',
  'server.corsOrigins': 'DUALWATCH_CORS_ORIGINS',
};

test('each variable is named for its key and used once', () => {
  expect(new Set(SETTING_KEYS.map((key) => SETTINGS[key].env)).size).toBe(SETTING_KEYS.length);
  for (const key of SETTING_KEYS) {
    const expected = `DUALWATCH_${key
      .replace(/([A-Z])/g, '_$1')
      .replace('.', '_')
      .toUpperCase()}`;
    expect(SETTINGS[key].env).toBe(NAMED_OTHERWISE[key] ?? expected);
  }
});

test('the example of config.toml in the docs can be loaded', () => {
  const example = /```toml\n([\s\S]*?)```/.exec(settingsPage())?.[1] ?? '';
  expect(Object.keys(parse(example))).not.toHaveLength(0);
  expect(loadConfig(inFile(example)).follow.confirmAfter).toBe(1_800_000);
});

function inFile(text: string): ConfigSources {
  return { env: {}, file: { path: '/h/config.toml', text } };
}
