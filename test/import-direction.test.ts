import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { LAYERS } from '../scripts/lint/layers.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

test('an import against the direction is refused, from a sibling and from a later folder alike', async () => {
  const planted = {
    'src/model/a.ts': "import { x } from '../text/x.ts';",
    'src/text/a.ts': "import { x } from '../catalogue/x.ts';",
    'src/catalogue/a.ts': "import { x } from '../recognise/x.ts';",
    'src/recognise/a.ts': "import { x } from '../read/x.ts';",
    'src/read/a.ts': "import { x } from '../recognise/x.ts';",
    'src/observe/a.ts': "import { x } from '../read/x.ts';",
    'src/assess/a.ts': "import { x } from '../store/x.ts';",
    'src/store/sqlite/a.ts': "import { x } from '../../fetch/x.ts';",
    'src/fetch/a.ts': "import { x } from '../evidence/x.ts';",
    'src/evidence/a.ts': "import { x } from '../capture/x.ts';",
    'src/capture/a.ts': "import { x } from '../watch/x.ts';",
    'src/watch/a.ts': "import { x } from '../work/x.ts';",
    'src/work/a.ts': "import { x } from '../cli/x.ts';",
    'src/server/a.ts': "import { x } from '../index.ts';",
    'src/novel/a.ts': "import { x } from '../model/x.ts';",
    'src/cli/a.ts': "import { x } from '../../bench/x.ts';",
    'src/share/a.ts': "import { x } from 'dualwatch';",
  };
  expect(await refusedFiles(planted)).toEqual(Object.keys(planted).toSorted());
});

test('every way of reaching another file is seen', async () => {
  const planted = {
    'src/read/type.ts': "import type { X } from '../store/x.ts';",
    'src/read/export.ts': "export { x } from '../store/x.ts';",
    'src/read/export-all.ts': "export * from '../store/x.ts';",
    'src/read/type-query.ts': "export type X = import('../store/x.ts').X;",
    'src/read/dynamic.ts': "export const load = async () => import('../store/x.ts');",
    'src/read/dynamic-name.ts': 'export const load = async (name: string) => import(`../${name}/x.ts`);',
    'src/read/worker.ts': "export const url = new URL('../store/x.ts', import.meta.url);",
    'src/read/detour.ts': "import { x } from './../../src/./store/x.ts';",
    'src/read/side-effect.ts': "import '../store/x.ts';",
    'src/read/plain.test.ts': "import { x } from '../store/x.ts';",
  };
  expect(await refusedFiles(planted)).toEqual(Object.keys(planted).toSorted());
});

test('an import along the direction passes', async () => {
  const planted = {
    'src/text/a.ts': "import { x } from '../model/x.ts';",
    'src/recognise/a.ts': "import { x } from '../text/x.ts';",
    'src/recognise/deep/a.ts': "import { x } from '../x.ts'; import { y } from '../../catalogue/y.ts';",
    'src/store/a.ts': "import { x } from '../observe/x.ts';",
    'src/capture/a.ts': "import { x } from '../fetch/x.ts'; import { y } from '../evidence/y.ts'; import { z } from '../read/z.ts';",
    'src/work/a.ts': "import { x } from '../watch/x.ts'; import { y } from 'node:fs'; import { z } from 'zod';",
    'src/cli/a.ts': "import { x } from '../server/x.ts'; import { y } from '../model/y.ts';",
    'src/index.ts': "export { x } from './recognise/x.ts';",
    'src/catalogue/load.ts': "export const url = new URL('../../catalogue/', import.meta.url);",
    'src/read/a.test.ts': "import { x } from '../../test/shared-data.ts';",
  };
  expect(await refusedFiles(planted)).toEqual([]);
});

test('I/O, the clock and randomness are refused in the pure core and nowhere else', async () => {
  const impure = {
    'file.ts': "import { readFileSync } from 'node:fs';",
    'clock.ts': 'export const now = () => Date.now();',
    'today.ts': 'export const today = () => new Date();',
    'chance.ts': 'export const chance = () => Math.random();',
    'environment.ts': "export const home = () => process.env['HOME'];",
    'network.ts': "export const get = async () => fetch('http://localhost');",
  };
  const within = (folder: string): Record<string, string> =>
    Object.fromEntries(Object.entries(impure).map(([name, text]) => [`src/${folder}/${name}`, text]));
  expect(await refusedFiles({ ...within('recognise'), ...within('store') }, 'house(pure-core)')).toEqual(
    Object.keys(within('recognise')).toSorted(),
  );
  expect(
    await refusedFiles(
      { 'src/read/a.ts': "export const at = (ms: number) => new Date(ms); import { hash } from 'node:crypto';" },
      'house(pure-core)',
    ),
  ).toEqual([]);
});

test('every folder and file of src/ has its place', () => {
  const places = new Set(LAYERS.flat());
  const found = readdirSync(join(ROOT, 'src')).map((name) => name.replace(/\.ts$/, ''));
  expect(found.filter((name) => !places.has(name))).toEqual([]);
});

/** Plants the files in an empty folder, lints it with the project's own configuration, and names the files in which the rule found something. */
async function refusedFiles(planted: Readonly<Record<string, string>>, rule = 'house(import-direction)'): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dualwatch-direction-'));
  made.push(folder);
  for (const [path, text] of Object.entries(planted)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${text}\n`);
  }
  const report = await lint(folder);
  expect(report.number_of_files).toBe(Object.keys(planted).length);
  return [...new Set(report.diagnostics.filter((found) => found.code === rule).map((found) => found.filename))].toSorted();
}

interface LintReport {
  readonly number_of_files: number;
  readonly diagnostics: readonly { readonly code: string; readonly filename: string }[];
}

async function lint(folder: string): Promise<LintReport> {
  const program = join(ROOT, 'node_modules/oxlint/bin/oxlint');
  const args = [program, '--config', join(ROOT, '.oxlintrc.json'), '--format', 'json', '.'];
  const output = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      // oxlint exits with 1 where it found something; anything it could not do leaves no report on stdout.
      if (stdout.startsWith('{')) resolve(stdout);
      else reject(new Error(`oxlint gave no report: ${stdout}${stderr}`, { cause: error }));
    });
  });
  return JSON.parse(output) as LintReport;
}
