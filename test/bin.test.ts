import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const BIN = fileURLToPath(new URL('../bin/dualwatch.js', import.meta.url));
const cacheFolder = createRequire(import.meta.url)('../bin/cache-folder.js') as (
  env: Readonly<Record<string, string>>,
  platform: NodeJS.Platform,
) => string | undefined;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dualwatch-bin-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test.each(['0.12.18', '10.24.1', '18.20.8', '20.19.5', '22.17.1', '23.5.0'])('Node %s gets one clear line', (version) => {
  const { status, stderr, stdout } = runAs(version, ['--help']);
  expect(stderr).toMatch(new RegExp(`^dualwatch needs Node 22\\.18 or newer .* ${version.replaceAll('.', '\\.')}.*\n$`));
  expect(stdout).toBe('');
  expect(status).toBe(2);
});

test.each(['22.18.0', '23.6.0', '24.0.0', '30.1.0'])('Node %s is let through', (version) => {
  const { status, stderr, stdout } = runAs(version, ['--help']);
  expect(stderr).toBe('');
  expect(stdout).toContain('dualwatch');
  expect(status).toBe(0);
});

test.each<[string, Readonly<Record<string, string>>, NodeJS.Platform, string | undefined]>([
  ['one that is named', { DUALWATCH_CACHE: 'here', XDG_CACHE_HOME: '/x' }, 'linux', resolve('here')],
  ['none', { DUALWATCH_CACHE: 'off', XDG_CACHE_HOME: '/x' }, 'linux', undefined],
  ['that of the desktop', { XDG_CACHE_HOME: '/x' }, 'linux', '/x/dualwatch'],
  ['not one that is no whole path', { XDG_CACHE_HOME: 'x' }, 'linux', undefined],
  ["the user's on Linux", { DUALWATCH_CACHE: '' }, 'linux', join(homedir(), '.cache/dualwatch')],
  ["the user's on a Mac", {}, 'darwin', join(homedir(), 'Library/Caches/dualwatch')],
  ['none on Windows without a profile', {}, 'win32', undefined],
])('the folder for what is compiled is %s', (_, env, platform, expected) => {
  expect(cacheFolder(env, platform)).toBe(expected);
});

test('a text says the same with what an earlier start compiled, and without', () => {
  const page = join(folder, 'page.txt');
  writeFileSync(page, '采购热像仪 3 台，非制冷红外焦平面探测器 640×512。Поставка тепловизоров.');
  const cache = join(folder, 'cache');
  const scan = (env: Readonly<Record<string, string>>): string => {
    const { NODE_COMPILE_CACHE: _, ...inherited } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'scan', page, '--json'], {
      encoding: 'utf8',
      env: { ...inherited, ...env },
    });
    expect([status, stderr]).toEqual([0, '']);
    return stdout;
  };
  const plain = scan({ DUALWATCH_CACHE: 'off' });
  expect(plain).toContain('"goods"');
  expect(existsSync(cache)).toBe(false);
  expect(scan({ DUALWATCH_CACHE: cache })).toBe(plain);
  const kept = readdirSync(cache);
  expect(kept.map((name) => name.replace(/-[0-9a-f]+\.bin$/, '')).toSorted()).toEqual(['code', 'scanner', 'trade']);
  expect(scan({ DUALWATCH_CACHE: cache })).toBe(plain);
  expect(readdirSync(cache)).toEqual(kept);
}, 60_000);

/** Runs the program under a Node that says it is another one. */
function runAs(
  version: string,
  args: readonly string[],
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const disguise = join(folder, `${version}.cjs`);
  writeFileSync(disguise, `Object.defineProperty(process.versions, 'node', { value: ${JSON.stringify(version)} });\n`);
  return spawnSync(process.execPath, ['--require', disguise, BIN, ...args], { encoding: 'utf8' });
}
