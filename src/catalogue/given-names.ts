import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { sha256 } from '../model/digest.ts';
import { DualwatchError } from '../model/errors.ts';
import { foldText } from '../text/fold.ts';
import { parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';

/** One name in the forms that documents and lists give it for one person: other languages, scripts and romanisations. */
export interface GivenName {
  readonly id: string;
  /** As written; one with blanks or hyphens (`Abd al-Rahman`) is a run of words. What only differs as sounds are spelled (kh/h, y/i/j) is left out. */
  readonly forms: readonly string[];
  /** Familiar or distant forms (`Bob`, `Sasha`; `Joseph` of Yusuf): weaker evidence. */
  readonly short: readonly string[];
}

/** Given names, patronymics and some surnames whose spellings differ by more than letters. A form may stand in several. */
export interface GivenNames {
  /** Short hash of the file that was read. */
  readonly recipe: string;
  readonly names: readonly GivenName[];
}

const DEFAULT_FOLDER = fileURLToPath(new URL('../../catalogue/', import.meta.url));

const commaForms = z.string().min(1).transform((text) => text.split(', '));

const givenNamesSchema = z.array(
  z.strictObject({
    name: z.string().regex(/^[a-z][a-z\d-]*$/, 'a name is written in small letters, digits and hyphens'),
    forms: commaForms,
    short: commaForms.optional(),
  }),
);

/**
 * Reads and checks `given-names.yaml` in `folder` (by default the one that comes with the package). Throws `catalogue-invalid` with the file and
 * the entry; a name that stands twice, a form twice in one name, and a name of one form alone are errors.
 */
export function loadGivenNames(folder: string = DEFAULT_FOLDER): GivenNames {
  const file = readCatalogueFile(folder, 'given-names.yaml');
  const names = parseCatalogueFile(file, givenNamesSchema).map(({ name, forms, short = [] }): GivenName => ({ id: name, forms, short }));
  const ids = new Set<string>();
  for (const { id, forms, short } of names) {
    const wrong = (what: string): DualwatchError => new DualwatchError('catalogue-invalid', `${file.name}, entry ${id}: ${what}`);
    if (ids.has(id)) throw wrong('the name stands twice; put its forms into one entry');
    ids.add(id);
    const all = [...forms, ...short];
    if (all.length < 2) throw wrong('has one form alone and so says nothing; add another or take it out');
    const seen = new Set<string>();
    for (const form of all) {
      const key = foldText(form).text;
      if (key.trim() === '' || key !== key.trim()) throw wrong(`"${form}" is empty or has blanks around it; write forms with a comma and one blank between`);
      if (seen.has(key)) throw wrong(`"${form}" stands twice`);
      seen.add(key);
    }
  }
  return { recipe: sha256(file.source).slice(0, 12), names };
}
