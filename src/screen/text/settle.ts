import type { Span } from '../../model/span.ts';
import type { PartyRecord } from '../index/party-record.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { tokensOf, type NameToken } from '../name/tokens.ts';
import { baseForms } from './case-endings.ts';
import { contextOf, factsNear, surroundingsOf, type Context, type Surroundings } from './context.ts';
import type { GlossaryWords } from './glossary-words.ts';
import type { ListedNames } from './listed-names.ts';
import type { Verified } from './span-verifier.ts';

/** Kinds of words near a name. */
export const HINT = { form: 1, trade: 2, title: 4, place: 8, identifier: 16 } as const;

/** How a span is written in its text. */
export interface Looks {
  /** The anchor is written with a capital, or in a script without capitals. */
  readonly capital: boolean;
  /** It stands in quotes of its own. */
  readonly quoted: boolean;
  /** A legal form belongs to it. */
  readonly form: boolean;
  /** A title stands in it or right before it. */
  readonly titled: boolean;
  /** No capitalised word beside it may belong to the same name. */
  readonly isolated: boolean;
  /** What the words near may say of it: bits of {@link HINT}. */
  readonly hints: number;
  /** How it was found in Han text, if it was. */
  readonly han: 'exact' | 'organisation' | false;
}

/** A span of a text that scores as a listed name, before its surroundings are looked at. */
export interface Hit extends Span, Verified, Looks {
  /** Number of the listed name. */
  readonly name: number;
  /** With the words beside it that may belong to the same name, where it must be a hit with them too. */
  readonly wide?: Span | undefined;
}

/** Bits from which a name of two words stands by itself: as for `combinedScore`. */
const TELLING_BITS = 23;
const LOWER_CASE_BITS = 34;
const MOST_PARTIES = 5;

/**
 * Keeps the hits that may stand: long or rare names by themselves, short and common ones where something near speaks for them or where the text has
 * another name of the party; of overlapping ones the longest and best. In the order of the text.
 * `holds`: is it a hit with the words beside it too? Asked last, as it costs most.
 */
export function settle(
  hits: readonly Hit[],
  text: string,
  recordOf: (name: number) => PartyRecord,
  names: ListedNames,
  knowledge: NameKnowledge,
  glossary: GlossaryWords,
  holds: (hit: Hit) => boolean,
): readonly Hit[] {
  if (hits.length === 0) return [];
  const kept: Hit[] = [];
  const doubtful: Hit[] = [];
  let around: Surroundings | undefined;
  for (const hit of hits) {
    if (standsAlone(hit)) {
      if (holds(hit)) kept.push(hit);
      continue;
    }
    if (!couldSettle(hit)) {
      doubtful.push(hit);
      continue;
    }
    const record = recordOf(hit.name);
    const listed = record.names[names.info[hit.name]! & 0x7fffffff]?.[0] ?? record.caption;
    if (!mayBeSpokenFor(hit, record, listed, text.slice(hit.start, hit.end))) {
      doubtful.push(hit);
      continue;
    }
    const near = (): Context => {
      if (around?.span.start !== hit.start || around.span.end !== hit.end) around = surroundingsOf(text, hit, knowledge, glossary);
      return contextOf(around, record, knowledge);
    };
    if (!speaksFor(near, factsNear(text, hit, record).certain, hit, listed, text.slice(hit.start, hit.end))) doubtful.push(hit);
    else if (holds(hit)) kept.push(hit);
  }
  const partyOf = (hit: Hit): number => names.party[hit.name]!;
  const sure = Map.groupBy(kept, partyOf);
  for (const hit of doubtful) {
    const others = sure.get(partyOf(hit)) ?? [];
    if (others.some((other) => other.name !== hit.name && !overlap(other, hit)) && (hit.capital || hit.bits > TELLING_BITS) && holds(hit))
      kept.push(hit);
  }
  return withoutOverlaps(kept, partyOf);
}

/** True for names that are long, rare or whole enough to need nothing near them. */
export function standsAlone(hit: Hit): boolean {
  const { words, places, trades, bits, longest, missing, rarest } = hit;
  if (hit.han === 'organisation') return true;
  if (hit.han === 'exact') return longest >= LONG_HAN;
  if (!hit.capital && (words < 2 || bits < LOWER_CASE_BITS)) return false;
  // The rarest word of the listed name must be there: no person is found by given name and patronymic.
  if (missing > rarest || (longest < 4 && words > 0)) return false;
  if (hit.person) return words >= 3 ? bits >= THREE_WORD_BITS : words === 2 && bits >= TELLING_BITS;
  if (missing > 0) return words >= 2 ? bits >= TELLING_BITS : words === 1 && places >= 1 && bits >= ONE_WORD_BITS;
  const evidence = bits + (hit.form ? FORM_BITS : 0);
  if (words >= 2) return evidence >= ONE_WORD_BITS;
  if (words === 1) return places + trades >= 1 ? evidence >= THREE_WORD_BITS : hit.form && longest >= 6 && evidence >= ONE_WORD_BITS;
  return hit.common === 0 && ((places >= 1 && places + trades >= 3) || trades >= 4);
}

const LONG_HAN = 99;
const ONE_WORD_BITS = 20;
const THREE_WORD_BITS = 14;
/** What a legal form beside a name is worth. */
const FORM_BITS = 4;

/** False where nothing near could make a hit of it as it is written: cheap, asked before anything near is read. */
export function mayStand({ person, words, places, trades, common, longest, bits }: Verified, looks: Looks): boolean {
  if (!looks.capital && (words < 2 || bits < LOWER_CASE_BITS)) return false;
  if (looks.han !== false || person || words >= 2) return true;
  if (words === 1) return longest >= (looks.form && trades > 0 ? 2 : 3);
  if (common > 0) return looks.quoted || looks.form || (looks.hints & HINT.identifier) !== 0;
  return places + trades >= 2 && (places >= 1 || looks.quoted || looks.form || trades >= 4);
}

/** False where it does not stand by itself and nothing near could help, whatever the party: cheap, asked before its record is read. */
export function couldSettle(hit: Hit): boolean {
  return standsAlone(hit) || hit.han !== false || (hit.hints & HINT.identifier) !== 0 || isHelped(hit, hit.hints);
}

function isHelped({ person, titled, words, form, quoted, trades, bits }: Hit, hints: number): boolean {
  if (person) return titled || (hints & (HINT.title | HINT.place)) !== 0;
  if (words >= 2) return titled || form || quoted || hints !== 0;
  return form || (hints & (HINT.form | HINT.place)) !== 0 || (quoted && (hints & HINT.trade) !== 0) || (trades > 0 && bits >= TRADE_BITS);
}

/** False where nothing near could help, as far as hints and spelling tell. */
function mayBeSpokenFor(hit: Hit, { facts }: PartyRecord, listed: string, span: string): boolean {
  if (hit.han !== false || (facts.identifiers.length > 0 && (hit.hints & HINT.identifier) !== 0)) return true;
  // A short or common word in another script is a chance likeness.
  const strange = hit.words === 0 ? hit.common > 0 : hit.words === 1 && hit.longest < 5;
  return isHelped(hit, facts.countries.length > 0 ? hit.hints : hit.hints & ~HINT.place) && (!strange || sameScript(listed, span));
}

/** `near`: reads what stands near it, which costs most, so that it is asked last. `certain`: identifiers say that it is the party. */
function speaksFor(near: () => Context, certain: boolean, hit: Hit, listed: string, span: string): boolean {
  if (certain) return true;
  if (hit.person) return hit.titled || isTitledOrThere(near());
  if (hit.han === 'exact') return isFormed(near()) || isTitledOrThere(near());
  if (hit.words >= 2) return hit.longest >= 4 && (hit.titled || hit.form || hit.quoted || isFormed(near()) || isTitledOrThere(near()));
  if (hit.missing > 0) return false;
  if (hit.words === 0) {
    if (hit.common > 0) return (hit.quoted || hit.isolated) && spelledAlike(listed, span) && (hit.form || isFormed(near()));
    const enough = hit.places + hit.trades >= 2 && (hit.places >= 1 || hit.quoted || (hit.isolated && hit.score >= WHOLE_SCORE));
    return enough && (hit.form || isFormed(near()));
  }
  if (hit.longest < (hit.trades > 0 ? 2 : 3)) return false;
  if (!spelledAlike(listed, span)) return false;
  // Another form beside it is another company.
  if (hit.trades + hit.places === 0 && hit.score < SAME_FORM_SCORE) return false;
  const long = hit.longest >= 3;
  if (hit.form || (long && hit.trades > 0 && (hit.bits >= TRADE_BITS || hit.quoted)) || (hit.titled && hit.longest >= 5)) return true;
  const context = near();
  if (context.form) return true;
  return long && (context.place || (context.title && hit.longest >= 5) || (hit.quoted && context.trade && sameScript(listed, span)));
}

function isTitledOrThere({ title, place }: Context): boolean {
  return title || place;
}

function isFormed({ form }: Context): boolean {
  return form;
}

const TRADE_BITS = 17;
const SAME_FORM_SCORE = 0.88;
const WHOLE_SCORE = 0.71;

/** True where a word of one is a word of the other, in the same script; of different scripts it cannot be said, and is true. */
function spelledAlike(listed: string, span: string): boolean {
  if (!sameScript(listed, span)) return true;
  const theirs = read(listed).tokens;
  return read(span).tokens.some(
    ({ text }) => text.length > 2 && theirs.some((other) => other.text === text || baseForms(text).includes(other.text)),
  );
}

function sameScript(a: string, b: string): boolean {
  return read(a).scripts === read(b).scripts;
}

/** Names and spans read last: hits on one span come one after another. */
const lately = new Map<string, Read>();
const MOST_LATELY = 2_000;

interface Read {
  readonly tokens: readonly NameToken[];
  readonly scripts: string;
}

function read(text: string): Read {
  let known = lately.get(text);
  if (known === undefined) {
    if (lately.size >= MOST_LATELY) lately.clear();
    const tokens = tokensOf(text);
    lately.set(text, (known = { tokens, scripts: [...new Set(tokens.map(({ script }) => script))].toSorted().join() }));
  }
  return known;
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Of each party the best of overlapping hits; of different parties those on the widest span, the best few. */
function withoutOverlaps(hits: readonly Hit[], partyOf: (hit: Hit) => number): readonly Hit[] {
  const order = hits.toSorted((a, b) => b.end - b.start - (a.end - a.start) || b.score - a.score || a.start - b.start || a.name - b.name);
  // Hits taken, by 64 characters of the text that they touch: a look at a few neighbours stands for a look at all.
  const taken = new Map<number, Hit[]>();
  const out: Hit[] = [];
  for (const hit of order) {
    const near = new Set<Hit>();
    for (let at = hit.start >>> 6; at <= (hit.end - 1) >>> 6; at += 1)
      for (const other of taken.get(at) ?? []) if (overlap(other, hit)) near.add(other);
    const party = partyOf(hit);
    if ([...near].some((other) => partyOf(other) === party || other.start !== hit.start || other.end !== hit.end)) continue;
    if (near.size >= MOST_PARTIES) continue;
    out.push(hit);
    for (let at = hit.start >>> 6; at <= (hit.end - 1) >>> 6; at += 1) taken.set(at, [...(taken.get(at) ?? []), hit]);
  }
  return out.toSorted((a, b) => a.start - b.start || a.end - b.end || b.score - a.score || a.name - b.name);
}
