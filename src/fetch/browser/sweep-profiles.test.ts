import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { profilePrefix, sweepProfiles } from './sweep-profiles.ts';

it('removes profiles whose process is gone, those that are not from here after a day, and nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dualwatch-sweep-'));
  try {
    const gone = spawnSync(process.execPath, ['--version']).pid;
    const ours = profilePrefix();
    const left = `${ours.replace(`-${process.pid}-`, `-${gone}-`)}abc`;
    // Of a container that shares the folder: what is no process here may live there.
    const elsewhere = [`dualwatch-browser-00000000-${gone}-abc`, `dualwatch-browser-${gone}-abc`];
    const stay = [`${ours}abc`, `other-${gone}-abc`];
    for (const name of [...stay, ...elsewhere, left]) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'Cookies'), 'x');
    }
    await sweepProfiles(folder);
    expect(readdirSync(folder).toSorted()).toEqual([...stay, ...elsewhere].toSorted());
    await sweepProfiles(folder, Date.now() + 25 * 60 * 60 * 1000);
    expect(readdirSync(folder).toSorted()).toEqual(stay.toSorted());
    await sweepProfiles(join(folder, 'nowhere'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
