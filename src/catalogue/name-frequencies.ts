import { sha256 } from '../model/digest.ts';
import { DualwatchError } from '../model/errors.ts';
import { CATALOGUE_FOLDER, readCatalogueFile } from './yaml-file.ts';

/** How common words are in names, as occurrences per million names; a word that is absent is rare. Words are lower-case ASCII as `any-ascii` writes them. */
export interface NameFrequencies {
  readonly recipe: string;
  readonly person: ReadonlyMap<string, number>;
  readonly organisation: ReadonlyMap<string, number>;
}

/**
 * Reads `name-frequencies.tsv`: lines of `section ⇥ log2 of occurrences per million ⇥ words`. It comes with the package and not from the
 * loaded lists, so that no score depends on which lists are loaded. Throws `catalogue-invalid` with the line.
 */
export function loadNameFrequencies(folder: string = CATALOGUE_FOLDER): NameFrequencies {
  const { name, source } = readCatalogueFile(folder, 'name-frequencies.tsv');
  const person = new Map<string, number>();
  const organisation = new Map<string, number>();
  for (const [index, line] of source.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const [section, exponent, words] = line.split('\t');
    const table = section === 'person' ? person : section === 'organisation' ? organisation : undefined;
    const perMillion = 2 ** Number(exponent || 'NaN');
    if (table === undefined || words === undefined || !Number.isFinite(perMillion))
      throw new DualwatchError(
        'catalogue-invalid',
        `${name}, line ${index + 1}: expected "person" or "organisation", a number and words, with tabs between`,
      );
    for (const word of words.split(' ')) table.set(word, perMillion);
  }
  return { recipe: sha256(source).slice(0, 12), person, organisation };
}
