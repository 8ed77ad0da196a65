import { globSync, mkdirSync, rmSync, writeFileSync, cpSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown, type Plugin } from 'rolldown';
import { DIGESTED_FOLDERS, folderDigest } from '../src/work/packaged/code-digest.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const SRC = join(ROOT, 'src');
/** What starts a process or a thread, or is imported from outside: each keeps its place below src/. */
const STARTS = ['index.ts', 'cli/main.ts', 'work/**/*.worker.ts', 'work/**/*-thread.ts'];
/** Which module says where built files are. */
const PLACE = '\0built-folder';

/**
 * Builds the program into `folder` (`dist/` of the package): some hundred files of JavaScript in place of the thousand sources, since a start takes as long as it
 * has files to open. What a source finds beside itself (its threads, the catalogue) is found from the place where it stood.
 */
export async function buildProgram(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const starts = globSync(STARTS, { cwd: SRC, exclude: (name) => name.includes('testing') || name.endsWith('.test.ts') });
  const bundle = await rolldown({
    input: Object.fromEntries(starts.map((file) => [file.replace(/\.ts$/, ''), join(SRC, file)])),
    platform: 'node',
    external: (id) => !/^[./\0]/.test(id),
    plugins: [places],
  });
  await bundle.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'parts/[name]-[hash].js',
    codeSplitting: { groups: [{ name: 'place', test: PLACE }] },
  });
  await bundle.close();
  // Read where the documentation is asked for.
  mkdirSync(join(folder, 'server'), { recursive: true });
  cpSync(join(SRC, 'server/answer-examples.json'), join(folder, 'server/answer-examples.json'));
  mkdirSync(join(folder, 'work/packaged'), { recursive: true });
  writeFileSync(
    join(folder, 'work/packaged/code-digests.json'),
    JSON.stringify(Object.fromEntries(DIGESTED_FOLDERS.map((name) => [name, folderDigest(SRC, name)]))),
  );
}

/** In place of `import.meta.url`: the address that the source would have if each were built by itself. */
const places: Plugin = {
  name: 'places',
  resolveId: (id) => (id === PLACE ? id : null),
  load: (id) =>
    id === PLACE ? "const folder = new URL('../', import.meta.url);\nexport const placeOf = (path) => new URL(path, folder).href;" : null,
  transform(code, id) {
    if (!code.includes('import.meta.url') || id === PLACE) return null;
    const path = relative(SRC, id).replace(/\.ts$/, '.js');
    return `import { placeOf as __placeOf } from '${PLACE}';\n${code.replaceAll('import.meta.url', `__placeOf('${path}')`)}`;
  },
};

if (import.meta.main) await buildProgram(join(ROOT, 'dist'));
