import { z } from 'zod';
import { sha256 } from '../model/digest.ts';
import { DualwatchError } from '../model/errors.ts';
import { CATALOGUE_FOLDER, parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';

/** One name in the forms that documents and lists give it for one person: other languages, scripts and romanisations. */
export interface GivenName {
  readonly id: string;
  /** As written; one with blanks or hyphens (`Abd al-Rahman`) is a run of words. What only differs as sounds are spelled (kh/h, y/i/j) is left out. */
  readonly forms: readonly string[];
  /** Familiar or distant forms (`Bob`, `Sasha`; `Ivan` of John): weaker evidence. */
  readonly short: readonly string[];
}

/** Given names, patronymics and some surnames whose spellings differ by more than letters. A form may stand in several. */
export interface GivenNames {
  /** Short hash of the file that was read. */
  readonly recipe: string;
  readonly names: readonly GivenName[];
}

/** One name a line, as YAML entries would take a tenth of a second to read. */
const givenNamesSchema = z.array(z.strictObject({ about: z.string().min(1), list: z.string().min(1) }));

/**
 * Reads and checks `given-names.yaml` in `folder` (by default the one that comes with the package): lines of
 * `alexander: Alexander, Aleksandr | Sasha`, with what is short behind the bar. Throws `catalogue-invalid` with the file and the entry;
 * a name that stands twice, a form twice in one name, and a name of one form alone are errors.
 */
export function loadGivenNames(folder: string = CATALOGUE_FOLDER): GivenNames {
  const file = readCatalogueFile(folder, 'given-names.yaml');
  const names: GivenName[] = [];
  const ids = new Set<string>();
  for (const { list } of parseCatalogueFile(file, givenNamesSchema)) {
    for (const line of list.split('\n')) {
      if (line.trim() === '' || line.startsWith('# ')) continue;
      const name = readName(file.name, line);
      if (ids.has(name.id)) throw wrong(file.name, name.id, 'the name stands twice; put its forms into one line');
      ids.add(name.id);
      names.push(name);
    }
  }
  return { recipe: sha256(file.source).slice(0, 12), names };
}

function readName(file: string, line: string): GivenName {
  const [, id, forms, short] = /^([a-z][a-z\d-]*): ([^|]+?)(?: \| ([^|]+))?$/.exec(line) ?? [];
  if (id === undefined || forms === undefined)
    throw new DualwatchError('catalogue-invalid', `${file}, line "${line}": write it as "alexander: Alexander, Aleksandr | Sasha, Alex"`);
  const name: GivenName = { id, forms: forms.split(', '), short: short?.split(', ') ?? [] };
  const all = [...name.forms, ...name.short];
  if (all.length < 2) throw wrong(file, id, 'has one form alone and so says nothing; add another or take it out');
  const seen = new Set<string>();
  for (const form of all) {
    const key = form.normalize('NFC').toLowerCase();
    if (key === '' || key !== key.trim())
      throw wrong(file, id, `"${form}" is empty or has blanks around it; separate forms with a comma and one blank`);
    if (seen.has(key)) throw wrong(file, id, `"${form}" stands twice`);
    seen.add(key);
  }
  return name;
}

function wrong(file: string, id: string, what: string): DualwatchError {
  return new DualwatchError('catalogue-invalid', `${file}, entry ${id}: ${what}`);
}
