import { pinyinOfCantonese } from '../../text/readings/cantonese-given.ts';
import { isWadeGiles, pinyinOfWadeGiles } from '../../text/readings/wade-giles.ts';
import { WITHOUT_VOWELS } from '../name/as-written.ts';
import { SON_OF } from '../name/patronymic.ts';
import { pinyinKey } from '../name/person-keys.ts';
import { NINE, skeleton } from '../name/skeleton.ts';
import { consonants } from '../name/sound-codes.ts';
import type { NamePartKind } from '../../model/match.ts';
import { foldText } from '../../text/fold.ts';
import { latinise } from '../name/latinise.ts';
import { russianInitials } from '../name/russian-initials.ts';
import type { AnalysedName, NameFamily, NamePart } from '../name/name-part.ts';

/**
 * A name as numbers, as the index keeps it; layout of one name:
 *
 *     parts | joints << 8 | piece << 15 | family << 16
 *     for each part:  kind | keys << 4 | weight × 200 << 8 | bits × 10 << 16 | han << 24 | son of << 25, then its keys as unit ids
 *     for each joint: first part | parts << 8 | bare << 16, then the unit id of those parts written together
 */
export type EncodedName = number[];

export const KINDS: readonly NamePartKind[] = ['word', 'initial', 'place', 'trade', 'form', 'number', 'title', 'particle'];
export const FAMILIES: readonly NameFamily[] = ['person', 'organisation', 'vessel'];

/** Appends an analysed name to `out`. `unitOf` gives the number of a key. */
export function encodeName(name: AnalysedName, unitOf: (key: string) => number, out: EncodedName, joined: boolean): void {
  const { parts } = name;
  const joints = joined ? jointsOf(name) : [];
  out.push(parts.length | (joints.length << 8) | (name.piece === true ? PIECE : 0) | (FAMILIES.indexOf(name.family) << 16));
  for (const part of parts) {
    const keys = part.keys.length > 15 ? [...part.keys.slice(0, 14), part.keys.at(-1)!] : part.keys;
    out.push(
      KINDS.indexOf(part.kind) |
        (keys.length << 4) |
        (Math.round(part.weight * 200) << 8) |
        (Math.round(part.bits * 10) << 16) |
        (isHan(part) ? HAN : 0) |
        (part.keys[0] === SON_OF ? SON : 0),
    );
    for (const key of keys) out.push(unitOf(key));
  }
  for (const { first, length, key, bare } of joints) out.push(first | (length << 8) | (bare ? BARE : 0), unitOf(key));
}

/** Bit of a joint with a word of vowels alone: by consonants it would be like the other word. */
export const BARE = 1 << 16;

/** Bit of a name that is only a part of what is written. */
export const PIECE = 1 << 15;

/** How many joints an encoded name has, from its head. */
export function jointsIn(head: number): number {
  return (head >>> 8) & 0x7f;
}

/** The joints of two parts of the encoded name at `offset`: the first of these, and the unit of both written together. */
export function pairsJoinedAt(data: ArrayLike<number>, offset: number): readonly { readonly first: number; readonly unit: number }[] {
  const head = data[offset]!;
  let at = offset + 1;
  for (let part = head & 0xff; part > 0; part -= 1) at += 1 + ((data[at]! >>> 4) & 0xf);
  return Array.from({ length: jointsIn(head) }, (_, n) => at + 2 * n).flatMap((joint) =>
    ((data[joint]! >>> 8) & 0xff) === 2 ? [{ first: data[joint]! & 0xff, unit: data[joint + 1]! }] : [],
  );
}

/** Bit of a part written in Han. */
export const HAN = 1 << 24;

/** Bit of a small word before a father's name. */
export const SON = 1 << 25;

/** A part written in Han has the characters themselves among its keys, behind this sign. */
export const HAN_SIGN = '&';

export function isHan(part: Pick<NamePart, 'keys'>): boolean {
  for (const key of part.keys) if (key.startsWith(HAN_SIGN)) return true;
  return false;
}

export interface Joint {
  readonly first: number;
  readonly length: number;
  readonly key: string;
  /** One of the words has no consonant. */
  readonly bare: boolean;
}

/**
 * Neighbouring words written together: Hai Ge ↔ Haige, Al Qaida ↔ Alqaida. Pairs with a short member, triples of short ones. And an organisation's
 * initials: China National Offshore Oil Corporation ↔ CNOOC.
 */
export function jointsOf({ parts, family, name }: AnalysedName): readonly Joint[] {
  const joints: Joint[] = family === 'organisation' ? [...acronymsOf(parts), ...wholesOf(parts), ...hyphenatedOf(parts, name)] : [];
  if (family !== 'person') joints.push(...gluedOf(parts, name));
  const spelled = parts.map((part) => spelledKey(part));
  const short = family === 'person' ? SHORT_OF_PERSON : SHORT;
  const syllables = parts.length === 3 || (family === 'organisation' && isOfSyllables(parts));
  for (let at = 0; at + 1 < parts.length && joints.length < 16; at += 1) {
    const a = parts[at]!;
    const b = parts[at + 1]!;
    const x = spelled[at];
    const y = spelled[at + 1];
    if (x === undefined || y === undefined) continue;
    if (x.length > short && y.length > short && (a.by !== 'reading' || b.by !== 'reading')) continue;
    const pair = joinKeys(x, y);
    if (pair.length < 3 || pair.length > 18) continue;
    const bare = !CONSONANT.test(x) || !CONSONANT.test(y);
    joints.push({ first: at, length: 2, key: pair, bare });
    // نصر الله, Nasrallah; عبد الرحمن, Abdurrahman.
    if (!bare) for (const key of joinedConsonants(a, b, pair)) if (joints.length < 16) joints.push({ first: at, length: 2, key, bare });
    // Wade–Giles writes given names with a hyphen: Tse-tung, Chih-hao; who copies it leaves a blank.
    if (b.start === a.end + 1 && (name.charAt(a.end) === '-' || (syllables && isWadeGiles(a.text) && isWadeGiles(b.text))))
      for (const reading of pinyinOfWadeGiles(`${a.text}-${b.text}`.toLowerCase()).slice(0, 4))
        joints.push({ first: at, length: 2, key: skeleton(reading), bare });
    for (const reading of family === 'person' && parts.length === 3 ? hongKongGivenName(a, b, parts[at === 0 ? 2 : 0]!) : [])
      joints.push({ first: at, length: 2, key: pinyinKey(reading), bare });
    const z = spelled[at + 2];
    const small = a.kind === 'particle' && b.kind === 'particle';
    if (z !== undefined && x.length <= SHORT && y.length <= SHORT && (small || z.length <= SHORT)) {
      joints.push({ first: at, length: 3, key: joinKeys(pair, z), bare });
      // Nur al-Din, Nureddin: the article sounds like what follows it.
      if (z.length <= DIN && ARTICLE.test(y) && SUN_LETTER.test(z))
        joints.push({ first: at, length: 3, key: joinKeys(joinKeys(x, y.charAt(0)), z), bare });
    }
  }
  return joints;
}

/** Cheng Kung University: words of the glossary, and syllables of Wade–Giles. */
function isOfSyllables(parts: readonly NamePart[]): boolean {
  return parts.some(({ kind }) => kind === 'trade') && parts.every(({ kind, text }) => kind !== 'word' || isWadeGiles(text));
}

/** Pinyin of two syllables of a given name in Hong Kong's spelling: Kwong Yiu, Guangyao. */
function hongKongGivenName({ latin: a }: NamePart, { latin: b }: NamePart, { latin: surname }: NamePart): readonly string[] {
  return a === undefined || b === undefined || surname === undefined ? [] : pinyinOfCantonese(a, b, surname);
}

/** Consonants of two words written together, of scripts that do not write vowels: in the readings of each. */
function joinedConsonants(a: NamePart, b: NamePart, pair: string): readonly string[] {
  const mine = consonantsOf(a);
  const theirs = mine.length === 0 ? mine : consonantsOf(b);
  if (theirs.length === 0) return theirs;
  return [...new Set([consonants(pair), ...mine.flatMap((one) => theirs.map((other) => joinKeys(one, other)))])]
    .slice(0, MOST_JOINED)
    .map((key) => `~${key}`);
}

const MOST_JOINED = 6;
const NONE: readonly string[] = [];

/** Those of a word, in each way to read it; short ones (عبد, رضا) have no codes of their own, and are what they are spelled. */
function consonantsOf({ keys, text, latin }: NamePart): readonly string[] {
  if (latin !== undefined) return NONE;
  const forms: string[] = [];
  for (const key of keys) if (key.charCodeAt(0) === 0x7e) forms.push(key.slice(1));
  return forms.length === 0 && WITHOUT_VOWELS.test(text.charAt(0)) ? keys.filter(isSpelled).map(consonants) : forms;
}

/** Keys of the Arabic article, and of words whose first sound it takes. */
const ARTICLE = /^[aeiu]l$/;
const SUN_LETTER = /^[tdrzsSZXnl]/;

/** Longer words are surnames, which nobody joins to what stands before their article. */
const DIN = 4;

const SHORT = 6;
/** Venkata Subramanian, Venkatasubramanian. */
const SHORT_OF_PERSON = 7;
const CONSONANT = /[^aeiou]/;

/** The key of a part as a spelled word, or undefined where it is none. */
function spelledKey(part: NamePart): string | undefined {
  if (part.kind === 'number' || part.kind === 'initial') return undefined;
  for (const key of part.keys) if (!UNSPELLED.has(key.charCodeAt(0))) return isSpelled(key) ? key : undefined;
  return undefined;
}

/** Signs before keys of concepts, numbers, initials, consonants, and Han as written. */
const UNSPELLED: ReadonlySet<number> = new Set(Array.from('#=.~&', (sign) => sign.charCodeAt(0)));

/** Latin letters and digits alone. */
function isSpelled(key: string): boolean {
  for (let at = 0; at < key.length; at += 1) {
    const code = key.charCodeAt(at);
    if (!((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39))) return false;
  }
  return key !== '';
}

/** Skeleton of two skeletons written together. */
export function joinKeys(a: string, b: string): string {
  return a.endsWith(b.charAt(0)) && b.charCodeAt(0) > NINE ? a + b.slice(1) : a + b;
}

/** One written word that stands for several parts, as it is spelled: ОПК ↔ OPK. */
function wholesOf(parts: readonly NamePart[]): Joint[] {
  return parts.flatMap(({ whole, group }, first) => {
    if (whole === undefined || whole.length < 2 || parts[first - 1]?.group === group) return [];
    const length = parts.filter((part) => part.group === group).length;
    return length < 2 || length > 5 ? [] : [{ first, length, key: whole, bare: false }];
  });
}

/** Words of the glossary with hyphens between them, as one word: Petro-Chem-Trans ↔ Petrochemtrans. */
function hyphenatedOf(parts: readonly NamePart[], name: string): Joint[] {
  const joints: Joint[] = [];
  let first = 0;
  for (let at = 1; at <= parts.length; at += 1) {
    const before = parts[at - 1]!;
    const part = parts[at];
    // Parts of one phrase share their stretch of text.
    if (part !== undefined && (part.start === before.start || (part.start === before.end + 1 && name.charAt(before.end) === '-'))) continue;
    const text = name.slice(parts[first]!.start, before.end);
    if (at - first >= 2 && HYPHENATED.test(text) && parts.slice(first, at).some(({ kind }) => kind === 'trade'))
      joints.push({ first, length: at - first, key: skeleton(latinise(foldText(text.replaceAll('-', '')).text)), bare: false });
    first = at;
  }
  return joints;
}

const HYPHENATED = /^\p{L}{2,15}(?:-\p{L}{2,15}){1,3}$/u;

/** A number or single letters and the word beside them, as one word: Studio 54 ↔ Studio54, E-Bay ↔ eBay, J. P. Morgan ↔ JPMorgan. */
function gluedOf(parts: readonly NamePart[], name: string): Joint[] {
  const joints: Joint[] = [];
  for (let first = 0; first + 1 < parts.length; first += 1) {
    let key = signOrSpelled(parts[first]!);
    let signs = isSign(parts[first]!);
    for (let at = first + 1; key !== undefined && at < Math.min(parts.length, first + MOST_GLUED); at += 1) {
      const part = parts[at]!;
      const more = NEXT_TO.test(name.slice(parts[at - 1]!.end, part.start)) ? signOrSpelled(part) : undefined;
      if (more === undefined || (!signs && !isSign(part))) break;
      key = joinKeys(key, more);
      signs &&= isSign(part);
      if (key.length > 1 && key.length < LONGEST_GLUED) joints.push({ first, length: at + 1 - first, key, bare: false });
      if (!signs) break;
    }
  }
  return joints.slice(0, MOST_JOINTS);
}

const NEXT_TO = /^[ .-]{0,2}$/;
const MOST_GLUED = 3;
const LONGEST_GLUED = 18;
/** A name of single letters has many. */
const MOST_JOINTS = 6;

/** A number in digits, or a letter. */
function isSign({ kind, text }: NamePart): boolean {
  return kind === 'initial' || (kind === 'number' && DIGITS.test(text));
}

function signOrSpelled(part: NamePart): string | undefined {
  return isSign(part) ? part.keys[0]?.slice(1) : spelledKey(part);
}

const DIGITS = /^\d{1,6}$/;

/** Initials of a name's words; three to eight of them. */
function acronymsOf(parts: readonly NamePart[]): Joint[] {
  let end = parts.length;
  while (end > 0 && parts[end - 1]!.kind === 'form') end -= 1;
  const name = parts.slice(0, end);
  const places = Math.max(
    0,
    name.findIndex(({ kind }) => kind !== 'place'),
  );
  const joints = new Map<string, Joint>();
  const add = (length: number, words: readonly NamePart[]): void => {
    const key = initialsOf(words.filter(({ kind }) => kind !== 'particle' && kind !== 'title'));
    if (key !== undefined && !joints.has(key)) joints.set(key, { first: 0, length, key, bare: false });
  };
  add(parts.length, parts);
  // Without the forms at the end, or with the last of them alone: China Electronics Technology Group Corporation, CETC.
  add(end, name);
  if (parts.length > end + 1) add(parts.length, [...name, parts.at(-1)!]);
  // Without the place before it: Syrian Scientific Studies and Research Centre, SSRC.
  add(end, name.slice(places));
  // With the article of a name that is no English one: Al-Qaida in the Islamic Maghreb, AQIM.
  const [article, ...rest] = name;
  if (article?.kind === 'particle' && !SMALL_WORD.test(article.text)) add(end, [{ ...article, kind: 'word' }, ...rest]);
  const russian = russianInitials(parts);
  if (russian !== undefined && /[a-z]/i.test(parts[russian.first]!.text)) joints.set(russian.key, { ...russian, bare: false });
  return [...joints.values()];
}

/** Words that acronyms leave out. */
const SMALL_WORD = /^(?:of|and|the|for|de|in|on|to|y|e|et|und|du|des|la|le)$/i;

function initialsOf(parts: readonly NamePart[]): string | undefined {
  let letters = '';
  let last = -1;
  for (const { text, start } of parts) {
    // Several concepts of one phrase are one stretch of text: its words each give a letter.
    if (start === last) continue;
    last = start;
    for (const word of text.split(/[\s-]+/))
      if (/^[а-яёіїєґў]/i.test(word)) letters += latinise(foldText(word.charAt(0)).text).charAt(0);
      else if (/^[a-z]/i.test(word) && !SMALL_WORD.test(word)) letters += word.charAt(0).toLowerCase();
  }
  return letters.length >= 3 && letters.length <= 8 ? `^${letters}` : undefined;
}
