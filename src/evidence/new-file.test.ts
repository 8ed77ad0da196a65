import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeNewFile } from './new-file.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'dualwatch-new-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (text: string) => async (path: string) => writeFileSync(path, text, { flag: 'wx' });

test('a file comes under its name when it is whole, and what is there stays unless it is to be replaced', async () => {
  const path = join(folder, 'x.wacz');
  await makeNewFile(path, false, async (temporary) => {
    writeFileSync(temporary, 'half');
    expect(readdirSync(folder)).not.toContain('x.wacz');
    writeFileSync(temporary, 'whole');
  });
  await expect(makeNewFile(path, false, write('other'))).rejects.toMatchObject({ code: 'usage' });
  expect(readFileSync(path, 'utf8')).toBe('whole');
  await makeNewFile(path, true, write('newer'));
  expect(readFileSync(path, 'utf8')).toBe('newer');
  expect(readdirSync(folder)).toEqual(['x.wacz']);
});

test('what comes there meanwhile is not written over; what fails leaves nothing', async () => {
  const path = join(folder, 'x.wacz');
  const late = makeNewFile(path, false, async (temporary) => {
    writeFileSync(temporary, 'mine');
    writeFileSync(path, 'theirs');
  });
  await expect(late).rejects.toMatchObject({ code: 'usage' });
  expect(readFileSync(path, 'utf8')).toBe('theirs');
  const failing = makeNewFile(path, true, async (temporary) => {
    writeFileSync(temporary, 'half');
    throw new Error('the disk broke');
  });
  await expect(failing).rejects.toThrow('the disk broke');
  expect(readFileSync(path, 'utf8')).toBe('theirs');
  expect(readdirSync(folder)).toEqual(['x.wacz']);
  await expect(makeNewFile(folder, true, write(''))).rejects.toThrow(/is a folder/);
  await expect(makeNewFile('/dev/null', true, write(''))).rejects.toThrow(/no ordinary file/);
  await expect(makeNewFile('', true, write(''))).rejects.toThrow(/no name/);
});

test('what a killed process left beside the file goes; what one that lives writes, or somebody else’s, stays', async () => {
  const path = join(folder, 'x.wacz');
  const left = spawnSync(process.execPath, [
    '-e',
    `import(${JSON.stringify(new URL('new-file.ts', import.meta.url).href)}).then(({ makeNewFile }) => makeNewFile(process.argv[1], false, async (temporary) => {
       require('node:fs').writeFileSync(temporary, 'half');
       process.kill(process.pid, 'SIGKILL');
     }))`,
    path,
  ]);
  expect(left.signal).toBe('SIGKILL');
  const [dead = ''] = readdirSync(folder);
  const alive = dead.replace(/-\d+-/, `-${process.ppid}-`);
  const elsewhere = dead.replace(/\.[0-9a-f]{8}-/, '.ffffffff-');
  for (const name of [alive, elsewhere, 'x.wacz.part', 'y.part']) writeFileSync(join(folder, name), '');
  await makeNewFile(path, false, write('whole'));
  expect(new Set(readdirSync(folder))).toEqual(new Set(['x.wacz', alive, elsewhere, 'x.wacz.part', 'y.part']));
});
