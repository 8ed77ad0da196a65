import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const PAGES = [
  ...readdirSync(ROOT),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`),
].filter((name) => name.endsWith('.md'));

test.each(PAGES)('%s links to files that exist', (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map((match) => match[1] ?? '');
  expect(links.filter((link) => !existsSync(join(ROOT, dirname(page), link)))).toEqual([]);
});

test.each(PAGES)('%s calls only npm scripts that exist', (page) => {
  const { scripts } = manifest();
  const called = [...read(page).matchAll(/\bnpm run (?:-s )?([a-z][\w:]*)/g)].map((match) => match[1] ?? '');
  expect(called.filter((name) => !(name in scripts))).toEqual([]);
});

test.each(['dependencies', 'devDependencies'] as const)('ARCHITECTURE.md gives licence and reason for all %s and no others', (kind) => {
  const heading = kind === 'dependencies' ? '### Dependencies' : '### Tools';
  const section = read('ARCHITECTURE.md').split(`${heading}\n`)[1]?.split('\n##')[0] ?? '';
  const rows = [...section.matchAll(/^\| (\S+) \| ([^|]+) \| ([^|]+) \|$/gm)].filter(([, name]) => name !== 'package');
  const documented = rows.map(([, name, licence]) => `${name}: ${licence}`);
  const installed = Object.keys(manifest()[kind]).map((name) => {
    const { license } = JSON.parse(read(`node_modules/${name}/package.json`)) as { readonly license: string };
    return `${name}: ${license}`;
  });
  expect(documented.toSorted()).toEqual(installed.toSorted());
});

test('ARCHITECTURE.md maps every folder of src/ and every file of the catalogue', () => {
  const map = read('ARCHITECTURE.md').split('## The map')[1]?.split('## Direction of imports')[0] ?? '';
  const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const knowledge = readdirSync(join(ROOT, 'catalogue'), { withFileTypes: true });
  const names = [...folders, ...knowledge].map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
  expect(names.filter((name) => !map.includes(name))).toEqual([]);
});

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

function manifest(): Manifest {
  return JSON.parse(read('package.json')) as Manifest;
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
