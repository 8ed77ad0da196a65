import { DualwatchError } from '../model/errors.ts';
import { foldText } from '../text/fold.ts';
import { digestOf } from './files-digest.ts';
import { NAME_LANGS, readOrganisationEntries, readPlaceEntries } from './name-entries.ts';
import type { NameEntry } from './name-entries.ts';
import { CATALOGUE_FOLDER, readCatalogueFile } from './yaml-file.ts';

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
  /** A form that says no more than that it is an organisation: it goes with any other form. */
  readonly generic?: true;
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

/**
 * Reads and checks `organisations.yaml` and `name-places.yaml` in `folder` (by default those that come with the package).
 * Throws `catalogue-invalid` with the file and the entry; one text with two meanings is an error unless `also` of the later entry lists it.
 */
export function loadNameGlossary(folder: string = CATALOGUE_FOLDER): NameGlossary {
  const organisations = readCatalogueFile(folder, 'organisations.yaml');
  const places = readCatalogueFile(folder, 'name-places.yaml');
  const entries = [...readOrganisationEntries(organisations), ...readPlaceEntries(places)];
  const concepts = readConcepts(entries);
  return {
    recipe: digestOf([organisations, places]),
    concepts,
    words: readWords(entries, concepts),
  };
}

function readConcepts(entries: readonly NameEntry[]): Map<string, NameConcept> {
  const concepts = new Map<string, NameConcept>();
  for (const entry of entries) {
    const { defines } = entry;
    if (defines === undefined) continue;
    if (concepts.has(defines.id)) throw wrong(entry, 'the concept stands twice; put its words into one entry');
    if (defines.country !== undefined && defines.kind !== 'place') throw wrong(entry, 'has a country and is no place');
    concepts.set(defines.id, defines);
  }
  return concepts;
}

function readWords(entries: readonly NameEntry[], known: ReadonlyMap<string, NameConcept>): NameWord[] {
  const words: NameWord[] = [];
  const meanings = new Map<string, string>();
  for (const entry of entries) {
    const stranger = entry.concepts.find((id) => !known.has(id));
    if (stranger !== undefined) throw wrong(entry, `there is no concept "${stranger}"`);
    const meaning = entry.concepts.join(' ');
    for (const lang of NAME_LANGS) {
      const inLang = new Set<string>();
      for (const written of entry.words[lang] ?? []) {
        const word = readWord(entry, written);
        const key = foldText(word.text).text;
        if (key.trim() === '') throw wrong(entry, `"${written}" is empty once folded`);
        if (inLang.has(key)) throw wrong(entry, `"${written}" stands twice in ${lang}`);
        inLang.add(key);
        const other = meanings.get(key);
        if (other !== undefined && other !== meaning && !entry.also.includes(word.text))
          throw wrong(entry, `"${written}" already means ${other}; take it out of one, or list it in "also" if it truly means both`);
        meanings.set(key, meaning);
        words.push({ ...word, lang, concepts: entry.concepts });
      }
    }
  }
  return words;
}

/** `Росси|я` is the stem `Росси`. */
function readWord(entry: NameEntry, written: string): Pick<NameWord, 'text' | 'stem'> {
  const bar = written.indexOf('|');
  if (bar === -1) return { text: written, stem: false };
  if (bar === 0 || /[\s|]/u.test(written.slice(bar + 1))) throw wrong(entry, `"${written}" may have one bar, in its last word`);
  return { text: written.slice(0, bar), stem: true };
}

function wrong({ file, name }: NameEntry, what: string): DualwatchError {
  return new DualwatchError('catalogue-invalid', `${file}, entry ${name}: ${what}`);
}
