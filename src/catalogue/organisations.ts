import { fileURLToPath } from 'node:url';
import { DualwatchError } from '../model/errors.ts';
import { sha256 } from '../model/digest.ts';
import { foldText } from '../text/fold.ts';
import { nameGlossarySchema } from './organisations-schema.ts';
import type { NameEntry } from './organisations-schema.ts';
import { parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';
import type { CatalogueFile } from './yaml-file.ts';

/** What a word of an organisation's name is, before its concept: `ООО` a form, `electronics` a trade, `Guangzhou` a place. */
export type NameWordKind = 'form' | 'trade' | 'place' | 'number' | 'title' | 'particle';

/** A meaning that words of several languages share. */
export interface NameConcept {
  readonly id: string;
  readonly kind: NameWordKind;
  /** Of a place: ISO 3166-1 alpha-2, lower case. */
  readonly country?: string;
  /** A word that names are made of ("sunrise", "great wall") and that is often translated rather than spelled: it tells parties apart more than a trade. */
  readonly brand?: true;
}

/** A word, or several with blanks or hyphens between them, and what it means. */
export interface NameWord {
  /** As written, without the bar. */
  readonly text: string;
  /** The (last) word may go on with up to five more letters: `электроник` stands for электроника, электроники, электроникой. */
  readonly stem: boolean;
  readonly lang: 'zh' | 'ru' | 'uk' | 'en' | 'other';
  /** One or more, in order: 研究所 is `research`, `institute`. */
  readonly concepts: readonly string[];
}

/** The bilingual glossary of the words that names of organisations are made of. */
export interface NameGlossary {
  /** Short hash of the files that were read. */
  readonly recipe: string;
  readonly concepts: ReadonlyMap<string, NameConcept>;
  readonly words: readonly NameWord[];
}

/** `<package root>/catalogue`, from `src/catalogue` in a checkout as from `dist/catalogue` in the package. */
const DEFAULT_FOLDER = fileURLToPath(new URL('../../catalogue/', import.meta.url));

const FILES = ['organisations.yaml', 'name-places.yaml'] as const;
const LANGS = ['zh', 'ru', 'uk', 'en', 'other'] as const;

/**
 * Reads and checks `organisations.yaml` and `name-places.yaml` in `folder` (by default those that come with the package).
 * Throws `catalogue-invalid` with the file and the entry; one text with two meanings is an error unless `also` of the later entry lists it.
 */
export function loadNameGlossary(folder: string = DEFAULT_FOLDER): NameGlossary {
  const files = FILES.map((name) => readCatalogueFile(folder, name));
  const entries = files.flatMap((file) => parseCatalogueFile(file, nameGlossarySchema).map((entry): Placed => ({ file, entry })));
  const concepts = readConcepts(entries);
  return {
    recipe: sha256(files.map(({ name, source }) => `${name}\n${sha256(source)}\n`).join('')).slice(0, 12),
    concepts,
    words: readWords(entries, concepts),
  };
}

interface Placed {
  readonly file: CatalogueFile;
  readonly entry: NameEntry;
}

function readConcepts(entries: readonly Placed[]): Map<string, NameConcept> {
  const concepts = new Map<string, NameConcept>();
  for (const { file, entry } of entries) {
    if ('words' in entry) continue;
    const { concept: id, kind, country, brand } = entry;
    if (concepts.has(id)) throw wrong(file, entry, 'stands twice; put its words into one entry');
    if (country !== undefined && kind !== 'place') throw wrong(file, entry, 'has a country and is no place');
    concepts.set(id, { id, kind, ...(country === undefined ? {} : { country }), ...(brand === undefined ? {} : { brand }) });
  }
  return concepts;
}

function readWords(entries: readonly Placed[], known: ReadonlyMap<string, NameConcept>): NameWord[] {
  const words: NameWord[] = [];
  const meanings = new Map<string, string>();
  for (const { file, entry } of entries) {
    const concepts = 'words' in entry ? entry.is : [entry.concept];
    const stranger = concepts.find((id) => !known.has(id));
    if (stranger !== undefined) throw wrong(file, entry, `there is no concept "${stranger}"`);
    const meaning = concepts.join(' ');
    const also = new Set(entry.also);
    for (const lang of LANGS) {
      const inLang = new Set<string>();
      for (const written of entry[lang] ?? []) {
        const word = readWord(file, entry, written);
        const key = foldText(word.text).text;
        if (key.trim() === '') throw wrong(file, entry, `"${written}" is empty once folded`);
        if (inLang.has(key)) throw wrong(file, entry, `"${written}" stands twice in ${lang}`);
        inLang.add(key);
        const other = meanings.get(key);
        if (other !== undefined && other !== meaning && !also.has(word.text))
          throw wrong(file, entry, `"${written}" already means ${other}; take it out of one, or list it in "also" if it truly means both`);
        meanings.set(key, meaning);
        words.push({ ...word, lang, concepts });
      }
    }
  }
  return words;
}

/** `Росси|я` is the stem `Росси`. */
function readWord(file: CatalogueFile, entry: NameEntry, written: string): Pick<NameWord, 'text' | 'stem'> {
  const bar = written.indexOf('|');
  if (bar === -1) return { text: written, stem: false };
  if (bar === 0 || /[\s|]/u.test(written.slice(bar + 1))) throw wrong(file, entry, `"${written}" may have one bar, in its last word`);
  return { text: written.slice(0, bar), stem: true };
}

function wrong(file: CatalogueFile, entry: NameEntry, what: string): DualwatchError {
  return new DualwatchError('catalogue-invalid', `${file.name}, entry ${'words' in entry ? entry.words : entry.concept}: ${what}`);
}
