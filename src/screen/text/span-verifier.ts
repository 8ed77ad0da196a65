import { HIT_THRESHOLD, type Explanation } from '../../model/match.ts';
import { explain } from '../explain.ts';
import type { Dictionary } from '../index/dictionary.ts';
import { isAnyones, isWeak } from '../index/name-info.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { analyseCalled, analyseName } from '../name/analyse.ts';
import { spelledWithH } from '../name/cyrillic-forms.ts';
import { englishOfForm } from '../name/english-in-cyrillic.ts';
import { latinise } from '../name/latinise.ts';
import type { AnalysedName, NameFamily, NamePart } from '../name/name-part.ts';
import { mayBePerson } from '../name/readings-for.ts';
import { tokensOf } from '../name/tokens.ts';
import { PATRONYMIC_SHARE, isPatronymic, isPatronymicKey } from '../name/patronymic.ts';
import { informationOf, skeletonOf, wordPart } from '../name/word-part.ts';
import { Alignment, PART_KIND } from '../score/alignment.ts';
import { FAMILIES } from '../score/encoded-name.ts';
import { weighQualifiers, type Qualifiers, type QualifierVerdict } from '../score/qualifiers.ts';
import { Recent } from '../recent.ts';
import { QueryTable } from '../score/query-table.ts';
import { PairScorer, combinedScore } from '../score/score-pair.ts';
import { isWordKey } from '../score/units.ts';
import { withoutBreaks } from './broken-words.ts';
import { baseForms } from './case-endings.ts';
import { pinyinKeysOf } from './chinese-in-cyrillic.ts';
import type { GlossaryWords } from './glossary-words.ts';
import type { ListedNames } from './listed-names.ts';
import { UnitsOfName } from './units-of-name.ts';

/** What the words of a text have in common with a listed name. */
export interface Verified {
  readonly score: number;
  /** Information of what corresponds, in bits. */
  readonly bits: number;
  /** Distinctive words that correspond, places and numbers that do, trade words that do. */
  readonly words: number;
  readonly places: number;
  readonly trades: number;
  /** Words of the glossary that are all that a name has (Element, Service) and correspond. */
  readonly common: number;
  /** Bits of the rarest word, place, trade or number of the listed name that nothing corresponds to, and of the rarest that something does. */
  readonly missing: number;
  readonly rarest: number;
  /** Letters of the longest key among the distinctive words that correspond. */
  readonly longest: number;
  /** Initials that correspond. */
  readonly initials: number;
  /** Every distinctive word that corresponds is spelled as the listed name has it, sound for sound: none by what it means or nearly so. */
  readonly spelled: boolean;
  readonly person: boolean;
}

/** False where nothing could make a hit of it, however it is written and whatever stands near. */
export function couldStand({ person, words, places, longest, missing, rarest }: Verified): boolean {
  if (missing > rarest) return false;
  if (person) return words >= 2 || (missing === 0 && longest >= 5);
  if (words >= 2) return longest >= 4 || missing === 0;
  if (words === 1) return (missing <= QUIET_BITS || places > 0) && longest >= 2;
  return missing === 0;
}

/** Bits of a word of the glossary that a name may have beside its brand, a place or a trade word: left out where it is clear who is meant. */
export const QUIET_BITS = 5;

/** Log odds below which nothing is a hit, without facts. */
export const FLOOR = Math.log(HIT_THRESHOLD / (1 - HIT_THRESHOLD)) - 0.05;
const NOTHING: Verified = {
  score: 0,
  bits: 0,
  words: 0,
  places: 0,
  trades: 0,
  common: 0,
  missing: 0,
  rarest: 0,
  longest: 0,
  initials: 0,
  spelled: false,
  person: false,
};

/** Trade words that weigh more are words that names are made of (Rainbow, Great Wall). */
const BRAND_WEIGHT = 0.4;
const NO_FACTS: Qualifiers = { countries: [], birthDates: [], identifiers: [] };
const WITHOUT_FACTS = weighQualifiers(NO_FACTS, NO_FACTS);

/** Scores a span of text against one listed name, as `compareNames` would score the two; inflected words also by what they may be in the nominative. */
export class SpanVerifier {
  readonly #names: ListedNames;
  readonly #units: UnitsOfName;
  readonly #table: QueryTable;
  readonly #scorer: PairScorer;
  readonly #knowledge: NameKnowledge;
  readonly #glossary: GlossaryWords;
  /** Listed names that were found. */
  readonly #listed = new Recent<number, AnalysedName>(MOST_LISTED);
  /** Spans that were asked for, as they are read by family: names that are nearly the same ask for one again and again. */
  readonly #read: Readonly<Record<NameFamily, Recent<string, AnalysedName>>> = {
    person: new Recent(MOST_READ),
    organisation: new Recent(MOST_READ),
    vessel: new Recent(MOST_READ),
  };

  /** Spans in Han by what they are called in Latin letters. */
  readonly #called = new Recent<string, readonly AnalysedName[]>(MOST_READ);

  constructor(names: ListedNames, dictionary: Dictionary, knowledge: NameKnowledge, glossary: GlossaryWords) {
    this.#names = names;
    this.#glossary = glossary;
    this.#units = new UnitsOfName(dictionary);
    this.#table = new QueryTable(dictionary.count);
    this.#scorer = new PairScorer(new Alignment(this.#units));
    this.#knowledge = knowledge;
  }

  /**
   * What a span and a name have in common, without any facts; score 0 and nothing where they are surely no hit. A word that is hyphenated over a line break is
   * read as one or as two, whichever is more like the name.
   */
  verify(span: string, name: number): Verified {
    return this.#likest(span, name).verified;
  }

  /** The way to read a span that makes it most like a name, the first of equals. */
  #likest(span: string, name: number, called = false): { readonly way: Way; readonly verified: Verified } {
    const [first, ...others] = this.#waysOf(span, called);
    let best = { way: first, verified: this.#verify(first, name) };
    for (const way of others) {
      const verified = this.#verify(way, name);
      if (verified.score > best.verified.score) best = { way, verified };
    }
    return best;
  }

  #waysOf(span: string, called: boolean): readonly [Way, ...Way[]] {
    const ways: [Way, ...Way[]] = [{ span }];
    const whole = withoutBreaks(span);
    if (whole !== undefined) ways.push({ span: whole });
    if (called || HAN.test(span)) {
      const all = this.#called.get(span) ?? this.#called.set(span, analyseCalled(span, this.#knowledge));
      for (const one of all) ways.push({ span, called: one });
    }
    return ways;
  }

  #verify(way: Way, name: number): Verified {
    if (!this.#score(way, name, FLOOR) || this.#isPersons(name)) return NOTHING;
    const { aligned, bits, person, homonyms } = this.#scorer;
    const table = this.#table;
    const logit = this.#logit;
    let words = 0;
    let places = 0;
    let trades = 0;
    let common = 0;
    let longest = 0;
    let missing = 0;
    let rarest = 0;
    let others = 0;
    let initials = 0;
    let spelled = true;
    let patronymic = person;
    for (let n = 0; n < aligned.pairs; n += 1) {
      const q = aligned.pairQuery[n]!;
      const kind = table.kind[q]!;
      if (aligned.pairSimilarity[n]! < 0.6) continue;
      if (kind === PART_KIND.initial) initials += 1;
      const keys = this.#current.parts[q]?.keys ?? [];
      const key = keys[0] ?? '';
      const distinctive = kind === PART_KIND.word || (kind === PART_KIND.trade && table.weight[q]! > BRAND_WEIGHT);
      if (distinctive && !keys.some((one) => isWordKey(one) && this.#units.find(one) !== undefined)) spelled = false;
      if (kind === PART_KIND.word && key.startsWith('#')) common += 1;
      else if (kind === PART_KIND.trade && table.weight[q]! > BRAND_WEIGHT) {
        words += 1;
        longest = Math.max(longest, this.#current.parts[q]?.text.length ?? 0);
      } else if (kind === PART_KIND.word) {
        words += aligned.pairLength[n]!;
        longest = Math.max(longest, key.length);
        if (isPatronymicKey(key)) {
          // Olga Naumovna is no Olga Naumova.
          if (person && !this.#units.mayHavePatronymic) return NOTHING;
          patronymic = true;
        } else if (!this.#knowledge.givenNames.has(key)) others += 1;
      } else if (kind === PART_KIND.place || kind === PART_KIND.number) places += 1;
      else if (kind === PART_KIND.trade) trades += 1;
    }
    for (let n = 0; n < aligned.parts; n += 1) {
      const kind = aligned.kind[n]!;
      if (kind !== PART_KIND.word && kind !== PART_KIND.place && kind !== PART_KIND.number && kind !== PART_KIND.trade) continue;
      if ((aligned.usedListed & (1 << n)) === 0) missing = Math.max(missing, aligned.bits[n]!);
      else rarest = Math.max(rarest, aligned.bits[n]!);
    }
    // Given name and patronymic of a person whose surname is not there.
    if (patronymic && missing > 0 && words > 0 && others === 0) return NOTHING;
    const score = combinedScore(logit, { homonyms }, WITHOUT_FACTS);
    return { score, bits, words, places, trades, common, missing, rarest, longest, initials, spelled, person };
  }

  /** True where both names may well be persons': they are not compared as organisations', see `areComparable`. */
  #isPersons(name: number): boolean {
    return this.#current.family === 'organisation' && isAnyones(this.#names.info[name]!) && mayBePerson(this.#current);
  }

  /** The explanation of {@link verify}. `listed`: the name as its list has it, always the same; `called`: the span may be what a body is called by. */
  explain(span: string, name: number, listed: string, facts: QualifierVerdict, called = false): Explanation {
    this.#score(this.#likest(span, name, called).way, name, -Infinity);
    const known = this.#listed.get(name) ?? this.#listed.set(name, analyseName(listed, this.#family(name), this.#knowledge));
    return explain(this.#current, known, this.#table, this.#scorer.aligned, facts);
  }

  #logit = 0;
  #current: AnalysedName = { name: '', family: 'organisation', parts: [] };

  #family(name: number): NameFamily {
    return FAMILIES[this.#names.data[this.#names.offsets[name]!]! >>> 16]!;
  }

  /** False where the score is surely less than what `floor` stands for. */
  #score({ span, called }: Way, name: number, floor: number): boolean {
    const offset = this.#names.offsets[name]!;
    const family = this.#family(name);
    this.#units.select(this.#names.data, offset);
    this.#current = family === 'organisation' && called !== undefined ? called : this.#withBaseForms(this.#nameOf(span, family));
    this.#table.load(this.#current, this.#units, this.#knowledge);
    this.#logit = this.#scorer.nameLogit(this.#table, this.#names.data, offset, isWeak(this.#names.info[name]!), floor);
    return this.#logit !== -Infinity;
  }

  #nameOf(span: string, family: NameFamily): AnalysedName {
    const known = this.#read[family];
    return known.get(span) ?? known.set(span, analyseName(this.#written(span, family), family, this.#knowledge));
  }

  /** A span ends with its last letter: the stop of its last initial is behind it (Савчук Д.І | .). */
  #written(span: string, family: NameFamily): string {
    if (family === 'organisation') return this.#glossary.normalise(span);
    return family === 'person' && LAST_INITIAL.test(span) ? `${span}.` : span;
  }

  /** Keys of the given names and fathers' names that a folded word may be. */
  #givenLike(word: string, key: string, latin: string): readonly string[] {
    const given = this.#knowledge.givenNames.get(key) ?? [];
    if (given.some((one) => this.#units.find(one) !== undefined)) return given;
    const token = { text: word, start: 0, end: word.length, script: 'cyrillic', dotted: false } as const;
    return wordPart(token, word, latin, 'person', this.#knowledge, 1).keys.filter((one) => one.startsWith('@'));
  }

  /** Takes each inflected Cyrillic word for the nominative that the listed name has: Петровича for Петрович. */
  #withBaseForms(name: AnalysedName): AnalysedName {
    if (!CYRILLIC.test(name.name)) return name;
    let changed = false;
    const parts = name.parts.map((part): NamePart => {
      if (part.kind !== 'word' || !CYRILLIC.test(part.text) || this.#units.find(part.keys[0]!) !== undefined) return part;
      const inflected = tokensOf(part.text)[0]?.text ?? '';
      for (const form of baseForms(inflected)) {
        const latin = latinise(form);
        const withH = spelledWithH(form, latin);
        const english = name.family === 'organisation' ? englishOfForm(form, inflected) : [];
        const spelled = [latin, ...(withH === undefined ? [] : [withH]), ...english].map((one) => skeletonOf(one, this.#knowledge));
        const isThere = (one: string): boolean => this.#units.find(one) !== undefined;
        const key = spelled.find(isThere) ?? spelled[0]!;
        // Євгенові: a form of a given name that is listed in another language; Ігорівною: a father's name.
        const given = isThere(key) || name.family !== 'person' ? [] : this.#givenLike(form, key, latin).filter(isThere);
        if (!isThere(key) && given.length === 0) continue;
        const factor = name.family === 'person' && isPatronymic(latin) ? PATRONYMIC_SHARE : 1;
        const { weight, bits } = informationOf(key, name.family, this.#knowledge);
        changed = true;
        return { ...part, keys: [key, ...given, ...part.keys], weight: weight * factor, bits: bits * factor };
      }
      for (const form of baseForms(tokensOf(part.text)[0]?.text ?? ''))
        for (const key of pinyinKeysOf(form, this.#knowledge)) {
          if (part.keys.includes(key) || this.#units.find(key) === undefined) continue;
          changed = true;
          return { ...part, keys: [...part.keys, key] };
        }
      return part;
    });
    return changed ? { ...name, parts } : name;
  }
}

/** A span as it is read: with no hyphen at the end of a line, or by what the body is called in Latin letters. */
interface Way {
  readonly span: string;
  readonly called?: AnalysedName;
}

const HAN = /[\u3400-\u9fff]/;
const MOST_LISTED = 2_000;
const MOST_READ = 2_000;
const CYRILLIC = /[\u0400-\u052f]/;
const LAST_INITIAL = /\.\s?\p{Lu}$/u;
