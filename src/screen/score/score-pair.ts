import type { Alignment } from './alignment.ts';
import { PART_KIND } from './alignment.ts';
import { FEATURE_COUNT, featuresOf } from './features.ts';
import { FAMILIES } from './encoded-name.ts';
import { Glance } from './glance.ts';
import { glossaryMayTell } from './glossary-shares.ts';
import { logitOf, probabilityOf, weightsFor } from './model.ts';
import type { QualifierVerdict } from './qualifiers.ts';
import type { QueryTable } from './query-table.ts';

/** Scores the alignment of one listed name; `features` stay readable until the next. */
export class PairScorer {
  readonly aligned: Alignment;
  readonly features = new Float64Array(FEATURE_COUNT);
  /** Information of what corresponds, in bits, up to 50. */
  bits = 0;
  /** Both names are of persons, or may be. */
  person = false;
  /** So many others may bear the same name, persons or what may be one, that it alone is no certainty. */
  homonyms = false;

  readonly #glance: Glance;

  constructor(aligned: Alignment) {
    this.aligned = aligned;
    this.#glance = new Glance(aligned.units);
  }

  /** Log odds from the names alone; -Infinity where they are surely less than `floor`. `joins` false: none of its words written together is like anything. */
  nameLogit(
    query: QueryTable,
    data: Uint32Array | readonly number[],
    offset: number,
    weak: boolean,
    floor = -Infinity,
    joins = true,
  ): number {
    const { aligned, features } = this;
    if (floor !== -Infinity && !this.#glance.mayReach(query, data, offset, joins, weak ? floor + WEAK_ALIAS : floor)) return -Infinity;
    aligned.align(query, data, offset, joins);
    featuresOf(query, aligned, features);
    this.bits = features[7]! * 20;
    const a = FAMILIES[query.family]!;
    const b = FAMILIES[aligned.family]!;
    this.person = a === 'person' || b === 'person';
    this.homonyms =
      b === 'person' ? this.bits < TELLING_BITS : this.bits < TELLING_BITS_OF_ANY && (this.person || this.#mayBePersons(query));
    const less =
      (query.piece || aligned.piece ? PIECE_ALONE : 0) +
      (this.#isCompanyForPerson(query) ? COMPANY_FOR_PERSON : query.anyones && b !== 'person' ? OTHER_FOR_PERSON : 0);
    const logit = logitOf(features, weightsFor(a, b)) - less;
    // Nothing is a hit because of a form, trade word or title alone.
    if (features[15]! > 0.99) {
      const level = this.#glossaryAlone(query);
      if (level === undefined) return Math.min(logit, NEVER_A_HIT) - 2;
      return level === TRADE_WORDS_ALONE ? level : Math.max(logit, level - less);
    }
    // Nor because of initials alone, or of a number that is not all of both names.
    if (features[14]! === 1 || (this.#numbersAlone(query) && !this.#isOnlyLeft(query, PART_KIND.form, SMALL)))
      return Math.min(logit, NEVER_A_HIT) - 2;
    return logit - (weak ? WEAK_ALIAS : 0);
  }

  /**
   * Names made of the glossary alone (Beijing Institute of Technology) tell parties apart only whole, and by a place, a number or three trade words.
   * Log odds that they then have at least; undefined where they say nothing.
   */
  #glossaryAlone(query: QueryTable): number | undefined {
    const { aligned, features } = this;
    if (features[9] === 1 || features[10] === 1) return undefined;
    const mine = features[1]!;
    const theirs = features[2]!;
    if (!glossaryMayTell(mine, theirs)) return undefined;
    // A phrase counts once, however many words it is.
    let places = 0;
    let trades = 0;
    let phrases = 0;
    let parents = 0;
    for (let n = 0; n < aligned.pairs; n += 1) {
      const q = aligned.pairQuery[n]!;
      const kind = query.kind[q] === PART_KIND.word ? aligned.kind[aligned.pairFirst[n]!]! : query.kind[q]!;
      if (kind === PART_KIND.place && query.weight[q]! < LIGHT) parents = 1;
      else if (query.weight[q]! < LIGHT) continue;
      else if (kind === PART_KIND.place || kind === PART_KIND.number || (kind === PART_KIND.trade && query.weight[q]! > 0.4)) places += 1;
      else if (kind === PART_KIND.trade && (phrases & (1 << query.group[q]!)) === 0) {
        trades += 1;
        phrases |= 1 << query.group[q]!;
      }
    }
    if (places + trades < 2) return undefined;
    const complete = Math.min(mine, theirs) > 0.85;
    // A few trade words alone (National Bank) are worth a look and no more: two where nothing else stands in either name, not even a form.
    if (places + (complete ? parents : 0) === 0 && trades < 4)
      return (complete && (trades > 2 || this.#isOnlyLeft(query, NONE, SMALL))) || (trades === 3 && this.#isOnlyLeft(query, NONE))
        ? TRADE_WORDS_ALONE
        : undefined;
    if (complete) return COMPLETE_GLOSSARY_NAME + 0.3 * (places + parents + trades - 2) - OTHER_FORM * features[13]!;
    // One side says more: a place is often added, a trade word makes another company.
    if (this.#isOnlyLeft(query, PART_KIND.place)) return ONE_SIDE_SAYS_MORE + 0.4 + 0.3 * (places + trades - 2);
    return places + trades > 2 ? ONE_SIDE_SAYS_MORE + 0.3 * (places + trades - 2) : undefined;
  }

  /** Neither name has anything but two or three words: what the lists do not say may be a person all the same. */
  #mayBePersons(query: QueryTable): boolean {
    const { aligned } = this;
    if (FAMILIES[query.family] === 'vessel' || FAMILIES[aligned.family] === 'vessel') return false;
    if (query.parts < 2 || query.parts > 3 || aligned.parts < 2 || aligned.parts > 3) return false;
    for (let q = 0; q < query.parts; q += 1) if (query.kind[q] !== PART_KIND.word) return false;
    for (let j = 0; j < aligned.parts; j += 1) if (aligned.kind[j] !== PART_KIND.word) return false;
    return true;
  }

  /** A person was asked for, and the listed name has a legal form. */
  #isCompanyForPerson(query: QueryTable): boolean {
    const { aligned } = this;
    if (FAMILIES[query.family] !== 'person' || FAMILIES[aligned.family] !== 'organisation') return false;
    for (let j = 0; j < aligned.parts; j += 1) if (aligned.kind[j] === PART_KIND.form) return true;
    return false;
  }

  /** Nothing that corresponds is more than a number or a form. */
  #numbersAlone(query: QueryTable): boolean {
    const { aligned } = this;
    for (let n = 0; n < aligned.pairs; n += 1) {
      const q = aligned.pairQuery[n]!;
      const kind = q < query.parts ? query.kind[q]! : PART_KIND.word;
      if (kind !== PART_KIND.number && kind !== PART_KIND.form) return false;
    }
    return aligned.pairs > 0;
  }

  /** Is all that is left on either side of this kind, or of no more weight than `light`? */
  #isOnlyLeft(query: QueryTable, kind: number, light = LIGHT): boolean {
    const { aligned } = this;
    for (let q = 0; q < query.parts; q += 1)
      if ((aligned.usedQuery & (1 << q)) === 0 && query.kind[q] !== kind && query.weight[q]! > light) return false;
    for (let j = 0; j < aligned.parts; j += 1)
      if ((aligned.usedListed & (1 << j)) === 0 && aligned.kind[j] !== kind && aligned.weight[j]! > light) return false;
    return true;
  }
}

/** What weighs less is said again, or says what body a body belongs to: it may be left out. */
const LIGHT = 0.1;

const NONE = -1;

/** What small words and forms such as "company" weigh at most. */
const SMALL = 0.022;

/** What another legal form takes from names that have nothing of their own. */
const OTHER_FORM = 0.6;

/** Log odds where one name of glossary words says a little more than the other. */
const ONE_SIDE_SAYS_MORE = 0.53;

/** Log odds of two names of the same two or three trade words. */
const TRADE_WORDS_ALONE = 0.95;

/** Log odds of two names of the same three trade words, or of a place and one. */
const COMPLETE_GLOSSARY_NAME = 1;
/** What it costs that one name stands for a part of what is written: the whole comes before it. */
const PIECE_ALONE = 0.3;
const COMPANY_FOR_PERSON = 3;
/** Nothing says whose the name is, people are called so, and what is listed is a ship or a body. Only what is asked is looked at: what is listed has its schema. */
const OTHER_FOR_PERSON = 2;
const NEVER_A_HIT = -1;
const WEAK_ALIAS = 0.7;

/** Bits that the name of a person must share before the name alone may pass {@link NAME_ALONE}: of all people alive, some hundred bear one of so many. */
const TELLING_BITS = 26;
/** The same where nothing says that the listed name is a person's. */
const TELLING_BITS_OF_ANY = 23;
export const NAME_ALONE = 0.76;

/** Probability from name and qualifiers. A common person's name alone is held at {@link NAME_ALONE}, whatever the model says. */
export function combinedScore(logit: number, scorer: Pick<PairScorer, 'homonyms'>, facts: QualifierVerdict): number {
  if (facts.certain) return Math.max(0.97, probabilityOf(logit + facts.logit));
  const score = probabilityOf(logit + facts.logit);
  return scorer.homonyms && !facts.agrees ? Math.min(score, NAME_ALONE) : score;
}
