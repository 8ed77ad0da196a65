import type { NameKnowledge } from '../knowledge.ts';
import type { CalledInLatin } from './called-in-latin.ts';
import type { KnownWord } from './known-words.ts';
import type { NamePart } from './name-part.ts';
import { phraseAt } from './phrases.ts';
import { tokensOf, type NameToken } from './tokens.ts';

/** Of one name at most. */
const MOST = 6;

/** A known name among tokens: from the token `from` to that before `to`, with whose name it bears behind it (им. Н. Э. Баумана). */
export interface KnownAt {
  readonly known: KnownWord;
  readonly from: number;
  readonly to: number;
}

/**
 * A name of an organisation by what those are called whom the catalogue knows by an acronym or a short name of their own (ФГАОУ ВО «МФТИ»: ФГАОУ ВО « Moscow Institute of Physics and
 * Technology »), where nothing but forms and places stands beside it: ООО «ЛЭТИ-Сервис» is another. Empty for all others.
 */
export function calledInWords(name: string, knowledge: NameKnowledge): readonly CalledInLatin[] {
  const tokens = tokensOf(name);
  for (let at = 0; at < tokens.length; at += 1) {
    const found = knownAt(tokens, at, name, knowledge);
    if (found === undefined) continue;
    if (!areBeside(tokens.slice(0, found.from), knowledge, LEADS) || !areBeside(tokens.slice(found.to), knowledge)) return [];
    const start = tokens[leadBefore(tokens, found.from, knowledge)]!.start;
    const end = tokens[found.to - 1]!.end;
    return found.known.bodies
      .flat()
      .slice(0, MOST)
      .map((latin) => inPlaceOf(name, start, end, latin));
  }
  return [];
}

/** The longest known name that begins with the token `at` of a text or name. */
export function knownAt(tokens: readonly NameToken[], at: number, text: string, knowledge: NameKnowledge): KnownAt | undefined {
  for (const known of knowledge.knownWords.get(tokens[at]?.text ?? '') ?? []) {
    let to = at + 1;
    let given = 0;
    const isThere = known.words.slice(1).every((word) => {
      for (; to < tokens.length && tokens[to]!.text !== word && isJoined(tokens, to, text); to += 1)
        if (NAMED.test(tokens[to]!.text)) given = MOST_NAMES;
        else if (!isFiller(tokens[to], text) && (given -= 1) < 0) return false;
      if (tokens[to]?.text !== word || !isJoined(tokens, to, text)) return false;
      to += 1;
      return true;
    });
    if (!isThere) continue;
    // МГУ им. Кулешова is no Moscow State University.
    if (known.near && isNamed(tokens, to, text)) continue;
    return { known, from: at, to: behindNamesake(tokens, to, text) };
  }
  return undefined;
}

/** Does a token say that a name follows that a body bears? */
function isNamed(tokens: readonly NameToken[], at: number, text: string): boolean {
  return NAMED.test(tokens[at]?.text ?? '') && isJoined(tokens, at, text);
}

/** Behind whose name a body bears: МАИ | им. С. Орджоникидзе. */
function behindNamesake(tokens: readonly NameToken[], from: number, text: string): number {
  if (!isNamed(tokens, from, text)) return from;
  let to = from + 1;
  let names = 0;
  for (; to < tokens.length && names < MOST_NAMES && isJoined(tokens, to, text); to += 1) {
    const { start, end } = tokens[to]!;
    if (isFiller(tokens[to], text)) continue;
    // Of what is behind quotes nothing is a name any more.
    if (!CAPITAL.test(text.slice(start, end)) || CLOSING.test(text.slice(tokens[to - 1]!.end, start))) break;
    names += 1;
  }
  return names === 0 ? from : to;
}

const MOST_NAMES = 2;
const NAMED = /^(?:им|имени|ім|імені|імя|імені)$/u;
const CAPITAL = /^\p{Lu}/u;
const CLOSING = /[»”"]/u;
const RANK = /^(?:им|имени|ім|імені|імя|акад|академ|академика|академіка|проф|профессора|професора|генерала|маршала|адмирала)$/u;
/** What may stand between the words of one name. */
const JOINT = /^[\s«»"“”„().–—-]{0,6}$/u;

/** Small words and initials before the name that a body bears. */
function isFiller(token: NameToken | undefined, text: string): boolean {
  if (token === undefined) return false;
  return RANK.test(token.text) || token.dotted || (token.text.length === 1 && text.charAt(token.end) === '.');
}

function isJoined(tokens: readonly NameToken[], at: number, text: string): boolean {
  const between = text.slice(tokens[at - 1]!.end, tokens[at]!.start);
  return JOINT.test(between) && !between.includes('\n\n');
}

/** The token with which what stands before a name as a part of it begins: НИУ | «МЭИ». */
function leadBefore(tokens: readonly NameToken[], to: number, knowledge: NameKnowledge): number {
  for (let from = 0; from < to; from += 1) {
    const phrase = phraseAt(tokens, from, knowledge);
    if (phrase !== undefined && from + phrase.tokens === to && phrase.units.every(({ key }) => LEADS.has(key))) return from;
  }
  return to;
}

/** Are tokens beside a name forms and places alone, or concepts among `others`? */
function areBeside(tokens: readonly NameToken[], knowledge: NameKnowledge, others: ReadonlySet<string> = NONE): boolean {
  for (let at = 0; at < tokens.length;) {
    const phrase = phraseAt(tokens, at, knowledge);
    if (phrase === undefined || !phrase.units.every((unit) => others.has(unit.key) || isBeside(unit))) return false;
    at += phrase.tokens;
  }
  return true;
}

function isBeside({ key, kind, weight }: { readonly key: string; readonly kind: string; readonly weight: number }): boolean {
  return !PRIVATE.has(key) && (kind === 'form' || kind === 'place' || weight <= MOST_GENERIC);
}

const NONE: ReadonlySet<string> = new Set();
/** НИУ «МЭИ», государственный университет «МИФИ». */
const LEADS: ReadonlySet<string> = new Set(['#state', '#national', '#research', '#university', '#federal']);
const MOST_GENERIC = 0.03;
/** Forms that no such body has: what bears its name is another. */
export const PRIVATE: ReadonlySet<string> = new Set(['#limited', '#sole-trader', '#non-profit', '#cooperative']);

/** With what stands from `start` to `end` called in Latin letters. */
export function inPlaceOf(name: string, start: number, end: number, latin: string): CalledInLatin {
  const shift = latin.length + 2 - (end - start);
  const back = (part: NamePart): NamePart =>
    part.end <= start
      ? part
      : part.start >= end + shift
        ? { ...part, start: part.start - shift, end: part.end - shift }
        : { ...part, start, end, text: name.slice(start, end), by: 'called', known: undefined };
  return { name, written: `${name.slice(0, start)} ${latin} ${name.slice(end)}`, alone: false, back };
}
