import { sha256 } from '../model/digest.ts';
import { CATALOGUE_FOLDER, readCatalogueFile } from './yaml-file.ts';
import type { CatalogueFile } from './yaml-file.ts';

/** Short hash of files of the catalogue, for a recipe: changes with their names, their order and every byte. */
export function digestOf(files: readonly CatalogueFile[]): string {
  return sha256(files.map(({ name, source }) => `${name}\n${sha256(source)}\n`).join('')).slice(0, 12);
}

/** {@link digestOf} of files by name. Throws `catalogue-invalid` where one cannot be read. */
export function digestOfFiles(names: readonly string[], folder: string = CATALOGUE_FOLDER): string {
  return digestOf(names.map((name) => readCatalogueFile(folder, name)));
}
