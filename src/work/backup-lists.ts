import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DualwatchError } from '../model/errors.ts';
import type { Store } from '../store/port.ts';
import { nodeFiles } from '../evidence/node-files.ts';
import type { HomePaths } from './home.ts';

/** Copies the kept files of all lists, which never change. `copy` is the store as copied. Throws `evidence-invalid` where one is missing. */
export async function copyListFiles(copy: Pick<Store, 'lists' | 'listVersions'>, from: HomePaths, to: HomePaths): Promise<void> {
  const folders = new Set<string>();
  for (const { name } of await copy.lists())
    for (const { files, version } of await copy.listVersions(name))
      for (const path of files) {
        const target = join(to.home, path);
        const source = await nodeFiles.stat(join(from.home, path));
        const there = await nodeFiles.stat(target);
        if (source !== undefined && there?.bytes === source.bytes) continue;
        await mkdir(dirname(target), { recursive: true, mode: 0o700 });
        await copyWhole(join(from.home, path), target, `${path}, of version ${version} of the list ${name},`);
        for (let above = dirname(target); above !== to.home; above = dirname(above)) folders.add(above);
      }
  for (const folder of folders) await nodeFiles.syncFolder(folder);
}

/** Whole and on the disk under its name, or not there under it. */
async function copyWhole(source: string, target: string, what: string): Promise<void> {
  const unfinished = `${target}.new`;
  try {
    await copyFile(source, unfinished);
    const handle = await open(unfinished, 'r+');
    await handle.sync().finally(() => handle.close());
    await rename(unfinished, target);
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw new DualwatchError(
      'evidence-invalid',
      `${what} cannot be copied: ${cause instanceof Error ? cause.message : String(cause)}. "dualwatch log verify" says what is missing`,
      { cause },
    );
  }
}
