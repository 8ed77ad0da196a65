import { hangulOfRoman } from '../../text/readings/hangul-of-roman.ts';
import { romanOfHangul } from '../../text/readings/korean.ts';
import { pinyinOfWadeGiles } from '../../text/readings/wade-giles.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { consonantForms } from './consonant-forms.ts';
import { formsOfCyrillic } from './cyrillic-forms.ts';
import { hangulSpellings } from './hangul.ts';
import { latinise } from './latinise.ts';
import type { NameFamily, NamePart } from './name-part.ts';
import { isRussianAbbreviation, russianKey } from './russian-initials.ts';
import { skeleton } from './skeleton.ts';
import { otherSpellingsOfScript } from './script-spellings.ts';
import type { NameToken } from './tokens.ts';
import { nextWordNumber } from './word-number.ts';

/** Key of a token as a plain word. */
export function keyOf(token: NameToken, knowledge: NameKnowledge): string {
  return skeletonOf(latinise(token.text), knowledge);
}

export function skeletonOf(latin: string, knowledge: NameKnowledge): string {
  return knowledge.off.has('skeleton') ? latin.slice(0, 30) : skeleton(latin);
}

/** A word that the glossary does not know: the distinctive part of a name. `factor` lowers its weight (patronymics). */
export function wordPart(
  token: NameToken,
  name: string,
  latin: string,
  family: NameFamily,
  knowledge: NameKnowledge,
  factor: number,
): NamePart {
  const text = name.slice(token.start, token.end);
  // An organisation's short word in capitals may be the initials of its long name.
  const acronym =
    family === 'organisation' &&
    token.script === 'latin' &&
    latin.length >= 3 &&
    latin.length <= 8 &&
    (token.dotted || text === text.toUpperCase());
  const acronyms = acronym
    ? [`^${latin}`]
    : family === 'organisation' && token.script === 'cyrillic'
      ? cyrillicAcronyms(text, token.text)
      : [];
  const { keys, weight, bits, number } = remembered(token, latin, family, knowledge);
  if (family === 'organisation' && isKindOfBody(text, name.slice(token.end)))
    return {
      kind: 'trade',
      text,
      start: token.start,
      end: token.end,
      keys: [...keys, ...acronyms],
      weight: 0.22,
      bits: 3,
      by: 'spelling',
      group: 0,
    };
  return {
    kind: 'word',
    text,
    start: token.start,
    end: token.end,
    keys: acronyms.length === 0 ? keys : [...keys, ...acronyms],
    weight: weight * factor,
    bits: bits * factor,
    by: token.script === 'latin' || token.script === 'cyrillic' ? 'spelling' : 'reading',
    ...(token.script === 'latin' && { latin }),
    group: 0,
    ...(acronyms.length === 0 && { known: number }),
  };
}

/** ВЦ «Алмаз», RKB “Globus”: a few capitals before a name in quotes say what kind of body it is. */
function isKindOfBody(text: string, rest: string): boolean {
  return text.length >= 2 && text.length <= 5 && /^\p{Lu}+$/u.test(text) && /^\s+[«“„‘"']\s*\p{L}{3}/u.test(rest);
}

/** Initials of a transliterated name (ЦНИИТ: Tsentralnyy nauchno-…), and of one in another language. */
function cyrillicAcronyms(text: string, folded: string): readonly string[] {
  if (text.length < 3 || text.length > 8 || text !== text.toUpperCase()) return [];
  const transliterated = `^${Array.from(folded, (letter) => latinise(letter).charAt(0)).join('')}`;
  return isRussianAbbreviation(text) ? [transliterated, russianKey(folded)] : [transliterated];
}

interface KnownWord {
  readonly keys: readonly string[];
  readonly weight: number;
  readonly bits: number;
  readonly number: number;
}

/** Words are few and come again: what was worked out for one is kept, for so many of them. */
const REMEMBERED = 60_000;
const memory = new WeakMap<NameKnowledge, Map<string, KnownWord>>();

function remembered(token: NameToken, latin: string, family: NameFamily, knowledge: NameKnowledge): KnownWord {
  let words = memory.get(knowledge);
  if (words === undefined || words.size >= REMEMBERED) memory.set(knowledge, (words = new Map<string, KnownWord>()));
  const word = `${family.charAt(0)}${token.text}`;
  let known = words.get(word);
  if (known === undefined) words.set(word, (known = workOut(token, latin, family, knowledge)));
  return known;
}

function workOut(token: NameToken, latin: string, family: NameFamily, knowledge: NameKnowledge): KnownWord {
  const first = skeletonOf(latin, knowledge);
  const keys = [first];
  if (family === 'person') {
    const masculine = masculineSurname(first);
    if (masculine !== undefined) pushKey(keys, masculine);
    // The Baltic nominative: Putinas, Ivanovs.
    if (token.script === 'latin' && /..(?:[oe]v|in)a?s$/.test(first)) pushKey(keys, first.replace(/a?s$/, ''));
    for (const given of knowledge.givenNames.get(first) ?? []) pushKey(keys, given);
    // Romanisations of Korean: Jong, Chong, Jeong; Pak, Park.
    if (token.script === 'latin' && latin.length < 7 && !knowledge.off.has('readings'))
      for (const syllable of hangulOfRoman(latin)) pushKey(keys, `@${syllable}`);
  }
  // Named after Zelinsky: имени Зелинского.
  if (token.script === 'cyrillic' && latin.endsWith('skogo')) pushKey(keys, skeletonOf(`${latin.slice(0, -4)}kiy`, knowledge));
  // Belarusian softens t and d: Пуцін, Дзіма.
  if (token.script === 'cyrillic' && /ці|дзі/.test(token.text))
    pushKey(keys, skeletonOf(latinise(token.text.replaceAll('дзі', 'ді').replaceAll('ці', 'ті')), knowledge));
  if (token.script === 'cyrillic' && family === 'organisation')
    for (const form of formsOfCyrillic(token.text)) pushKey(keys, skeletonOf(form, knowledge));
  // Fyodor, Fedor; Solovyov, Solovev.
  if (latin.length > 4 && /[yij]o/.test(latin.slice(1)))
    pushKey(keys, skeletonOf(latin.charAt(0) + latin.slice(1).replaceAll(/[yij]o/g, 'e'), knowledge));
  if (token.script === 'latin' && latin.length > 3 && !knowledge.givenNames.has(first))
    for (const other of otherSpellings(latin)) pushKey(keys, skeletonOf(other, knowledge));
  // Mueller, Müller.
  if (token.script === 'latin' && latin.length > 4 && /[aou]e/.test(latin))
    pushKey(keys, skeletonOf(latin.replaceAll(/([aou])e/g, '$1'), knowledge));
  if (!knowledge.off.has('readings')) {
    const others =
      token.script === 'hangul'
        ? hangulSpellings(token.text, romanOfHangul)
        : token.script === 'latin'
          ? pinyinOfWadeGiles(token.text)
          : [];
    for (const other of others) pushKey(keys, skeletonOf(other, knowledge));
    if (token.script === 'other')
      for (const other of otherSpellingsOfScript(token.text, latin)) pushKey(keys, skeletonOf(latinise(other), knowledge));
    // Scripts without vowels (Arabic, Hebrew), and foreign names in others: compared by consonants.
    if (latin.length > 2 && (token.script === 'other' || token.script === 'hangul'))
      for (const bare of consonantForms(token.text, latin, (spelling) => skeletonOf(spelling, knowledge))) pushKey(keys, `~${bare}`);
  }
  return { keys, ...informationOf(first, family, knowledge), number: nextWordNumber() };
}

/** Spellings that say the same sounds by letters which the skeleton takes for others. */
function otherSpellings(latin: string): readonly string[] {
  const others: string[] = [];
  // Jemal, Jamal: where it is no Slavic ye.
  if (latin.startsWith('je')) others.push(`ja${latin.slice(2)}`);
  // Brown, Braun; Howell keeps its w.
  if (/[ao]w(?![aeiouy])/.test(latin)) others.push(latin.replaceAll(/([ao])w(?![aeiouy])/g, '$1u'));
  if (latin.startsWith('mc')) others.push(`mac${latin.slice(2)}`);
  else if (/^mac[^aeiouyhk]/.test(latin)) others.push(`mc${latin.slice(3)}`);
  return others;
}

export function pushKey(keys: string[], key: string): void {
  if (key !== '' && keys.length < 14 && !keys.includes(key)) keys.push(key);
}

/** Weight (0.2 to 1) and bits (at most 18) of a word by how common it is in names of the family. Words that no table knows are rare; short ones less so. */
export function informationOf(
  key: string,
  family: NameFamily,
  knowledge: NameKnowledge,
): { readonly weight: number; readonly bits: number } {
  const perMillion = (family === 'person' ? knowledge.person : knowledge.organisation).get(key) ?? 2;
  const ceiling = key.length >= 6 ? 18 : SHORT_BITS[key.length]!;
  const bits = Math.max(2, Math.min(ceiling, Math.log2(1e6 / perMillion)));
  return { weight: Math.max(0.2, Math.min(1, bits / 14)), bits };
}

/** Bits that a word of so many letters can carry at most. */
const SHORT_BITS = [2, 4, 8, 11, 14, 16] as const;

/** The form for a man of a Slavic woman's surname, as skeletons: ivanova → ivanov, zaharskaia → zaharski. */
function masculineSurname(key: string): string | undefined {
  if (key.length < 6) return undefined;
  if (/(?:[oe]v|in)a$/.test(key)) return key.slice(0, -1);
  if (/skaia?$/.test(key)) return key.replace(/aia?$/, 'i');
  return undefined;
}
