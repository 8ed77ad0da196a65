import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

/** Builds the desk into web/dist, each file also compressed. `npm ci` calls it; without development dependencies there is nothing to build with, and the API goes without a desk. */
const WEB = fileURLToPath(new URL('../web/', import.meta.url));
const vite = await import('vite').catch(() => undefined);

if (vite === undefined) {
  process.stderr.write('The desk is not built: its tools are development dependencies.\n');
} else if (existsSync(WEB)) {
  await vite.build({ configFile: join(WEB, 'vite.config.ts'), logLevel: 'warn' });
  const assets = join(WEB, 'dist/assets');
  for (const name of readdirSync(assets)) {
    if (!/\.(?:js|css|json|svg)$/.test(name)) continue;
    const plain = readFileSync(join(assets, name));
    const small = brotliCompressSync(plain);
    if (small.length < plain.length * 0.95) writeFileSync(join(assets, `${name}.br`), small);
  }
}
