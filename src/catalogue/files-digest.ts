import { sha256 } from '../model/digest.ts';
import { CATALOGUE_FOLDER, readCatalogueFile } from './yaml-file.ts';

/** Short hash of some files of the catalogue, for a recipe. Throws `catalogue-invalid` where one cannot be read. */
export function digestOfFiles(names: readonly string[], folder: string = CATALOGUE_FOLDER): string {
  return sha256(names.map((name) => sha256(readCatalogueFile(folder, name).source)).join('\n')).slice(0, 12);
}
