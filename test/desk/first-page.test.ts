import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { DESK_FOLDER } from '../../src/server/desk/built-files.ts';

interface Built {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

const LIMIT_BYTES = 250 * 1024;

/** What must be there before the inbox stands: the frame, the inbox and all that these import, its styles, its words. */
function firstPage(language: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(DESK_FOLDER, '.vite/manifest.json'), 'utf8')) as Readonly<Record<string, Built>>;
  const files = new Set<string>();
  const seen = new Set<string>();
  const take = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const built = manifest[name];
    if (built === undefined) throw new Error(`the built desk has no ${name}`);
    for (const file of [built.file, ...(built.css ?? [])]) files.add(file);
    for (const imported of built.imports ?? []) take(imported);
  };
  const words = ['shell', 'terms', 'inbox'].map((space) => `src/words/${language}/${space}.ts`);
  for (const name of ['index.html', 'src/screens/inbox/inbox.tsx', 'src/screens/inbox/first-rows.ts', ...words]) take(name);
  return [...files];
}

it.each(['en', 'zh', 'uk', 'ru'])('the first page is at most 250 KB under gzip, in %s', (language) => {
  const sizes = firstPage(language).map((file) => [file, gzipSync(readFileSync(join(DESK_FOLDER, file))).length] as const);
  expect(sizes.length).toBeGreaterThan(5);
  expect(
    sizes.reduce((sum, [, size]) => sum + size, 0),
    JSON.stringify(sizes.toSorted(([, a], [, b]) => b - a).slice(0, 12)),
  ).toBeLessThanOrEqual(LIMIT_BYTES);
});
