import { readControlFile } from './control-file.ts';
import type { Controls } from './controls.ts';
import { CATALOGUE_FOLDER, readCatalogueFolder } from './yaml-file.ts';
import type { CatalogueFile } from './yaml-file.ts';

/** The files of the control lists, unread: the recipe of the catalogue takes them in. Throws `catalogue-invalid`. */
export function readControlFiles(folder: string = CATALOGUE_FOLDER): readonly CatalogueFile[] {
  return readCatalogueFolder(folder, 'controls', '.jsonl');
}

/**
 * Reads and checks every list of `controls/` in `folder` (by default the catalogue that comes with the package): some 3,700 entries.
 * Whoever needs none does not wait for it: `loadCatalogue` leaves it out. Throws `catalogue-invalid` with file and line.
 */
export function loadControls(folder?: string): Controls {
  return {
    lists: new Map(
      readControlFiles(folder)
        .map(readControlFile)
        .map((list) => [list.id, list]),
    ),
  };
}

let packaged: Controls | undefined;

/** The lists that come with the package, read once. */
export function packagedControls(): Controls {
  return (packaged ??= loadControls());
}
