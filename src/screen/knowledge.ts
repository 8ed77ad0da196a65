import type { NameFrequencies } from '../catalogue/name-frequencies.ts';
import type { GivenNames } from '../catalogue/given-names.ts';
import type { NameForms } from '../catalogue/name-forms.ts';
import type { KnownBodies, KnownNames } from '../catalogue/known-names.ts';
import type { PersonWords } from '../catalogue/person-words.ts';
import type { NameConcept, NameGlossary } from '../catalogue/organisations.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import { sha256 } from '../model/digest.ts';
import type { NamePartKind } from '../model/match.ts';
import { foldText } from '../text/fold.ts';
import { isLayer, type NameLayer } from './layers.ts';
import { knownHan, type KnownHan } from './name/known-han.ts';
import { knownWordTable, type KnownWordTable } from './name/known-words.ts';
import { latinise } from './name/latinise.ts';
import { formTable, type FormTable } from './name/other-forms.ts';
import { addPhrase, newNode, shareMeanings, shareStem, withOther, type GlossaryUnit, type PhraseNode } from './name/phrase-tree.ts';
import { slipsOf } from './name/phrases.ts';
import { skeleton } from './name/skeleton.ts';
import { brandsBySkeleton, bySkeleton, bySkeletons, placesBySkeleton } from './name/skeleton-tables.ts';

/** What a word of the glossary stands for, as units of names. */
export interface HanWord {
  readonly kind: NamePartKind;
  readonly units: readonly GlossaryUnit[];
}

/** All that names are analysed by; compiled once, shared by every name. Pure data. */
export interface NameKnowledge {
  /** Version of glossary, frequencies, code and layers switched off. */
  readonly recipe: string;
  readonly off: ReadonlySet<NameLayer>;
  readonly han: ReadonlyMap<string, HanWord>;
  readonly longestHan: number;
  /** Bodies that Chinese calls by names of its own. */
  readonly knownNames: KnownHan;
  /** Acronyms and short names of their own that bodies are called by. */
  readonly knownWords: KnownWordTable;
  /** The first words of these as they are written, in capitals and in small letters. */
  readonly knownStarts: ReadonlySet<string>;
  /** Words of the glossary in Hangul, of two syllables at least: Korean writes names together. */
  readonly hangul: ReadonlyMap<string, HanWord>;
  readonly phrases: PhraseNode;
  /** Cyrillic phrases by the skeletons of their Latin spellings. */
  readonly spelledPhrases: PhraseNode;
  /** Long words of the glossary, and what is left of them when one letter goes: a slip of the pen in one is found through them. */
  readonly slips: ReadonlyMap<string, readonly GlossaryUnit[]>;
  /** Russian abbreviations by the concepts that they stand for, with blanks between: `research institute` нии. */
  readonly abbreviations: ReadonlyMap<string, string>;
  /** All long words of its phrases: `liabi` `lity` belong together. */
  readonly longWords: ReadonlySet<string>;
  /** By `#concept`: its first English word, for who reads no other language. */
  readonly english: ReadonlyMap<string, string>;
  /** Words in persons' names that are no part of them, folded. */
  readonly titles: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  /** Those of the particles that stand before a father's name. */
  readonly sonOf: ReadonlySet<string>;
  /** Keys `@name` and `@name~` of a given name by the skeletons of its forms; of those in other scripts than Latin and Cyrillic as they are written, too (`asWritten`). */
  readonly givenNames: ReadonlyMap<string, readonly string[]>;
  /** Keys of a foreign family name by how Han writes it (沃克: Walker). */
  readonly foreignSurnames: ReadonlyMap<string, readonly string[]>;
  /** Further forms of given and family names, of other languages and scripts. */
  readonly nameForms: FormTable;
  /** Keys of places by the skeletons of their names of one word in Latin letters. */
  readonly placesSpelled: ReadonlyMap<string, readonly string[]>;
  /** Keys of the words that names are made of (stones, stars, birds) by the skeletons of those of one word: two of them are two names, however near their letters. */
  readonly brandsSpelled: ReadonlyMap<string, readonly string[]>;
  /** ISO country of a place key. */
  readonly countryOf: ReadonlyMap<string, string>;
  /** Occurrences per million names, by skeleton. */
  readonly person: ReadonlyMap<string, number>;
  readonly organisation: ReadonlyMap<string, number>;
}

/** Counts up when code changes what a name is analysed or scored as: indexes and matches are then made again. */
export const SCREEN_CODE_VERSION = 24;

/**
 * Compiles glossary and frequencies. `off` leaves layers out, for ablations.
 *
 * @example
 * const knowledge = compileNameKnowledge(loadNameCatalogue());
 * compareNames({ name: 'ООО Бета' }, { name: 'Beta LLC' }, knowledge).score;
 */
export function compileNameKnowledge(parts: {
  readonly glossary: NameGlossary;
  readonly frequencies: NameFrequencies;
  readonly givenNames: GivenNames;
  readonly nameForms: NameForms;
  readonly personWords: PersonWords;
  readonly knownNames: KnownBodies;
  readonly foreignSurnames: KnownNames;
  /** Digest of the code that analyses and scores, where the caller can tell it: another code, another recipe. */
  readonly code?: string;
  readonly off?: ReadonlySet<string>;
}): NameKnowledge {
  const { glossary, frequencies, givenNames, nameForms, personWords } = parts;
  const off = new Set([...(parts.off ?? [])].filter(isLayer));
  const knownNames = off.has('glossary') ? [] : parts.knownNames.names;
  const knownWords = knownWordTable(off.has('glossary') ? [] : parts.knownNames.words);
  const han = new Map<string, HanWord>();
  const hangul = new Map<string, HanWord>();
  const phrases = newNode();
  const spelledPhrases = newNode();
  const slips = new Map<string, readonly GlossaryUnit[]>();
  const longWords = new Set<string>();
  const abbreviations = new Map<string, string>();
  const russian = firstLetters(glossary);
  const unitsOf = new Map([...glossary.concepts].map(([id, concept]): [string, GlossaryUnit] => [id, unitOf(concept, russian.get(id))]));
  const useGlossary = !off.has('glossary');
  for (const word of glossary.words) {
    const units = word.concepts.flatMap((id) => unitsOf.get(id) ?? []);
    const [first] = units;
    // Forms are known in any case: without them no two companies are comparable.
    if (first === undefined || (!useGlossary && first.kind !== 'form')) continue;
    const text = foldText(word.text).text;
    if (word.lang === 'zh') {
      const known = han.get(text);
      han.set(text, known === undefined ? { kind: first.kind, units } : { ...known, units: withOther(known.units, units) });
      continue;
    }
    if (word.lang === 'ru' && units.length > 1 && /^\p{Lu}{2,5}$/u.test(word.text)) {
      const meaning = word.concepts.join(' ');
      if (!abbreviations.has(meaning)) abbreviations.set(meaning, text);
    }
    const words = text
      .replaceAll(APOSTROPHE, '')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((one) => one !== '');
    addPhrase(phrases, words, word.stem, units);
    // Spółka is also written Spolka: letters that folding leaves as they are.
    if (OTHER_LATIN.test(text) && !CYRILLIC.test(text))
      addPhrase(
        phrases,
        words.map((one) => latinise(one)),
        word.stem,
        units,
      );
    if (word.lang === 'ru' || word.lang === 'uk' || CYRILLIC.test(text)) {
      const spelled = words.map((one) => skeleton(latinise(one)));
      // A lone short word would be taken for others.
      if (spelled.length > 1 || (spelled[0]?.length ?? 0) >= 5) addPhrase(spelledPhrases, spelled, word.stem, units);
    }
    for (const one of words) if (one.length >= LONG_WORD) longWords.add(one);
    const [only = ''] = words;
    if (words.length === 1 && only.length >= LONG_WORD && !word.stem && word.lang !== 'other')
      for (const slip of [only, ...slipsOf(only)]) if (!slips.has(slip)) slips.set(slip, units);
  }
  for (const [word, node] of phrases.next) if (node.units !== undefined && node.stem === undefined) shareStem(phrases, word, node);
  shareMeanings(phrases, phrases, []);
  for (const [word, { units }] of phrases.next)
    if (units?.[0] !== undefined && HANGUL.test(word)) hangul.set(word, { kind: units[0].kind, units });
  return {
    recipe: sha256(
      canonicalJson({
        code: parts.code ?? SCREEN_CODE_VERSION,
        glossary: glossary.recipe,
        frequencies: frequencies.recipe,
        given: givenNames.recipe,
        forms: nameForms.recipe,
        words: personWords.recipe,
        known: parts.knownNames.recipe,
        surnames: parts.foreignSurnames.recipe,
        off: [...off].toSorted(),
      }),
    ).slice(0, 16),
    off,
    han,
    longestHan: Math.max(1, ...Array.from(han.keys(), (text) => text.length)),
    knownNames: knownHan([...knownNames]),
    knownWords,
    knownStarts: new Set([...knownWords.values()].flat().flatMap(({ spelled }) => [spelled, spelled.toUpperCase(), spelled.toLowerCase()])),
    hangul,
    phrases,
    spelledPhrases,
    slips,
    longWords,
    abbreviations,
    english: englishWords(glossary),
    titles: foldedWords(personWords.titles),
    particles: foldedWords([...personWords.particles, ...personWords.sonOf]),
    sonOf: foldedWords(personWords.sonOf),
    givenNames: off.has('givenNames') ? new Map() : bySkeletons(givenNames),
    foreignSurnames: new Map(
      off.has('givenNames')
        ? []
        : Array.from(parts.foreignSurnames.names, ([han, names]) => [han, [...new Set(names.map(surnameKey))]] as const),
    ),
    nameForms: formTable(off.has('givenNames') ? [] : nameForms.names),
    placesSpelled: placesBySkeleton(glossary),
    brandsSpelled: brandsBySkeleton(glossary),
    countryOf: new Map(
      [...glossary.concepts.values()].flatMap(({ id, kind, country }) =>
        kind === 'place' && country !== undefined ? [[`#${id}`, country] as const] : [],
      ),
    ),
    person: off.has('frequencies') ? new Map() : bySkeleton(frequencies.person),
    organisation: off.has('frequencies') ? new Map() : bySkeleton(frequencies.organisation),
  };
}

/** Inside a word: names are cut into words without them (об'єднання). */
const APOSTROPHE = /(?<=\p{L})['\u2018\u2019\u02b9-\u02bf`\u00b4](?=\p{L})/gu;

/** Belarusian words stand among others. */
const CYRILLIC = /^[\u0400-\u04ff]/;

const HANGUL = /^[\uac00-\ud7a3]{2,}$/;

/** Latin letters that are not a plain one with a mark. */
const OTHER_LATIN = /[\u00c0-\u024f]/;

/** Letters of a word in which a slip is still told from another word. */
const LONG_WORD = 7;

const WEIGHTS = {
  form: { weight: 0.03, bits: 0 },
  generic: { weight: 0.02, bits: 0 },
  trade: { weight: 0.22, bits: 3 },
  brand: { weight: 0.5, bits: 8 },
  place: { weight: 0.36, bits: 5 },
  number: { weight: 0.5, bits: 7 },
  title: { weight: 0.03, bits: 0 },
  particle: { weight: 0.04, bits: 0 },
} as const;

/** First letters of the first Russian word of each concept that is no abbreviation. */
function firstLetters({ words }: NameGlossary): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  for (const { lang, text, concepts } of words) {
    const [only = ''] = concepts;
    if (lang !== 'ru' || concepts.length !== 1 || letters.has(only) || /^\p{Lu}+$/u.test(text)) continue;
    const letter = foldText(text).text.charAt(0);
    if (/[а-я]/.test(letter)) letters.set(only, letter);
  }
  return letters;
}

/** The first English word of each concept that is a word by itself. */
function englishWords({ words }: NameGlossary): ReadonlyMap<string, string> {
  const english = new Map<string, string>();
  for (const { lang, text, stem, concepts } of words) {
    const key = `#${concepts[0] ?? ''}`;
    if (lang === 'en' && concepts.length === 1 && !stem && !english.has(key)) english.set(key, text);
  }
  return english;
}

function unitOf(concept: NameConcept, russian: string | undefined): GlossaryUnit {
  const { kind, id } = concept;
  const number = kind === 'number' ? /^n(\d+)$/.exec(id)?.[1] : undefined;
  return {
    key: number === undefined ? `#${id}` : `=${number}`,
    also: [],
    kind,
    ...WEIGHTS[concept.brand === true ? 'brand' : concept.generic === true ? 'generic' : kind],
    ...(russian === undefined ? {} : { russian }),
  };
}

/** Names have several parts in Latin letters: of van Dijk the last one tells. */
function surnameKey(name: string): string {
  return skeleton(
    latinise(
      foldText(name)
        .text.replaceAll(/['’]/g, '')
        .replace(/^.*[\s-]/u, ''),
    ),
  );
}

/** Words of one piece; longer runs are left to their single words. */
function foldedWords(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map((word) => foldText(word).text.replaceAll(/[.'’]/g, '')).filter((word) => !/[\s-]/.test(word)));
}
