import { join } from 'node:path';
import { loadConfig } from '../src/model/config.ts';
import type { NoticeId } from '../src/model/ids.ts';
import { exportPackage } from '../src/work/export/export-package.ts';
import { homePaths, openHome } from '../src/work/home.ts';
import { measureApart, measureHere, measureHomes, optionOf } from './package/measured.ts';

/**
 * Speed and memory of `export`: homes with 50 and 500 MB of captures, 20 notices each, written into one package. Options: `--mb 50,500` (5000 takes 12 GB of disk), `--page-kb 300` (bytes of a
 * captured page; they are such as no compressor makes smaller, so that every byte is read, hashed and written). The export runs in a process of its own, whose memory is measured.
 */
export async function run(args: readonly string[]): Promise<void> {
  const child = optionOf(args, '--child');
  if (child !== undefined) return exportHere(child);
  const columns = ['package', 'wall s', 'CPU s', 'MB/s', 'peak MB'];
  return measureHomes(
    args,
    columns,
    (folder) => measureApart('package', folder),
    ({ bytes, wall, cpu, peak }) => [bytes / 1e6, wall, cpu, bytes / 1e6 / wall, peak],
  );
}

async function exportHere(folder: string): Promise<void> {
  const paths = homePaths(folder);
  const home = await openHome(paths, { create: false });
  const ids: NoticeId[] = [];
  for await (const { id } of home.store.listNotices({})) ids.push(id);
  const file = join(folder, 'out.wacz');
  await measureHere(file, async () => {
    await exportPackage(home, paths, loadConfig({ env: {} }), {
      notices: ids,
      file,
      force: false,
      reveal: false,
      by: null,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
  });
  await home.store.close();
}
