import { mkdir, mkdtemp, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filesLeftOut, listFolder } from './folder.ts';

let folder: string;
const LATER = (): number => Date.now() + 60_000;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dropped-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('listFolder', () => {
  test('lists documents by name, with addresses that lead back to them', async () => {
    for (const name of ['b.html', 'a 求购 #1%.TXT', 'c.exe', '.hidden.html', '~$d.docx', 'e.pdf', 'g.xls', 'h.rtf'])
      await writeFile(join(folder, name), 'x');
    await mkdir(join(folder, 'f.html'));
    const items = await listFolder(folder, LATER());
    expect(items.map(({ title }) => title)).toEqual(['a 求购 #1%.TXT', 'b.html', 'e.pdf', 'g.xls', 'h.rtf']);
    expect(await filesLeftOut(folder)).toEqual(['c.exe']);
    expect(items[0]?.url).toMatch(/^file:\/\/\/[!-~]+$/);
    expect(fileURLToPath(items[0]?.url ?? '')).toBe(items[0]?.path);
    expect(items[0]).toMatchObject({ status: 'ready', bytes: 1, problem: null });
  });

  test('a file in the making is left for the next check', async () => {
    await writeFile(join(folder, 'a.html'), 'x');
    expect(await listFolder(folder, Date.now())).toMatchObject([{ status: 'unsettled' }]);
    expect(await listFolder(folder, LATER())).toMatchObject([{ status: 'ready' }]);
  });

  test('a file copied with its old date is in the making too', async () => {
    await writeFile(join(folder, 'a.html'), 'x');
    await utimes(join(folder, 'a.html'), 1_000_000_000, 1_000_000_000);
    expect(await listFolder(folder, Date.now())).toMatchObject([{ status: 'unsettled' }]);
  });

  test('links lead nowhere outside', async () => {
    await writeFile(join(folder, 'a.html'), 'x');
    await symlink('a.html', join(folder, 'inside.html'));
    await symlink('/etc/passwd', join(folder, 'outside.txt'));
    await symlink('nothing', join(folder, 'broken.txt'));
    const items = await listFolder(folder, LATER());
    expect(items.map(({ title, status }) => [title, status])).toEqual([
      ['a.html', 'ready'],
      ['broken.txt', 'unreadable'],
      ['inside.html', 'ready'],
    ]);
    expect(items[1]?.problem).toMatch(/ENOENT/);
  });

  test('a file of two gigabytes is named, not read', async () => {
    await writeFile(join(folder, 'a.pdf'), '');
    await truncate(join(folder, 'a.pdf'), 2 ** 31);
    const [item] = await listFolder(folder, LATER());
    expect(item?.status).toBe('too-large');
    expect(item?.problem).toContain('2147483648 bytes');
  });

  test('a folder that is none is an error with its name', async () => {
    await expect(listFolder(join(folder, 'none'))).rejects.toMatchObject({ code: 'input-unreadable' });
    await expect(listFolder(join(folder, 'none'))).rejects.toThrow(join(folder, 'none'));
  });
});
