import { DualwatchError } from '../model/errors.ts';
import { readBrands } from './brands.ts';
import { readCalques } from './calques.ts';
import { readCompoundWords } from './compound-words.ts';
import type { Catalogue, CodeScheme, Concept, Guards, ListedCode, NamedPhrase, RoleWord, Term } from './catalogue.ts';
import { digestOf } from './files-digest.ts';
import { readItemWords } from './items.ts';
import { readControlFiles } from './load-controls.ts';
import { parsePhraseList } from './phrase-list.ts';
import type { ListedPhrase } from './phrase-list.ts';
import {
  TERM_OPTIONS,
  goodsFileSchema,
  guardsFileSchema,
  intentsFileSchema,
  makersFileSchema,
  notGoodsFileSchema,
  placesFileSchema,
  rolesFileSchema,
} from './schemas.ts';
import { expandedTerms, readWordSets } from './word-sets.ts';
import type { WordSets } from './word-sets.ts';
import { CATALOGUE_FOLDER, parseCatalogueFile, readCatalogueFile, readCatalogueFolder } from './yaml-file.ts';
import type { CatalogueFile } from './yaml-file.ts';

const NO_GUARDS: Guards = { notBefore: [], notAfter: [], needs: [] };

/**
 * Reads and checks the goods, codes, intents, places, role words and makers of the catalogue in `folder` (by default the one that
 * comes with the package). Throws `catalogue-invalid` with the file and the entry.
 */
export function loadCatalogue(folder: string = CATALOGUE_FOLDER): Catalogue {
  const files = readFiles(folder);
  const { goods: goodsFiles, guards, notGoods, intents, places, roles, makers } = files;
  const guardSets = new Map(
    Object.entries(parseCatalogueFile(guards, guardsFileSchema)).map(([name, set]): [string, Guards] => [name, guardsOf(set, NO_GUARDS)]),
  );
  const wordSets = readWordSets(files.wordSets);
  const goods = goodsFiles.map((file) => readGoods(file, guardSets, wordSets));
  const concepts = new Map(goods.map(({ concept }) => [concept.id, concept]));
  return {
    recipe: recipeOf(files),
    concepts,
    terms: [...goods.flatMap(({ terms }) => terms), ...readNotGoods(notGoods)],
    codes: withControlEntries(
      goods.flatMap(({ codes }) => codes),
      [...concepts.values()],
    ),
    intents: readIntents(intents),
    places: readPlaces(places),
    roleWords: readRoleWords(roles, concepts),
    makers: readMakers(makers),
    brands: readBrands(files.brands, new Set(concepts.keys())),
    calques: readCalques(files.calques, new Set(concepts.keys())),
    compounds: readCompoundWords(files.compounds),
    items: readItemWords(files.items),
  };
}

/** The `recipe` that `loadCatalogue` gives, without reading what the files say: for whoever only asks whether anything changed. Throws `catalogue-invalid`. */
export function catalogueRecipe(folder: string = CATALOGUE_FOLDER): string {
  return recipeOf(readFiles(folder));
}

type Files = ReturnType<typeof readFiles>;

function readFiles(folder: string) {
  const one = (name: string): CatalogueFile => readCatalogueFile(folder, `${name}.yaml`);
  return {
    goods: readCatalogueFolder(folder, 'goods'),
    guards: one('guards'),
    wordSets: one('word-sets'),
    notGoods: one('not-goods'),
    intents: one('intents'),
    places: one('places'),
    roles: one('roles'),
    makers: one('makers'),
    items: one('items'),
    calques: one('calques'),
    brands: one('brands'),
    compounds: one('compounds'),
    controls: readControlFiles(folder),
  };
}

function recipeOf({
  goods,
  guards,
  wordSets,
  notGoods,
  intents,
  places,
  roles,
  makers,
  items,
  calques,
  brands,
  compounds,
  controls,
}: Files): string {
  return digestOf([...goods, guards, wordSets, notGoods, intents, places, roles, makers, items, calques, brands, compounds, ...controls]);
}

function readGoods(
  file: CatalogueFile,
  guardSets: ReadonlyMap<string, Guards>,
  wordSets: WordSets,
): { concept: Concept; terms: Term[]; codes: ListedCode[] } {
  const data = parseCatalogueFile(file, goodsFileSchema);
  const { concept: id, definition, civilUse, sources, hs6, controls, notControls, chpl } = data;
  const concept: Concept = { id, definition, civilUse, sources, hs6, controls, notControls, chpl };
  const terms: Term[] = [];
  const combined: Term[] = [];
  for (const { lang, kind, strength, case: matchCase, list } of data.terms) {
    for (const phrase of parsePhraseList(list)) {
      const { text, options, note } = phrase;
      if (kind === 'partNumber') checkPattern(file, text);
      const texts = kind === 'partNumber' ? [text] : expandedTerms(text, lang, wordSets);
      const guards = guardsOfTerm(file, phrase, guardSets);
      const { maker } = options;
      const yieldsTo = options['yields']?.split(', ');
      const also = options['also']?.split(', ');
      const told = {
        ...(maker === undefined ? {} : { maker }),
        ...(yieldsTo === undefined ? {} : { yieldsTo }),
        ...(also === undefined ? {} : { also }),
        ...(note === undefined ? {} : { note }),
      };
      const into = texts.length > 1 ? combined : terms;
      for (const one of texts) into.push({ concept: id, text: one, lang, kind, strength, matchCase, guards, ...told });
    }
  }
  const { headings = [], ...schemes } = data.codes;
  const codes = Object.entries({ ...schemes, hs: [...new Set([...hs6, ...(schemes.hs ?? [])])] }).flatMap(([scheme, list]) =>
    (list ?? []).map((code): ListedCode => ({ scheme: scheme as CodeScheme, code, concept: id })),
  );
  const own = headings.map((code): ListedCode => ({ scheme: 'hs', code, concept: id, own: true }));
  return { concept, terms: withoutRepeats([...terms, ...combined], terms.length), codes: [...codes, ...own] };
}

/**
 * Codes with the control entries that concepts name among their `controls`: an entry that may apply to the goods of one concept alone tells them, where no
 * concept claims it as its own.
 */
function withControlEntries(codes: readonly ListedCode[], concepts: readonly Concept[]): ListedCode[] {
  const claimed = new Set(codes.map(({ scheme, code }) => `${scheme} ${code}`));
  const named = concepts.flatMap(({ id, controls }) =>
    controls.flatMap((reference): ListedCode[] => {
      const [, list, code] = /^(cn-dual-use )?(\d[A-E]\d{3}(?:\.[a-z](?:\.\d{1,2})?)?)$/.exec(reference) ?? [];
      if (code === undefined) return [];
      const scheme = list === undefined ? 'eccn' : 'cnControl';
      return claimed.has(`${scheme} ${code}`) ? [] : [{ scheme, code, concept: id }];
    }),
  );
  const telling = [...Map.groupBy(named, ({ scheme, code }) => `${scheme} ${code}`).values()].flatMap((same) =>
    same.length === 1 ? same : [],
  );
  return [...codes, ...telling];
}

/** Of the terms from `own` on only those that nothing before them says: a line of its own knows more than a line with a set. */
function withoutRepeats(terms: readonly Term[], own: number): Term[] {
  const keyOf = ({ lang, text }: Term): string => `${lang} ${text}`;
  const known = new Set(terms.slice(0, own).map(keyOf));
  return terms.filter((term, index) => {
    if (index < own) return true;
    const isNew = !known.has(keyOf(term));
    known.add(keyOf(term));
    return isNew;
  });
}

type GuardLists = { readonly [Key in keyof Guards]?: readonly string[] | undefined };

/** Guards of one line: the set that it names, and its own on top. */
function guardsOfTerm({ name }: CatalogueFile, { text, options }: ListedPhrase, guardSets: ReadonlyMap<string, Guards>): Guards {
  if (Object.keys(options).length === 0) return NO_GUARDS;
  const stranger = Object.keys(options).find((key) => !(TERM_OPTIONS as readonly string[]).includes(key));
  if (stranger !== undefined)
    throw new DualwatchError('catalogue-invalid', `${name}, term "${text}": no option "${stranger}"; there are ${TERM_OPTIONS.join(', ')}`);
  const shared = options['guards'] === undefined ? NO_GUARDS : guardSets.get(options['guards']);
  if (shared === undefined)
    throw new DualwatchError('catalogue-invalid', `${name}, term "${text}": no guards named "${options['guards'] ?? ''}" in guards.yaml`);
  return guardsOf(
    { notBefore: options['notBefore']?.split(', '), notAfter: options['notAfter']?.split(', '), needs: options['needs']?.split(', ') },
    shared,
  );
}

function guardsOf({ notBefore, notAfter, needs }: GuardLists, shared: Guards): Guards {
  if (notBefore === undefined && notAfter === undefined && needs === undefined) return shared;
  return {
    notBefore: [...shared.notBefore, ...(notBefore ?? [])],
    notAfter: [...shared.notAfter, ...(notAfter ?? [])],
    needs: needs ?? shared.needs,
  };
}

/** Patterns must compile and repeat only a bounded number of times: then each match costs bounded work. */
function checkPattern({ name }: CatalogueFile, pattern: string): void {
  try {
    new RegExp(pattern, 'y');
  } catch (cause) {
    throw new DualwatchError('catalogue-invalid', `${name}: the part number pattern ${pattern} does not compile`, { cause });
  }
  if (/(?:[^\\]|^)[*]|(?:[^\\+]|^)[+](?!\?)|\{\d*,\}/.test(pattern.replaceAll(/\\.|\[[^\]]*\]/g, 'x'))) {
    throw new DualwatchError(
      'catalogue-invalid',
      `${name}: the part number pattern ${pattern} repeats without bound; write {1,8} instead of + or *`,
    );
  }
}

function readNotGoods(file: CatalogueFile): Term[] {
  return parseCatalogueFile(file, notGoodsFileSchema).flatMap(({ lang, list }) =>
    parsePhraseList(list).map(({ text }): Term => ({
      concept: null,
      text,
      lang,
      kind: 'term',
      strength: 'hard',
      matchCase: false,
      guards: NO_GUARDS,
    })),
  );
}

function readIntents(file: CatalogueFile): NamedPhrase[] {
  return parseCatalogueFile(file, intentsFileSchema).flatMap(({ intent, lang, strength, notBefore = [], notAfter = [], beside, list }) => {
    const guards = { notBefore, notAfter, needs: [], ...(beside === undefined ? {} : { beside }) };
    const isGuarded = notBefore.length + notAfter.length > 0 || beside !== undefined;
    return parsePhraseList(list).map(({ text }): NamedPhrase => ({ id: intent, text, lang, strength, ...(isGuarded ? { guards } : {}) }));
  });
}

function readPlaces(file: CatalogueFile): NamedPhrase[] {
  return parseCatalogueFile(file, placesFileSchema).flatMap((place) =>
    (['zh', 'ru', 'uk', 'en'] as const).flatMap((lang) => [
      ...(place[lang] ?? []).map((text): NamedPhrase => ({ id: place.place, text, lang, strength: 'hard' })),
      ...(place[`${lang}Soft`] ?? []).map((text): NamedPhrase => ({ id: place.place, text, lang, strength: 'soft' })),
    ]),
  );
}

function readRoleWords(file: CatalogueFile, known: ReadonlyMap<string, Concept>): RoleWord[] {
  return parseCatalogueFile(file, rolesFileSchema).flatMap(
    ({ role, lang, side, within, closes, frame, needsHead, concepts, list }, index) => {
      const stranger = concepts?.find((id) => !known.has(id));
      if (stranger !== undefined)
        throw new DualwatchError('catalogue-invalid', `${file.name}, entry ${index}: no concept "${stranger}" in goods/`);
      return parsePhraseList(list).map(({ text }): RoleWord => ({
        role,
        lang,
        side,
        within,
        closes,
        frame,
        needsHead,
        concepts: concepts ?? null,
        text,
        strength: 'hard',
      }));
    },
  );
}

function readMakers(file: CatalogueFile): Map<string, string> {
  const byCountry = parseCatalogueFile(file, makersFileSchema);
  return new Map(Object.entries(byCountry).flatMap(([country, makers]) => makers.map((maker): [string, string] => [maker, country])));
}
