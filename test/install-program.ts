import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildProgram } from '../scripts/build-program.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** Once before all tests: the program built and laid out as in an installed package, so that what processes of tests run is what users run. */
export async function setup(): Promise<() => void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dualwatch-program-')));
  await buildProgram(join(folder, 'dist'));
  // Node goes by the real places of files that it starts: those are copied.
  for (const name of ['bin', 'package.json']) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  for (const name of ['catalogue', 'web', 'docs', 'node_modules']) symlinkSync(join(ROOT, name), join(folder, name));
  process.env['TEST_PROGRAM'] = join(folder, 'bin/dualwatch.js');
  return () => rmSync(folder, { recursive: true, force: true });
}
