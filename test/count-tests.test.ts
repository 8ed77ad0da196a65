import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const PROGRAM = fileURLToPath(new URL('../scripts/count-tests.ts', import.meta.url));
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dualwatch-count-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('passed and failed tests are counted', () => {
  expect(
    count([
      ['a', 'passed'],
      ['b', 'failed'],
      ['c', 'passed'],
    ]),
  ).toBe('2 1\n');
});

test('a skipped test is a failure, whatever the word for it', () => {
  expect(
    count([
      ['a', 'passed'],
      ['b', 'skipped'],
      ['c', 'pending'],
      ['d', 'todo'],
    ]),
  ).toBe('1 3\n');
});

test('a test that needs research data may be skipped where they are absent, and only there', () => {
  writeFileSync(join(folder, 'present.json'), '{}');
  expect(count([['pages [needs absent.json] are read', 'skipped']])).toBe('0 0\n');
  expect(count([['pages [needs present.json] are read', 'skipped']])).toBe('0 1\n');
});

test('a file that breaks before its first test is a failure', () => {
  expect(count([], 'failed')).toBe('0 1\n');
});

test('a failure outside of all tests is one', () => {
  expect(count([['a', 'passed']], 'passed', false)).toBe('1 1\n');
});

function count(tests: readonly (readonly [string, string])[], status = 'passed', success = true): string {
  const report = join(folder, 'report.json');
  const assertionResults = tests.map(([fullName, outcome]) => ({ fullName, status: outcome }));
  writeFileSync(
    report,
    JSON.stringify({ success: success && status === 'passed', testResults: [{ name: 'x.test.ts', status, assertionResults }] }),
  );
  return spawnSync(process.execPath, [PROGRAM, report], { encoding: 'utf8', env: { ...process.env, DUALWATCH_SHARED: folder } }).stdout;
}
