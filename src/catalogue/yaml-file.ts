import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { DualwatchError } from '../model/errors.ts';
import { parseYaml } from './yaml.ts';

/** `<package root>/catalogue`, from `src/catalogue` in a checkout as from `dist/catalogue` in the package. */
export const CATALOGUE_FOLDER = fileURLToPath(new URL('../../catalogue/', import.meta.url));

/** A file of the catalogue as read: `name` is relative to its folder and stands in every message about it. */
export interface CatalogueFile {
  readonly name: string;
  readonly source: string;
}

/** Throws `catalogue-invalid` where the file cannot be read. */
export function readCatalogueFile(folder: string, name: string): CatalogueFile {
  try {
    return { name, source: readFileSync(join(folder, name), 'utf8') };
  } catch (cause) {
    throw new DualwatchError(
      'catalogue-invalid',
      `the catalogue in ${folder} has no readable file ${name}; restore it or name another folder`,
      { cause },
    );
  }
}

/** The files of a subfolder with an ending (`.yaml`), by name. Throws `catalogue-invalid` where there is none. */
export function readCatalogueFolder(folder: string, sub: string, ending = '.yaml'): CatalogueFile[] {
  let names: string[];
  try {
    names = readdirSync(join(folder, sub))
      .filter((name) => name.endsWith(ending))
      .toSorted();
  } catch (cause) {
    throw new DualwatchError('catalogue-invalid', `the catalogue in ${folder} has no folder ${sub}; restore it or name another folder`, {
      cause,
    });
  }
  return names.map((name) => readCatalogueFile(folder, `${sub}/${name}`));
}

/** Parses a file against a schema. Throws `catalogue-invalid` with the file, the line of broken YAML or the path of the wrong entry. */
export function parseCatalogueFile<Schema extends z.ZodType>({ name, source }: CatalogueFile, schema: Schema): z.output<Schema> {
  const result = schema.safeParse(parseYaml(source, `${name} is no YAML`));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new DualwatchError(
    'catalogue-invalid',
    `${name}, entry ${issue?.path.map(String).join(' › ') || '(top)'}: ${issue?.message ?? 'wrong'}`,
  );
}
