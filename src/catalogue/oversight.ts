import { z } from 'zod';
import { CATALOGUE_FOLDER, parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';

const LANGS = ['zh', 'ru', 'uk', 'en'] as const;
const words = z.array(z.string().min(1)).min(1);

const schema = z.strictObject({
  bodies: z.record(z.enum(LANGS), words),
  says: z.array(
    z.strictObject({
      lang: z.enum(LANGS),
      before: words,
      after: words.optional(),
      /** The words are a label: a colon, or the end of its line, comes before the name. */
      colon: z.boolean().optional(),
    }),
  ),
});

/** How texts say who oversees whoever publishes them; `oversight.yaml` explains it. */
export type OversightWords = z.output<typeof schema>;

/** Reads and checks `oversight.yaml` in `folder`. Throws `catalogue-invalid` with file and entry. */
export function loadOversightWords(folder: string = CATALOGUE_FOLDER): OversightWords {
  return parseCatalogueFile(readCatalogueFile(folder, 'oversight.yaml'), schema);
}
