import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { foldLabel } from './fold-label.ts';
import { parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';

const DEFAULT_FOLDER = fileURLToPath(new URL('../../catalogue/', import.meta.url));
const schema = z.strictObject({ fields: z.array(z.string().min(1)).min(1) });

/** Names of fields whose value is the name of a party, as `foldLabel` writes them. Reads party-fields.yaml; throws `catalogue-invalid`. */
export function loadPartyFields(folder: string = DEFAULT_FOLDER): ReadonlySet<string> {
  return new Set(parseCatalogueFile(readCatalogueFile(folder, 'party-fields.yaml'), schema).fields.map(foldLabel));
}
