import { z } from 'zod';
import { parsePhraseList } from './phrase-list.ts';
import { CATALOGUE_FOLDER, parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';

const STAGES = [
  'plan',
  'research',
  'notice',
  'repost',
  'correction',
  'extension',
  'retender',
  'candidates',
  'award',
  'contract',
  'cancelled',
  'complaint',
  'procedure',
] as const;

/** A stage of a purchase; `notice` and `repost` are none of their own; `procedure`: how its supplier is chosen. */
export type Stage = (typeof STAGES)[number];

/** A phrase that says at which stage a notice stands; a bar ends the part that all its forms share. */
export interface StagePhrase {
  readonly stage: Stage;
  readonly text: string;
  /** Only where no letter and no Han character follows. */
  readonly alone: boolean;
}

const schema = z.array(z.strictObject({ stage: z.enum(STAGES), lang: z.enum(['zh', 'ru', 'uk', 'en']), list: z.string().min(1) }));

/** Reads stages.yaml of the catalogue in `folder`. Throws `catalogue-invalid` with the entry that is wrong. */
export function loadStages(folder: string = CATALOGUE_FOLDER): readonly StagePhrase[] {
  return parseCatalogueFile(readCatalogueFile(folder, 'stages.yaml'), schema).flatMap(({ stage, list }) =>
    parsePhraseList(list).map(({ text, options }): StagePhrase => ({ stage, text, alone: 'alone' in options })),
  );
}
