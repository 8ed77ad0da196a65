import { DualwatchError } from '../model/errors.ts';
import type { NameConcept, NameWord } from './organisations.ts';
import { namePlacesFileSchema, organisationsFileSchema } from './organisations-schema.ts';
import { parseCatalogueFile } from './yaml-file.ts';
import type { CatalogueFile } from './yaml-file.ts';

export const NAME_LANGS = ['zh', 'ru', 'uk', 'en', 'other'] as const;

/** An entry of either file of the glossary: words of one meaning. */
export interface NameEntry {
  readonly file: string;
  /** What messages call it. */
  readonly name: string;
  /** The concept that it defines; undefined where it is made of others. */
  readonly defines?: NameConcept;
  readonly concepts: readonly string[];
  /** As written, with bars. */
  readonly words: { readonly [Lang in NameWord['lang']]?: readonly string[] | undefined };
  /** Words of this entry that may mean something else in an earlier one. */
  readonly also: readonly string[];
}

/** Entries of `organisations.yaml`. Throws `catalogue-invalid`. */
export function readOrganisationEntries(file: CatalogueFile): NameEntry[] {
  return parseCatalogueFile(file, organisationsFileSchema).map(
    ({ concept, kind, country, brand, generic, words: label, is, also = [], ...words }): NameEntry => {
      if (concept === undefined || kind === undefined) return { file: file.name, name: label ?? '', concepts: is ?? [], words, also };
      const defines = {
        id: concept,
        kind,
        ...(country === undefined ? {} : { country }),
        ...(brand === undefined ? {} : { brand }),
        ...(generic === undefined ? {} : { generic }),
      };
      return { file: file.name, name: concept, defines, concepts: [concept], words, also };
    },
  );
}

/** Entries of `name-places.yaml`: `guangzhou: zh 广州; en Guangzhou, Canton; ru Гуанчжоу|`. Throws `catalogue-invalid`. */
export function readPlaceEntries(file: CatalogueFile): NameEntry[] {
  return parseCatalogueFile(file, namePlacesFileSchema).flatMap(({ country, list }) =>
    list
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('# '))
      .map((line) => readPlace(file, line, country)),
  );
}

function readPlace(file: CatalogueFile, line: string, country: string | undefined): NameEntry {
  const colon = line.indexOf(': ');
  const id = line.slice(0, colon);
  const lists = new Map(
    line
      .slice(colon + 2)
      .split('; ')
      .map((list): [string, string[]] => [list.slice(0, list.indexOf(' ')), list.slice(list.indexOf(' ') + 1).split(', ')]),
  );
  const stranger = [...lists.keys()].find((lang) => lang !== 'also' && !(NAME_LANGS as readonly string[]).includes(lang));
  if (colon === -1 || !/^[a-z][a-z\d-]*$/.test(id) || stranger !== undefined)
    throw new DualwatchError(
      'catalogue-invalid',
      `${file.name}, line "${line}": write it as "guangzhou: zh 广州; en Guangzhou, Canton; ru Гуанчжоу|"`,
    );
  return {
    file: file.name,
    name: id,
    defines: { id, kind: 'place', ...(country === undefined ? {} : { country }) },
    concepts: [id],
    words: Object.fromEntries(NAME_LANGS.map((lang) => [lang, lists.get(lang)])),
    also: lists.get('also') ?? [],
  };
}
