import type { NamePartKind } from '../../model/match.ts';
import { hanSurname } from '../../text/readings/surnames.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { WITHOUT_VOWELS } from './as-written.ts';
import { calledInLatin, type CalledInLatin } from './called-in-latin.ts';
import { calledInWords } from './called-in-words.ts';
import { hanOrganisation } from './han-parts.ts';
import { blanksAsDots, givenNameBeforeWords } from './han-foreign-words.ts';
import { HAN_READINGS, hanForeign, hanPerson, type HanReading } from './han-person.ts';
import { hangulOrganisation } from './hangul-parts.ts';
import { knownPart } from './known-parts.ts';
import { koreanPerson } from './korean-person.ts';
import { latinise } from './latinise.ts';
import { inGroup, placedPart, type AnalysedName, type NameFamily, type NamePart } from './name-part.ts';
import { lightenMiddleNames } from './middle-names.ts';
import { namePieces } from './name-pieces.ts';
import { romanNumber } from './numbers.ts';
import { mendSplitWords, phraseAt } from './phrases.ts';
import { initialKeys } from './initials.ts';
import { PATRONYMIC_SHARE, SON_OF, isPatronymic } from './patronymic.ts';
import { skeleton } from './skeleton.ts';
import { settleParts } from './settle-parts.ts';
import { tokensOf, type NameToken } from './tokens.ts';
import { isTranscribedAlone } from './transcribed.ts';
import { unitParts } from './unit-parts.ts';
import { withoutVesselPrefix } from './vessel-prefix.ts';
import { wordPart, keyOf } from './word-part.ts';

/** More parts than any real name has: the rest of a longer text is not looked at. */
const MAX_PARTS = 24;

/**
 * Brings a name to its parts, the same for lists and queries. Pure; linear in the length of the name.
 *
 * @example analyseName('ООО «Бета»', 'organisation', knowledge).parts.map((part) => part.keys[0]) // ['#llc', 'beta']
 */
export function analyseName(name: string, family: NameFamily, knowledge: NameKnowledge, reading: HanReading = 'pinyin'): AnalysedName {
  const cut = tokensOf(name.length > MAX_NAME ? name.slice(0, MAX_NAME) : name);
  if (family === 'person') {
    const tokens = koreanPerson(cut);
    return analyseTokens(tokens, name, family, knowledge, reading, tokens === cut ? Infinity : KOREAN_BITS);
  }
  const tokens = family === 'organisation' ? mendSplitWords(cut, knowledge) : withoutVesselPrefix(cut, name);
  return analyseTokens(tokens, name, family, knowledge, reading);
}

function analyseTokens(
  tokens: readonly NameToken[],
  name: string,
  family: NameFamily,
  knowledge: NameKnowledge,
  reading: HanReading = 'pinyin',
  mostBits = Infinity,
): AnalysedName {
  const parts: NamePart[] = [];
  for (let at = 0; at < tokens.length && parts.length < MAX_PARTS;) {
    const token = tokens[at]!;
    if (token.script === 'han') {
      const person = hanPerson(token, family, tokens.length, reading, knowledge);
      const foreign = person === undefined && family === 'person' && tokens.length > 1 ? hanForeign(token, name, knowledge) : undefined;
      parts.push(...regroup(person ?? foreign ?? hanOrganisation(token, name, family, knowledge), parts.length));
      at += 1;
      continue;
    }
    const phrase = family !== 'organisation' ? undefined : phraseAt(tokens, at, knowledge);
    if (phrase !== undefined) {
      const text = { start: token.start, end: tokens[at + phrase.tokens - 1]!.end };
      const spelled = phrase.tokens === 1 && phrase.units.length === 1 && phrase.units[0]!.kind !== 'form' ? [keyOf(token, knowledge)] : [];
      const whole = phrase.tokens === 1 && phrase.units.length > 1 ? keyOf(token, knowledge) : undefined;
      const abbreviation =
        phrase.units.length > 1 ? knowledge.abbreviations.get(phrase.units.map(({ key }) => key.slice(1)).join(' ')) : undefined;
      parts.push(...regroup(unitParts(phrase.units, name, text, spelled, whole, abbreviation), parts.length));
      at += phrase.tokens;
      continue;
    }
    const hangul =
      token.script === 'hangul' && family === 'organisation' ? hangulOrganisation(token, name, family, parts.length, knowledge) : undefined;
    if (hangul !== undefined) {
      parts.push(...hangul);
      at += 1;
      continue;
    }
    for (const one of initialsOf(token, name, family, knowledge)) {
      const next = tokens[at + 1];
      const workOut = (): NamePart | undefined => partOf(one, next, name, family, knowledge);
      const part = family === 'person' ? knownPart(one, name, knowledge, workOut) : workOut();
      if (part === undefined) continue;
      parts.push(placedPart(part, name, one, parts.length, mostBits));
    }
    at += 1;
  }
  const settled = settleParts(parts.slice(0, MAX_PARTS), family, knowledge);
  return { name, family, parts: family === 'person' ? lightenMiddleNames(settled, name) : settled };
}

/** Koreans have few names: a surname and a given name are no more than this each, in bits. */
const KOREAN_BITS = 11;

/** A name in each way it may be read: the names that it holds (`Full name (Short)`), and short names in Han as Chinese, Cantonese, Korean or Japanese. */
export function analyseReadings(name: string, family: NameFamily, knowledge: NameKnowledge): readonly AnalysedName[] {
  const [whole, ...others] = namePieces(name.length > MAX_NAME ? name.slice(0, MAX_NAME) : name, family);
  const called = family === 'organisation' && HAN.test(name) ? calledInLatin(whole ?? name, knowledge) : [];
  const readings = called.some(({ alone }) => alone) ? [] : [...readingsOf(whole ?? name, family, knowledge)];
  readings.push(...called.map((one) => readCalled(one, knowledge)));
  if (family === 'organisation' && readings[0]?.parts.some(({ text }) => knowledge.knownStarts.has(text)) === true)
    readings.push(...calledInWords(whole ?? name, knowledge).map((one) => readCalled(one, knowledge)));
  for (const piece of others) {
    const analysed = analyseName(piece, family, knowledge);
    if (isName(analysed)) readings.push({ ...analysed, piece: true });
  }
  return readings.map((reading) => (reading.name === name ? reading : { ...reading, name }));
}

/** An organisation's name by each of the names that it is called in Latin letters, as the catalogue knows them; empty where it knows none. */
export function analyseCalled(name: string, knowledge: NameKnowledge): readonly AnalysedName[] {
  const called = HAN.test(name) ? calledInLatin(name, knowledge) : calledInWords(name, knowledge);
  return called.map((one) => readCalled(one, knowledge));
}

function readCalled({ name, written, back }: CalledInLatin, knowledge: NameKnowledge): AnalysedName {
  return { name, family: 'organisation', parts: analyseName(written, 'organisation', knowledge).parts.map(back) };
}

/** A bracket often holds a place or a form alone: that is no name. One word of its own is, or two of the glossary. */
function isName({ parts }: AnalysedName): boolean {
  const content = parts.filter(({ kind }) => kind === 'word' || kind === 'trade' || kind === 'place' || kind === 'number');
  return (
    content.length > 1 ||
    content.some(({ kind, keys, weight }) => (kind === 'word' && !keys[0]?.startsWith('#')) || (kind === 'trade' && weight > 0.4))
  );
}

function readingsOf(name: string, family: NameFamily, knowledge: NameKnowledge): readonly AnalysedName[] {
  if (family === 'person' && name.length <= 16 && HANGUL.test(name)) {
    const whole = tokensOf(name);
    const split = analyseName(name, family, knowledge);
    // 마리아 is Maria as well as a Ma called Ria.
    if (koreanPerson(whole) === whole) return [split];
    const unsplit = analyseTokens(whole, name, family, knowledge);
    return isCalledAbroad(unsplit, knowledge) ? [split, unsplit] : [split];
  }
  const dotted = family === 'person' ? blanksAsDots(name, knowledge) : undefined;
  if (dotted !== undefined) return [analyseName(dotted, family, knowledge)];
  if (name.length > 16 || !HAN.test(name)) return [analyseName(name, family, knowledge)];
  const tokens = tokensOf(name);
  const [token] = tokens;
  if (tokens.length !== 1 || token?.script !== 'han') return [analyseName(name, family, knowledge)];
  const readings: AnalysedName[] = [];
  const surname = hanSurname(token.text);
  const foreign =
    family === 'person' && (isTranscribedAlone(token.text, surname !== undefined) || knowledge.foreignSurnames.has(token.text))
      ? hanForeign(token, name, knowledge)
      : undefined;
  if (foreign !== undefined) readings.push({ name, family, parts: foreign });
  const given = family === 'person' ? givenNameBeforeWords(token.text, knowledge) : undefined;
  if (given !== undefined && token.text.length === name.length) readings.push(partedBehind(given, name, knowledge));
  for (const reading of HAN_READINGS) {
    const parts = hanPerson(token, family, 1, reading, knowledge, surname);
    if (parts !== undefined) readings.push({ name, family, parts: settleParts(parts, family, knowledge) });
    else if (reading === 'pinyin') readings.push(analyseName(name, family, knowledge));
  }
  return readings;
}

/** A foreign person's name in Han as it is with the dot behind its given name. */
function partedBehind(given: number, name: string, knowledge: NameKnowledge): AnalysedName {
  const { parts } = analyseName(`${name.slice(0, given)}·${name.slice(given)}`, 'person', knowledge);
  const back = (at: number): number => (at > given ? at - 1 : at);
  return { name, family: 'person', parts: parts.map((part) => ({ ...part, start: back(part.start), end: back(part.end) })) };
}

/** Has the catalogue the word as a given name? */
function isCalledAbroad({ parts }: AnalysedName, { givenNames }: NameKnowledge): boolean {
  return parts.some(({ keys }) => keys.some((key) => key.startsWith('@') || givenNames.has(key)));
}

const HANGUL = /[\uac00-\ud7a3]/;
const HAN = /[\u3400-\u9fff]/;

/** Longer texts are no names; what stands behind is cut off. */
const MAX_NAME = 400;

/** `А.С.` before a name in an organisation's is two initials; longer ones (S.A.R.L., O.S.A.) are words. So is JM before a person's name, which nobody could say. */
function initialsOf(token: NameToken, name: string, family: NameFamily, knowledge: NameKnowledge): readonly NameToken[] {
  const written = name.slice(token.start, token.end);
  const glued = family === 'person' && GLUED_INITIALS.test(written) && name !== name.toUpperCase() && !isWord(token.text, knowledge);
  if (!glued && (!token.dotted || (family !== 'person' && token.text.length > 2))) return [token];
  const between = glued ? '' : '.';
  let next = token.start;
  // A letter with its marks may be several units.
  const spans = written.split(between).map((letter) => {
    const start = next;
    const end = start + letter.length;
    next = end + between.length;
    return { start, end };
  });
  return Array.from(token.text, (text, n) => ({ ...token, ...spans[n], text, dotted: false }));
}

const GLUED_INITIALS = /^[B-DF-HJ-NP-TV-XZ]{2,3}$/;

/** Letters that are a name or a title of their own: NG, MD. */
function isWord(text: string, { person, givenNames, titles }: NameKnowledge): boolean {
  const key = skeleton(text);
  // JM is no Im.
  const isName = !/[aeiou]/.test(key) && (person.has(key) || givenNames.has(key));
  return isName || titles.has(text) || generationOf(text) !== undefined;
}

function regroup(parts: readonly NamePart[], from: number): readonly NamePart[] {
  let group = from;
  return parts.map((part, n) => {
    const before = parts[n - 1];
    if (before === undefined || before.start !== part.start) group = from + n;
    return inGroup(part, group);
  });
}

function partOf(
  token: NameToken,
  next: NameToken | undefined,
  name: string,
  family: NameFamily,
  knowledge: NameKnowledge,
): NamePart | undefined {
  const { text, start, end } = token;
  const plain = (kind: NamePartKind, keys: readonly string[], weight: number, bits: number, by: NamePart['by'] = 'spelling'): NamePart => ({
    kind,
    text: name.slice(start, end),
    start,
    end,
    keys,
    weight,
    bits,
    by,
    group: 0,
  });
  // Folding makes No of the sign №.
  const number = /^(\d{1,12})(?:st|nd|rd|th|й|я|го)?$/.exec(name.charAt(start) === '№' ? text.replace(/^no/, '') : text)?.[1];
  if (number !== undefined) return plain('number', [`=${number.replace(/^0+(?=\d)/, '')}`], 0.5, 7, 'number');
  if (token.script === 'digits') return undefined;
  if (family !== 'person' && (text === 'no' || text === 'n') && next?.script === 'digits') return undefined;
  if (token.script === 'latin' && family !== 'person') {
    // A lone V or X is a number only at the end: Fund V, but V. V. Tikhomirov.
    const roman = text.length > 1 || next === undefined ? romanNumber(text) : undefined;
    // Fund I, Grace I: behind a name the first of them.
    if (text === 'i' && next === undefined && start > 0 && name.charAt(start) === 'I' && name.charAt(end) !== '.')
      return plain('number', ['=1'], 0.3, 4, 'number');
    if (roman !== undefined) return plain('number', [`=${roman}`], 0.3, 4, 'number');
  }
  const latin = latinise(text);
  if (family === 'vessel') {
    const counted = token.script === 'latin' ? knowledge.phrases.next.get(text)?.units : undefined;
    if (counted?.length === 1 && counted[0]!.kind === 'number') return plain('number', [counted[0]!.key], 0.5, 7, 'number');
  }
  if (family === 'person') {
    const generation = start === 0 ? undefined : generationOf(latin);
    if (generation !== undefined) return plain('number', [`=${generation}`], 0.1, 2, 'number');
    // A Korean syllable is no small word of others: 이 is a surname; nor is عمر a Mr.
    const spelled = token.script === 'hangul' || WITHOUT_VOWELS.test(text) ? text : latin;
    if (knowledge.titles.has(text) || knowledge.titles.has(spelled)) return plain('title', [skeleton(latin)], 0.04, 0);
    const abbreviated = text.length === 1 && name.charAt(end) === '.';
    const sonOf = knowledge.sonOf.has(text) || knowledge.sonOf.has(spelled);
    // Nobody's name begins with whose son he is: Ben Halloran is Benjamin.
    const opens = sonOf && start === 0 && knowledge.givenNames.has(skeleton(latin));
    if (!abbreviated && !opens && (knowledge.particles.has(text) || knowledge.particles.has(spelled)))
      return plain('particle', sonOf ? [SON_OF, skeleton(latin)] : [skeleton(latin)], 0.06, 0);
  }
  if (latin.length === 0) return undefined;
  if (text.length === 1 && (token.script === 'latin' || token.script === 'cyrillic'))
    return plain('initial', initialKeys(latin), family === 'person' ? 0.12 : 0.08, 2);
  const patronymic = family === 'person' && isPatronymic(latin);
  return wordPart(token, name, latin, family, knowledge, patronymic ? PATRONYMIC_SHARE : 1);
}

/** Father or son, or which of his name (Charles III): two that differ are two persons. */
function generationOf(latin: string): number | undefined {
  return GENERATIONS.get(latin) ?? (SYLLABLES.has(latin) ? undefined : romanNumber(latin));
}

const GENERATIONS: ReadonlyMap<string, number> = new Map([
  ['sr', 1],
  ['senior', 1],
  ['jr', 2],
  ['junior', 2],
]);

/** Roman numbers that people are called by too. */
const SYLLABLES: ReadonlySet<string> = new Set(['v', 'vi', 'x', 'xi', 'xii', 'xv', 'xvi']);
