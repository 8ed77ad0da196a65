import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { sha256 } from '../../model/digest.ts';

/** Folders of src/ whose code is part of what is kept from start to start, or of a recipe. */
export const DIGESTED_FOLDERS = ['catalogue', 'model', 'recognise', 'screen', 'text', 'work/packaged'] as const;
export type DigestedFolder = (typeof DIGESTED_FOLDERS)[number];

/** In the package, whose built files stand in no folders: what `scripts/build-program.ts` wrote of those that they were made from. */
const BUILT = fileURLToPath(new URL('code-digests.json', import.meta.url));
const SOURCES = fileURLToPath(new URL('../../', import.meta.url));
const CODE = /(?<!\.test|\.d)\.ts$/;

const built = z.record(z.enum(DIGESTED_FOLDERS), z.string());
let ofBuilt: Readonly<Record<DigestedFolder, string>> | undefined;

/** Digest of the code in folders of src/, with all that is below them: the same in a checkout and in the package that is built from it. */
export function codeDigest(folders: readonly DigestedFolder[]): string {
  if (existsSync(BUILT)) ofBuilt ??= built.parse(JSON.parse(readFileSync(BUILT, 'utf8')));
  return sha256(folders.map((folder) => ofBuilt?.[folder] ?? folderDigest(SOURCES, folder)).join('\n'));
}

/** Digest of the names and bytes of the code files below one folder of `sources`. */
export function folderDigest(sources: string, folder: DigestedFolder): string {
  const files = readdirSync(join(sources, folder), { recursive: true, encoding: 'utf8' }).filter((name) => CODE.test(name));
  return sha256(
    files
      .toSorted()
      .map((name) => `${name} ${sha256(readFileSync(join(sources, folder, name)))}`)
      .join('\n'),
  );
}
