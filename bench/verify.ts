import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NO_TRUST } from '../src/evidence/verify-package/trust.ts';
import { verifyPackageFile } from '../src/work/verify-package-file.ts';
import { fillHome } from './package/fill-home.ts';

const NOTICES = 20;

/**
 * Speed and memory of `verify`: packages of 50 and 500 MB, 20 notices each. Options: `--mb 50,500`, `--page-kb 300` (bytes of a captured page, such as no compressor makes smaller).
 * It runs in a process of its own, whose memory is measured; the CPU counts all its threads.
 */
export async function run(args: readonly string[]): Promise<void> {
  const file = optionOf(args, '--child');
  if (file !== undefined) return verifyHere(file);
  const pageBytes = Number(optionOf(args, '--page-kb') ?? 300) * 1000;
  const bin = fileURLToPath(new URL('../bin/dualwatch.js', import.meta.url));
  process.stdout.write('captures           package   wall s    CPU s     MB/s  MB/CPU s  peak MB\n');
  for (const megabytes of (optionOf(args, '--mb') ?? '50,500').split(',').map(Number)) {
    const folder = mkdtempSync(join(tmpdir(), 'dualwatch-bench-verify-'));
    try {
      const captures = Math.ceil((megabytes * 1e6) / pageBytes);
      await fillHome(folder, { captures, notices: NOTICES, pageBytes });
      const out = join(folder, 'out.wacz');
      const ids = finish(process.execPath, [bin, '--home', folder, 'notices', '--json'])
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { readonly id: string }).id);
      finish(process.execPath, [bin, '--home', folder, 'export', ...ids, '--wacz', out]);
      const main = fileURLToPath(new URL('main.ts', import.meta.url));
      const { wall, cpu, peak, bytes } = JSON.parse(finish(process.execPath, [main, 'verify', '--child', out])) as Measured;
      const columns = [bytes / 1e6, wall, cpu, bytes / 1e6 / wall, bytes / 1e6 / cpu, peak].map((value) =>
        value.toFixed(value < 10 ? 2 : 0).padStart(9),
      );
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

async function verifyHere(file: string): Promise<void> {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const { checks } = await verifyPackageFile(file, NO_TRUST, () => undefined);
  const [wall, used] = [(performance.now() - began) / 1000, process.cpuUsage(cpu)];
  const failed = checks.find(({ status }) => status === 'fail');
  if (failed !== undefined) throw new Error(`the package does not hold: ${JSON.stringify(failed)}`);
  const measured: Measured = {
    wall,
    cpu: (used.user + used.system) / 1e6,
    peak: process.resourceUsage().maxRSS / 1024,
    bytes: statSync(file).size,
  };
  process.stdout.write(`${JSON.stringify(measured)}\n`);
}

function finish(command: string, args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

function optionOf(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
}
