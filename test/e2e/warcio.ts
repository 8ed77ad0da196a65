import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

/** An outside reader of WARC files: `DUALWATCH_WARCIO` names its program. */
const WARCIO = process.env['DUALWATCH_WARCIO'];

export const hasWarcio = WARCIO !== undefined && existsSync(WARCIO);

/** Every file below a folder passes `warcio check`. */
export function expectReadable(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.warc.gz'))
    .map((name) => join(folder, name));
  expect(files.length).toBeGreaterThan(0);
  const { status, stdout, stderr } = spawnSync(WARCIO ?? '', ['check', '-v', ...files], { encoding: 'utf8' });
  expect(status, stdout + stderr).toBe(0);
  expect(stdout).not.toMatch(/digest failed|invalid/i);
}
