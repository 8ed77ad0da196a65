import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { holdOutput } from './output-hold.ts';
import { openResumableOutput } from './resumable-output.ts';

const folder = mkdtempSync(join(tmpdir(), 'dualwatch-hold-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('keeps another run away from an output, and takes over from one that was killed', async () => {
  const out = join(folder, 'hits.csv');
  const other = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
  writeFileSync(`${out}.lock`, `${hostname()} ${other.pid}\n`);
  await expect(openResumableOutput(out, {}, { restart: true, overwrite: true, head: 'x\n' })).rejects.toThrow('writes');
  expect(existsSync(`${out}.partial`)).toBe(false);
  const ended = new Promise((resolve) => void other.on('close', resolve));
  other.kill('SIGKILL');
  await ended;
  const output = await openResumableOutput(out, {}, { restart: false, overwrite: true, head: 'x\n' });
  expect(readFileSync(`${out}.lock`, 'utf8')).toBe(`${hostname()} ${process.pid}\n`);
  await output.finish();
  expect(readFileSync(out, 'utf8')).toBe('x\n');
  expect(existsSync(`${out}.lock`)).toBe(false);
});

it('does not judge a process of another machine', async () => {
  const out = join(folder, 'shared.csv');
  writeFileSync(`${out}.lock`, 'elsewhere 1\n');
  await expect(holdOutput(out, 'shared.csv')).rejects.toThrow('delete shared.csv.lock if that run is no more');
});

it('says so where the output is a folder, before anything is screened', async () => {
  await expect(openResumableOutput(folder, {}, { restart: false, overwrite: true, head: '' })).rejects.toThrow('is a folder');
  expect(existsSync(`${folder}.lock`)).toBe(false);
});
