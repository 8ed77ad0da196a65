import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildProgram } from './build-program.ts';

/** Builds `dist/` for the package: JavaScript and declarations, since Node strips no types under `node_modules`. */
const ROOT = fileURLToPath(new URL('../', import.meta.url));
const DIST = join(ROOT, 'dist');

await buildProgram(DIST);
const compiler = spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
  cwd: ROOT,
  stdio: 'inherit',
});
if (compiler.status !== 0) process.exit(compiler.status ?? 1);

// The compiler rewrites `./x.ts` in what runs and leaves it in declarations, where not every resolver of a consumer takes it.
for (const name of readdirSync(DIST, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.d.ts')) continue;
  const path = join(DIST, name);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace(/(\b(?:from|import)\s*\(?\s*['"]\.{1,2}\/[^'"]*)\.ts(['"])/g, '$1.js$2'));
}
