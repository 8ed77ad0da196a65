import type { Span } from '../../model/span.ts';
import type { PartyRecord } from '../index/party-record.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { phraseAt } from '../name/phrases.ts';
import { segmentHan } from '../name/han-segments.ts';
import { tokensOf } from '../name/tokens.ts';
import type { GlossaryWords } from './glossary-words.ts';
import { isOffice } from './offices.ts';
import { normaliseIdentifier } from '../score/identifiers.ts';
import { qualifiersOf, weighQualifiers, type QualifierVerdict } from '../score/qualifiers.ts';

/** What stands near a name in a text and says that it is one. */
export interface Context {
  /** A legal form right beside it. */
  readonly form: boolean;
  /** A trade word (plant, institute) right beside it. */
  readonly trade: boolean;
  /** A title or office near it. */
  readonly title: boolean;
  /** A place in a country of the party. */
  readonly place: boolean;
  /** Identifiers of the party near it. */
  readonly facts: QualifierVerdict;
}

const NEAR = 60;
const IDENTIFIERS_NEAR = 300;
/** Words between a name and the form or trade word that belongs to it. */
const BESIDE = 0;
const TITLE_WITHIN = 4;
/** Nikolai Orvanik, a former depot director; 顾某（研究员）. */
const APPOSED = /^[\s.]?[,，(（]/;
/** Behind a word, not behind an abbreviation (г., Dr.). */
const SENTENCE_END = /(?<=\p{L}{4})[.!?]+\s+(?=[\p{Lu}«"]|$)|[。！？]/u;

/** The words around a span, read once for all names that it may be. */
export interface Surroundings {
  readonly text: string;
  readonly span: Span;
  readonly before: readonly Near[];
  readonly after: readonly Near[];
  /** How many of them belong to the sentence of the span. */
  readonly sentence: { readonly before: number; readonly after: number };
}

export function surroundingsOf(text: string, span: Span, knowledge: NameKnowledge, glossary: GlossaryWords): Surroundings {
  const words = (some: string): readonly Near[] => wordsIn(some, knowledge, glossary);
  const before = text
    .slice(Math.max(0, span.start - NEAR), span.start)
    .split(SENTENCE_END)
    .map(words);
  const after = text
    .slice(span.end, span.end + NEAR)
    .split(SENTENCE_END)
    .map(words);
  return {
    text,
    span,
    before: before.flat().toReversed(),
    after: after.flat(),
    sentence: { before: before.at(-1)?.length ?? 0, after: after[0]?.length ?? 0 },
  };
}

export function contextOf({ text, span, before, after, sentence }: Surroundings, record: PartyRecord, knowledge: NameKnowledge): Context {
  const within = (side: readonly Near[], distance: number, kind: string): boolean =>
    side.some((word, n) => n <= distance && word.kinds.includes(kind));
  const { countries } = record.facts;
  const isThere = ({ keys }: Near): boolean => keys.some((key) => countries.includes(knowledge.countryOf.get(key) ?? '-'));
  const titled = HAN.test(text.slice(span.start, span.end)) && isBesideTitle(text, span, knowledge);
  const parted = /[,;:]\s*$/.test(text.slice(Math.max(0, span.start - 2), span.start));
  return {
    form: (!parted && within(before, BESIDE, 'form')) || within(after, BESIDE, 'form'),
    trade: within(before, BESIDE, 'trade') || within(after, BESIDE, 'trade'),
    title:
      titled ||
      within(before.slice(0, sentence.before), TITLE_WITHIN, 'title') ||
      within(after.slice(0, sentence.after), APPOSED.test(text.slice(span.end, span.end + 3)) ? TITLE_WITHIN : TITLE_WITHIN - 2, 'title'),
    place: countries.length > 0 && (before.some(isThere) || after.some(isThere)),
    facts: factsNear(text, span, record),
  };
}

/** A title right before or behind a name in Han: 研究员陈某, 陈某教授. */
function isBesideTitle(text: string, { start, end }: Span, { titles }: NameKnowledge): boolean {
  for (let length = LONGEST_HAN_TITLE; length > 1; length -= 1)
    if (titles.has(text.slice(Math.max(0, start - length), start)) || titles.has(text.slice(end, end + length))) return true;
  return false;
}

const LONGEST_HAN_TITLE = 5;
const HAN = /[\u3400-\u9fff]/;

/** What one word near a name means. */
export interface Near {
  readonly kinds: readonly string[];
  readonly keys: readonly string[];
}

function wordsIn(text: string, knowledge: NameKnowledge, glossary: GlossaryWords): readonly Near[] {
  const tokens = tokensOf(glossary.normalise(text));
  const words: Near[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at]!;
    if (token.script === 'han') {
      for (const { word } of segmentHan(token.text, knowledge.han, knowledge.longestHan)) words.push(nearOf(word?.units));
      at += 1;
      continue;
    }
    const phrase = phraseAt(tokens, at, knowledge);
    words.push(nearOf(phrase?.units));
    at += phrase?.tokens ?? 1;
  }
  return words;
}

function nearOf(units: readonly { readonly kind: string; readonly key: string }[] | undefined): Near {
  return { kinds: (units ?? []).map((unit) => (isOffice(unit) ? 'title' : unit.kind)), keys: (units ?? []).map(({ key }) => key) };
}

/** Facts of the party near a span of a text: its identifiers. */
export function factsNear(text: string, span: Span, record: PartyRecord): QualifierVerdict {
  const known = record.facts.identifiers;
  const near = known.length === 0 ? '' : text.slice(Math.max(0, span.start - IDENTIFIERS_NEAR), span.end + IDENTIFIERS_NEAR);
  const identifiers = [...near.matchAll(/[\p{L}\d][\p{L}\d/-]{4,24}[\p{L}\d]/gu)]
    .map(([id]) => id)
    .filter((id) => known.includes(normaliseIdentifier(id)));
  return weighQualifiers(qualifiersOf({ name: '', identifiers }), record.facts);
}
