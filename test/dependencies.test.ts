import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};

test('what is shipped imports only what a user gets installed', () => {
  expect([...importedPackages()].filter((name) => !(name in MANIFEST.dependencies)).toSorted()).toEqual([]);
});

test('every dependency is imported by what is shipped', () => {
  const imported = importedPackages();
  expect(Object.keys(MANIFEST.dependencies).filter((name) => !imported.has(name))).toEqual([]);
});

function importedPackages(): ReadonlySet<string> {
  const shipped = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter(isShipped);
  const specifiers = shipped.flatMap((file) => {
    const text = readFileSync(join(ROOT, 'src', file), 'utf8');
    const found = text.matchAll(
      /^(?:import|export|\})(?:\b.*)? from '([^'.][^']*)';$|^import '([^'.][^']*)';$|\bimport\('([^'.][^']*)'\)/gm,
    );
    return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  });
  return new Set(specifiers.filter((specifier) => !specifier.startsWith('node:')).map(packageOf));
}

/** As tsconfig.build.json has it. */
function isShipped(file: string): boolean {
  return file.endsWith('.ts') && !file.endsWith('.d.ts') && !file.endsWith('.test.ts') && !/(^|[\\/])testing[\\/]/.test(file);
}

/** `@scope/name/part` → `@scope/name`. */
function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
