import { z } from 'zod';
import { CATALOGUE_FOLDER, parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';

/** A sentence in which a guarded term of a concept means something else. */
export interface GuardSentence {
  readonly concept: string;
  readonly text: string;
}

const schema = z.array(z.strictObject({ concept: z.string().regex(/^[a-z][a-z_]*$/), list: z.string().min(1) }));

/** Reads guard-sentences.yaml, one sentence a line. Throws `catalogue-invalid`. */
export function loadGuardSentences(folder: string = CATALOGUE_FOLDER): readonly GuardSentence[] {
  return parseCatalogueFile(readCatalogueFile(folder, 'guard-sentences.yaml'), schema).flatMap(({ concept, list }) =>
    list.split('\n').flatMap((line) => (line.trim() === '' ? [] : [{ concept, text: line.trim() }])),
  );
}
