import { z } from 'zod';
import { commaWords } from './comma-words.ts';
import { CATALOGUE_FOLDER, parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';

/** What a label says that follows it. */
export type FieldKind =
  | 'procedure'
  | 'registry'
  | 'subject'
  | 'buyer'
  | 'publisher'
  | 'contact'
  | 'deadline'
  | 'date'
  | 'price'
  | 'number'
  | 'place'
  | 'quantity';

const schema = z.strictObject({
  labels: z.strictObject({
    subject: commaWords,
    buyer: commaWords,
    publisher: commaWords,
    contact: commaWords,
    deadline: commaWords,
    date: commaWords,
    price: commaWords,
    number: commaWords,
    procedure: commaWords,
    registry: commaWords,
    place: commaWords,
    quantity: commaWords,
  }),
  bare: commaWords,
  classes: commaWords,
  lots: z.strictObject({ before: commaWords, after: commaWords }),
  phases: z.strictObject({ before: commaWords, after: commaWords }),
  ordinals: commaWords,
  bodies: commaWords,
  places: commaWords,
  forms: commaWords,
  ordinalWords: z.record(z.string().regex(/^\d+$/), commaWords),
});

/** copy-fields.yaml: words that tell apart the facts of two notices. A bar ends the part that all forms of a word share. */
export type CopyFields = Readonly<z.output<typeof schema>>;

/** Reads copy-fields.yaml of the catalogue in `folder`. Throws `catalogue-invalid` with the entry that is wrong. */
export function loadCopyFields(folder: string = CATALOGUE_FOLDER): CopyFields {
  return parseCatalogueFile(readCatalogueFile(folder, 'copy-fields.yaml'), schema);
}
