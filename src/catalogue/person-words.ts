import { z } from 'zod';
import { sha256 } from '../model/digest.ts';
import { DualwatchError } from '../model/errors.ts';
import { foldText } from '../text/fold.ts';
import { CATALOGUE_FOLDER, parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';

/** Words in a person's name that tell nothing about who it is. As written, in any script; one with blanks or hyphens is a run of words. */
export interface PersonWords {
  /** Short hash of the file that was read. */
  readonly recipe: string;
  /** Before or behind a name and no part of it: `Dr`, `генерал`, `先生`. */
  readonly titles: readonly string[];
  /** Small words inside a name that are often left out, joined or written otherwise: `al`, `von`, `oglu`. */
  readonly particles: readonly string[];
  /** Particles before a father's name: `bin`, `ibn`. What stands before one and behind it cannot change places. */
  readonly sonOf: readonly string[];
}

const commaLines = z
  .array(
    z
      .string()
      .min(1)
      .transform((text) => text.split(', ')),
  )
  .transform((lines) => lines.flat());

const personWordsSchema = z.strictObject({ titles: commaLines, particles: commaLines, 'son-of': commaLines });

/**
 * Reads and checks `person-words.yaml` in `folder` (by default the one that comes with the package). Throws `catalogue-invalid` with the file and
 * the word; a word that stands twice, in any list, is an error.
 */
export function loadPersonWords(folder: string = CATALOGUE_FOLDER): PersonWords {
  const file = readCatalogueFile(folder, 'person-words.yaml');
  const { titles, particles, 'son-of': sonOf } = parseCatalogueFile(file, personWordsSchema);
  const seen = new Set<string>();
  for (const word of [...titles, ...particles, ...sonOf]) {
    const key = foldText(word).text;
    const what = key.trim() === '' || key !== key.trim() ? 'is empty or has blanks around it' : seen.has(key) ? 'stands twice' : undefined;
    if (what !== undefined)
      throw new DualwatchError(
        'catalogue-invalid',
        `${file.name}: "${word}" ${what}; leave each word once, with a comma and one blank between`,
      );
    seen.add(key);
  }
  return { recipe: sha256(file.source).slice(0, 12), titles, particles, sonOf };
}
