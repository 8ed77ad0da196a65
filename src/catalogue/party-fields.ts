import { z } from 'zod';
import { foldLabel } from './fold-label.ts';
import { CATALOGUE_FOLDER, parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';

const schema = z.strictObject({ fields: z.array(z.string().min(1)).min(1) });

/** Names of fields whose value is the name of a party, as `foldLabel` writes them. Reads party-fields.yaml; throws `catalogue-invalid`. */
export function loadPartyFields(folder: string = CATALOGUE_FOLDER): ReadonlySet<string> {
  return new Set(parseCatalogueFile(readCatalogueFile(folder, 'party-fields.yaml'), schema).fields.map(foldLabel));
}
