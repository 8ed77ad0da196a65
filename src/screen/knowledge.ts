import type { NameFrequencies } from '../catalogue/name-frequencies.ts';
import type { GivenNames } from '../catalogue/given-names.ts';
import type { NameForms } from '../catalogue/name-forms.ts';
import type { KnownNames } from '../catalogue/known-names.ts';
import type { PersonWords } from '../catalogue/person-words.ts';
import type { NameConcept, NameGlossary } from '../catalogue/organisations.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import { sha256 } from '../model/digest.ts';
import type { NamePartKind } from '../model/match.ts';
import { foldText } from '../text/fold.ts';
import { isLayer, type NameLayer } from './layers.ts';
import { latinise } from './name/latinise.ts';
import { formTable, type FormTable } from './name/other-forms.ts';
import { slipsOf } from './name/phrases.ts';
import { skeleton } from './name/skeleton.ts';

/** What a word of the glossary stands for, as units of names. */
export interface HanWord {
  readonly kind: NamePartKind;
  readonly units: readonly GlossaryUnit[];
}

export interface GlossaryUnit {
  /** `#concept`, or `=7` for a number. */
  readonly key: string;
  /** Other meanings of the same word: авиационный is said of aviation and of aircraft. */
  readonly also: readonly string[];
  readonly kind: NamePartKind;
  readonly weight: number;
  readonly bits: number;
  /** First letter of its first Russian word. */
  readonly russian?: string;
}

/** A node of the glossary by words: what the words so far mean, and which may follow. */
export interface PhraseNode {
  units: readonly GlossaryUnit[] | undefined;
  /** Meanings of words that begin with this node's last word and go on with an ending. */
  stem: readonly GlossaryUnit[] | undefined;
  next: Map<string, PhraseNode>;
}

/** All that names are analysed by; compiled once, shared by every name. Pure data. */
export interface NameKnowledge {
  /** Version of glossary, frequencies, code and layers switched off. */
  readonly recipe: string;
  readonly off: ReadonlySet<NameLayer>;
  readonly han: ReadonlyMap<string, HanWord>;
  readonly longestHan: number;
  /** Bodies that Chinese calls by names of its own, with those in Latin letters: by the first two characters, the longest first. */
  readonly knownNames: ReadonlyMap<string, readonly (readonly [han: string, latin: readonly string[]])[]>;
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
export const SCREEN_CODE_VERSION = 19;

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
  readonly knownNames: KnownNames;
  readonly foreignSurnames: KnownNames;
  /** Digest of the code that analyses and scores, where the caller can tell it: another code, another recipe. */
  readonly code?: string;
  readonly off?: ReadonlySet<string>;
}): NameKnowledge {
  const { glossary, frequencies, givenNames, nameForms, personWords } = parts;
  const off = new Set([...(parts.off ?? [])].filter(isLayer));
  const knownNames = off.has('glossary') ? [] : parts.knownNames.names;
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
    knownNames: Map.groupBy(
      [...knownNames].toSorted(([a], [b]) => b.length - a.length),
      ([text]) => text.slice(0, 2),
    ),
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
        : Array.from(
            parts.foreignSurnames.names,
            ([han, names]) => [han, names.map((one) => skeleton(latinise(foldText(one).text)))] as const,
          ),
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

/** Most words end their phrase: they share one map, which nothing is put into. */
const NOTHING_FOLLOWS = new Map<string, PhraseNode>();

function newNode(): PhraseNode {
  return { units: undefined, stem: undefined, next: NOTHING_FOLLOWS };
}

/** Adds a phrase of one or more words. */
function addPhrase(root: PhraseNode, words: readonly string[], stem: boolean, units: readonly GlossaryUnit[]): void {
  let node = root;
  for (const word of words) {
    let next = node.next.get(word);
    if (next === undefined) {
      if (node.next === NOTHING_FOLLOWS) node.next = new Map();
      node.next.set(word, (next = newNode()));
    }
    node = next;
  }
  if (node === root) return;
  node.units = node.units === undefined ? units : withOther(node.units, units);
  if (stem) node.stem = node.stem === undefined ? units : withOther(node.stem, units);
}

/** A form that stands by itself (управление) has the other meanings of its stem too. */
function shareStem(root: PhraseNode, word: string, node: PhraseNode): void {
  const stem = stemOf(root, word);
  const [one, other] = [node.units?.[0], stem?.[0]];
  if (one === undefined || other === undefined || stem?.length !== 1 || node.units?.length !== 1) return;
  if (one.key === other.key || one.also.includes(other.key) || other.also.includes(one.key)) node.units = withOther([one], [other]);
}

/** A phrase that means what its words do one by one has their other meanings too: металлургический завод, steel works. */
function shareMeanings(root: PhraseNode, node: PhraseNode, before: readonly (readonly GlossaryUnit[])[]): void {
  for (const [word, next] of node.next) {
    const alone = root.next.get(word);
    const path = [...before, alone?.units ?? alone?.stem ?? stemOf(root, word) ?? []];
    const words = path.flat();
    if (path.length > 1 && next.units !== undefined && next.units.length === words.length) {
      if (next.units.every(({ key }, n) => key === words[n]!.key || words[n]!.also.includes(key))) {
        next.units = withOther(next.units, words);
        if (next.stem !== undefined) next.stem = next.units;
      }
    }
    shareMeanings(root, next, path);
  }
}

/** Meanings of the longest stem that the word begins with. */
function stemOf(root: PhraseNode, word: string): readonly GlossaryUnit[] | undefined {
  for (let length = word.length - 1; length >= Math.max(3, word.length - 5); length -= 1) {
    const stem = root.next.get(word.slice(0, length))?.stem;
    if (stem !== undefined) return stem;
  }
  return undefined;
}

/** A word with two meanings has both, unit by unit, and weighs as the heavier; where they are not as many units, the first stays. */
function withOther(units: readonly GlossaryUnit[], other: readonly GlossaryUnit[]): readonly GlossaryUnit[] {
  if (units.length !== other.length) return units;
  return units.map((unit, n) => {
    const added = other[n]!;
    const keys = [added.key, ...added.also].filter((key) => key !== unit.key && !unit.also.includes(key));
    if (keys.length === 0) return unit;
    const heavier = added.kind === unit.kind && added.weight > unit.weight ? added : unit;
    return { ...unit, also: [...unit.also, ...keys], weight: heavier.weight, bits: heavier.bits };
  });
}

function bySkeleton(words: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  for (const [word, count] of words) {
    const key = skeleton(latinise(word));
    table.set(key, (table.get(key) ?? 0) + count);
  }
  return table;
}

function placesBySkeleton({ concepts, words }: NameGlossary): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>();
  for (const word of words) {
    const [id = ''] = word.concepts;
    const text = foldText(word.text).text;
    if (word.concepts.length !== 1 || concepts.get(id)?.kind !== 'place' || word.stem || !LATIN_WORD.test(text)) continue;
    const spelled = skeleton(text);
    table.set(spelled, [...(table.get(spelled) ?? []), `#${id}`]);
  }
  return table;
}

function brandsBySkeleton({ concepts, words }: NameGlossary): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>();
  for (const { text, concepts: ids } of words) {
    const [id = ''] = ids;
    const folded = foldText(text).text;
    if (ids.length !== 1 || concepts.get(id)?.brand !== true || !ALPHABETIC.test(folded)) continue;
    const spelled = skeleton(latinise(folded));
    const known = table.get(spelled) ?? [];
    if (!known.includes(`#${id}`)) table.set(spelled, [...known, `#${id}`]);
  }
  return table;
}

const LATIN_WORD = /^[a-z]+$/;
const ALPHABETIC = /^(?:[a-z]+|[\u0400-\u04ff]+)$/;

/** Words of one piece; longer runs are left to their single words. */
function foldedWords(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map((word) => foldText(word).text.replaceAll(/[.'’]/g, '')).filter((word) => !/[\s-]/.test(word)));
}

/**
 * Key of a given name in a script that has no letters for its sounds, as it is written: by its Latin spelling it would be other names (保罗 Paul, not Bao Luo). Of folded text. Letters of
 * Arabic that countries write otherwise are one: علی and علي, کریم and كريم.
 */
export function asWritten(folded: string): string {
  return `&${ARABIC.test(folded) ? folded.replaceAll(/[یىې]/g, 'ي').replaceAll('ک', 'ك').replaceAll(/[ةہۀ]/g, 'ه').replaceAll(/[أإآ]/g, 'ا') : folded}`;
}

const ARABIC = /[\u0600-\u06ff]/;

const OTHER_SCRIPT = /^[^\p{Script=Latin}\p{Script=Cyrillic}]+$/u;
/** Spelled without their vowels in Latin, words of these scripts would be other words: جلالی ili, عمر Mr. */
export const WITHOUT_VOWELS = /[\u0590-\u06ff]/;
const SYLLABIC = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u;

/** Forms share `@name` and `@name~`, familiar ones only the latter, which says less. */
function bySkeletons({ names }: GivenNames): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>();
  const addWord = (word: string, key: string): void => {
    const known = table.get(word) ?? [];
    if (!known.includes(key)) table.set(word, [...known, key]);
  };
  const add = (form: string, key: string): void => {
    const folded = foldText(form).text.replaceAll(/[\s'’-]/g, '');
    if (OTHER_SCRIPT.test(folded)) addWord(asWritten(folded), key);
    if (form.length > 1 && !SYLLABIC.test(folded) && !WITHOUT_VOWELS.test(folded)) addWord(skeleton(latinise(folded)), key);
  };
  for (const { id, forms, short } of names) {
    for (const form of forms) add(form, `@${id}`);
    if (short.length > 0) for (const form of [...forms, ...short]) add(form, `@${id}~`);
  }
  return table;
}
