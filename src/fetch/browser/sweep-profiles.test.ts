import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sweepProfiles } from './sweep-profiles.ts';

it('removes profiles whose process is gone, and nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dualwatch-sweep-'));
  try {
    const gone = spawnSync(process.execPath, ['--version']).pid;
    const stay = [`dualwatch-browser-${process.pid}-abc`, 'dualwatch-browser-abcdef', `other-${gone}-abc`];
    for (const name of [...stay, `dualwatch-browser-${gone}-abc`]) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'Cookies'), 'x');
    }
    await sweepProfiles(folder);
    expect(readdirSync(folder).toSorted()).toEqual(stay.toSorted());
    await sweepProfiles(join(folder, 'nowhere'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
