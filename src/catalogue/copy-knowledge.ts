import { loadCopyFields } from './copy-fields.ts';
import type { CopyFields } from './copy-fields.ts';
import { loadItemWords } from './items.ts';
import type { ItemWords } from './items.ts';
import { loadShingleFrequencies } from './shingle-frequencies.ts';
import type { ShingleFrequencies } from './shingle-frequencies.ts';
import { loadStages } from './stages.ts';
import type { StagePhrase } from './stages.ts';
import { loadTradeRoles } from './trade-roles.ts';
import { CATALOGUE_FOLDER } from './yaml-file.ts';

/** What the comparison of notices knows before it sees any. */
export interface CopyKnowledge {
  readonly stages: readonly StagePhrase[];
  readonly fields: CopyFields;
  readonly items: ItemWords;
  /** Name of a month in lower case → 1 to 12. */
  readonly months: ReadonlyMap<string, number>;
  /** Last parts of names of Chinese organisations. */
  readonly endings: readonly string[];
  readonly frequencies: ShingleFrequencies;
}

/** Reads it from the catalogue in `folder`. Throws `catalogue-invalid`. */
export function loadCopyKnowledge(folder: string = CATALOGUE_FOLDER): CopyKnowledge {
  const { months, words } = loadTradeRoles(folder);
  return {
    stages: loadStages(folder),
    fields: loadCopyFields(folder),
    items: loadItemWords(folder),
    months,
    endings: words.filter(({ is }) => is === 'ending').map(({ text }) => text),
    frequencies: loadShingleFrequencies(folder),
  };
}
