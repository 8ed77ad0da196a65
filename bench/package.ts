import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '../src/model/config.ts';
import { exportPackage } from '../src/work/export/export-package.ts';
import { homePaths, openHome } from '../src/work/home.ts';
import { fillHome } from './package/fill-home.ts';

const NOTICES = 20;

/**
 * Speed and memory of `export`: homes with 50 and 500 MB of captures, 20 notices each, written into one package. Options: `--mb 50,500` (5000 takes 12 GB of disk), `--page-kb 300` (bytes of a
 * captured page; they are such as no compressor makes smaller, so that every byte is read, hashed and written). The export runs in a process of its own, whose memory is measured.
 */
export async function run(args: readonly string[]): Promise<void> {
  const child = optionOf(args, '--child');
  if (child !== undefined) return exportHere(child);
  const pageBytes = Number(optionOf(args, '--page-kb') ?? 300) * 1000;
  process.stdout.write('captures           package   wall s    CPU s     MB/s  peak MB\n');
  for (const megabytes of (optionOf(args, '--mb') ?? '50,500').split(',').map(Number)) {
    const folder = mkdtempSync(join(tmpdir(), 'dualwatch-bench-package-'));
    try {
      const captures = Math.ceil((megabytes * 1e6) / pageBytes);
      await fillHome(folder, { captures, notices: NOTICES, pageBytes });
      const main = fileURLToPath(new URL('main.ts', import.meta.url));
      const { stdout, stderr, status } = spawnSync(process.execPath, [main, 'package', '--child', folder], { encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
      const { wall, cpu, peak, bytes } = JSON.parse(stdout) as Measured;
      const columns = [bytes / 1e6, wall, cpu, bytes / 1e6 / wall, peak].map((value) => value.toFixed(value < 10 ? 2 : 0).padStart(9));
      process.stdout.write(`${`${captures} of ${(pageBytes / 1000).toFixed(0)} kB`.padEnd(17)}${columns.join('')}\n`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

interface Measured {
  readonly wall: number;
  readonly cpu: number;
  /** Peak resident set, MB. */
  readonly peak: number;
  readonly bytes: number;
}

async function exportHere(folder: string): Promise<void> {
  const paths = homePaths(folder);
  const home = await openHome(paths, { create: false });
  const ids = [];
  for await (const { id } of home.store.listNotices({})) ids.push(id);
  const file = join(folder, 'out.wacz');
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  await exportPackage(home, paths, loadConfig({ env: {} }), {
    notices: ids,
    file,
    force: false,
    reveal: false,
    by: null,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  const [wall, used] = [(performance.now() - began) / 1000, process.cpuUsage(cpu)];
  await home.store.close();
  const measured: Measured = {
    wall,
    cpu: (used.user + used.system) / 1e6,
    peak: process.resourceUsage().maxRSS / 1024,
    bytes: statSync(file).size,
  };
  process.stdout.write(`${JSON.stringify(measured)}\n`);
}

function optionOf(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
}
