import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NO_TRUST } from '../src/evidence/verify-package/trust.ts';
import { verifyPackageFile } from '../src/work/verify-package-file.ts';
import { finish, measureApart, measureHere, measureHomes, optionOf } from './package/measured.ts';

/**
 * Speed and memory of `verify`: packages of 50 and 500 MB, 20 notices each. Options: `--mb 50,500`, `--page-kb 300` (bytes of a captured page, such as no compressor makes smaller).
 * It runs in a process of its own, whose memory is measured; the CPU counts all its threads.
 */
export async function run(args: readonly string[]): Promise<void> {
  const file = optionOf(args, '--child');
  if (file !== undefined) return measureHere(file, () => mustHold(file));
  const columns = ['package', 'wall s', 'CPU s', 'MB/s', 'MB/CPU s', 'peak MB'];
  return measureHomes(
    args,
    columns,
    (folder) => measureApart('verify', packageOf(folder)),
    ({ bytes, wall, cpu, peak }) => [bytes / 1e6, wall, cpu, bytes / 1e6 / wall, bytes / 1e6 / cpu, peak],
  );
}

/** A package of all notices of a home. */
function packageOf(folder: string): string {
  const bin = fileURLToPath(new URL('../bin/dualwatch.js', import.meta.url));
  const out = join(folder, 'out.wacz');
  const ids = finish(process.execPath, [bin, '--home', folder, 'notices', '--json'])
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly id: string }).id);
  finish(process.execPath, [bin, '--home', folder, 'export', ...ids, '--wacz', out]);
  return out;
}

async function mustHold(file: string): Promise<void> {
  const { checks } = await verifyPackageFile(file, NO_TRUST, () => undefined);
  const failed = checks.find(({ status }) => status === 'fail');
  if (failed !== undefined) throw new Error(`the package does not hold: ${JSON.stringify(failed)}`);
}
