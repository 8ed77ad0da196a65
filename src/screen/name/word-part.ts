import { hangulOfRoman } from '../../text/readings/hangul-of-roman.ts';
import { romanOfHangul } from '../../text/readings/korean.ts';
import { pinyinOfWadeGiles } from '../../text/readings/wade-giles.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { hangulSpellings } from './hangul.ts';
import { latinise } from './latinise.ts';
import type { NameFamily, NamePart } from './name-part.ts';
import { skeleton } from './skeleton.ts';
import { consonants } from './sound-codes.ts';
import type { NameToken } from './tokens.ts';

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
  const { keys, weight, bits } = remembered(token, latin, family, knowledge);
  return {
    kind: 'word',
    text,
    start: token.start,
    end: token.end,
    keys: acronym ? [...keys, `^${latin}`] : keys,
    weight: weight * factor,
    bits: bits * factor,
    by: token.script === 'latin' || token.script === 'cyrillic' ? 'spelling' : 'reading',
    ...(token.script === 'latin' && { latin }),
    group: 0,
  };
}

interface KnownWord {
  readonly keys: readonly string[];
  readonly weight: number;
  readonly bits: number;
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
    for (const given of knowledge.givenNames.get(first) ?? []) pushKey(keys, given);
    // Romanisations of Korean: Jong, Chong, Jeong; Pak, Park.
    if (token.script === 'latin' && latin.length < 7 && !knowledge.off.has('readings'))
      for (const syllable of hangulOfRoman(latin)) pushKey(keys, `@${syllable}`);
  }
  // Named after Zelinsky: имени Зелинского.
  if (token.script === 'cyrillic' && latin.endsWith('skogo')) pushKey(keys, skeletonOf(`${latin.slice(0, -4)}kiy`, knowledge));
  // Fyodor, Fedor; Solovyov, Solovev.
  if (latin.length > 4 && /[yij]o/.test(latin.slice(1)))
    pushKey(keys, skeletonOf(latin.charAt(0) + latin.slice(1).replaceAll(/[yij]o/g, 'e'), knowledge));
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
    // Scripts without vowels (Arabic, Hebrew): compared by consonants.
    if (token.script === 'other' && latin.length > 2 && VOWELLESS.test(token.text))
      for (const bare of bareForms(first)) pushKey(keys, `~${bare}`);
  }
  return { keys, ...informationOf(first, family, knowledge) };
}

export function pushKey(keys: string[], key: string): void {
  if (key !== '' && keys.length < 10 && !keys.includes(key)) keys.push(key);
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

/** Consonants of a word in a script without vowels: the letter for w may stand for u or o, a last h for a. */
function bareForms(key: string): readonly string[] {
  const whole = consonants(key);
  const forms = [
    whole,
    consonants(key.replaceAll('v', '')),
    whole.replace(/h$/, ''),
    consonants(key.replaceAll('v', '')).replace(/h$/, ''),
  ];
  return [...new Set(forms)].filter((form) => form.length > 1);
}

/** The form for a man of a Slavic woman's surname, as skeletons: ivanova → ivanov, zaharskaia → zaharski. */
function masculineSurname(key: string): string | undefined {
  if (key.length < 6) return undefined;
  if (/(?:[oe]v|in)a$/.test(key)) return key.slice(0, -1);
  if (/skaia?$/.test(key)) return key.replace(/aia?$/, 'i');
  return undefined;
}

const VOWELLESS = /^[\u0590-\u05ff\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]+$/;
