import { sha256 } from '../model/digest.ts';
import { DualwatchError } from '../model/errors.ts';
import { CATALOGUE_FOLDER, readCatalogueFile } from './yaml-file.ts';

/** Forms that names of persons have in other languages and scripts. */
export interface NameForms {
  /** Short hash of the file that was read. */
  readonly recipe: string;
  /** Two and more forms of one name, as Latin letters spell them (Han by pinyin). A form may stand in several. */
  readonly names: readonly (readonly string[])[];
}

/** Reads `name-forms.tsv` in `folder`: the forms of one name a line, with tabs between. Throws `catalogue-invalid` with the line. */
export function loadNameForms(folder: string = CATALOGUE_FOLDER): NameForms {
  const { name, source } = readCatalogueFile(folder, 'name-forms.tsv');
  const names: string[][] = [];
  for (const [index, line] of source.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    if (!LINE.test(line))
      throw new DualwatchError(
        'catalogue-invalid',
        `${name}, line ${index + 1}: expected two and more words of small Latin letters, with tabs between`,
      );
    names.push(line.split('\t'));
  }
  return { recipe: sha256(source).slice(0, 12), names };
}

const LINE = /^[a-z]+(?:\t[a-z]+)+$/;
