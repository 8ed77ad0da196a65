import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const BIN = fileURLToPath(new URL('../bin/dualwatch.js', import.meta.url));
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

/** Runs the program under a Node that says it is another one. */
function runAs(
  version: string,
  args: readonly string[],
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const disguise = join(folder, `${version}.cjs`);
  writeFileSync(disguise, `Object.defineProperty(process.versions, 'node', { value: ${JSON.stringify(version)} });\n`);
  return spawnSync(process.execPath, ['--require', disguise, BIN, ...args], { encoding: 'utf8' });
}
