import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rawZip } from '../../src/evidence/testing/raw-zip.ts';
import { runCommand, testFolder } from './command.ts';

const folder = testFolder();

function file(name: string, bytes: Buffer | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

describe('verify', () => {
  it('needs no home, tells what failed, and ends with 5', async () => {
    const path = file('escape.wacz', rawZip([{ name: '../up\u001b[2J' }]));
    const { code, stdout, stderr } = await runCommand(['verify', path, '--json']);
    expect(code).toBe(5);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      whole: false,
      byWhom: { key: null, log: null },
      beforeWhen: [],
      checks: expect.arrayContaining([expect.objectContaining({ name: 'container', status: 'fail' })]),
    });
    expect(stderr).toContain('does not hold: container');
    expect(stderr + stdout).not.toContain('\u001b');
  });

  it('ends with 5 also where nobody reads what it says to the end', () => {
    const path = file('cut.wacz', 'no zip');
    const bin = fileURLToPath(new URL('../../bin/dualwatch.js', import.meta.url));
    // `true` closes the pipe before the first line.
    const piped = spawnSync('bash', ['-c', '"$0" "$1" verify "$2" | true; exit "${PIPESTATUS[0]}"', process.execPath, bin, path]);
    expect(piped.status).toBe(5);
  });

  it('says what it cannot read, and what it does not understand', async () => {
    const ended = await Promise.all([
      runCommand(['verify', join(folder, 'missing.wacz')]),
      runCommand(['verify', folder]),
      runCommand(['verify', file('a', ''), '--require', 'key,colour']),
      runCommand(['verify', file('b', ''), '--key', 'abc']),
      runCommand(['verify', file('c', ''), '--tsa-ca', file('empty.pem', 'no certificate')]),
      runCommand(['verify', file('d', ''), '--checkpoint', file('none.txt', 'no checkpoint')]),
    ]);
    expect(ended.map(({ code }) => code)).toEqual([3, 3, 2, 2, 2, 2]);
    expect(ended[1]?.stderr).toContain('is no file');
    expect(ended[2]?.stderr).toContain('"colour"');
    expect(ended.every(({ stderr }) => !stderr.includes('    at '))).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('does not wait for a pipe', async () => {
    const pipe = join(folder, 'pipe');
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
    expect(await runCommand(['verify', pipe], { withinMs: 10_000 })).toMatchObject({ code: 3 });
  });
});
