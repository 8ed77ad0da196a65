import { romanOfHangul } from '../../text/readings/korean.ts';
import { pinyinOfPalladius } from '../../text/readings/palladius.ts';
import { vietnameseOfCyrillic } from '../../text/readings/vietnamese-of-cyrillic.ts';
import { pinyinOfWadeGiles } from '../../text/readings/wade-giles.ts';
import { belarusianAsRussian } from './belarusian.ts';
import { formsOfCyrillic } from './cyrillic-forms.ts';
import { englishSpellings } from './english-in-cyrillic.ts';
import { hangulSpellings } from './hangul.ts';
import { latinise } from './latinise.ts';
import { misread } from './misread.ts';
import type { NameFamily } from './name-part.ts';
import { otherSpellingsOfScript } from './script-spellings.ts';
import { spellingsAbroad } from './spelled-abroad.ts';
import type { NameToken } from './tokens.ts';

/**
 * What else a word may be spelled in Latin letters, besides `latin`, by how its language inflects or writes it. `isGiven`: it is a given name, of which the
 * forms are known.
 */
export function otherSpellings(token: NameToken, latin: string, family: NameFamily, isGiven: boolean): readonly string[] {
  const spellings = token.script === 'cyrillic' ? cyrillicSpellings(token.text, latin, family) : [];
  // Fyodor, Fedor; Solovyov, Solovev; not Mario.
  if (latin.length > 4 && /[yij]o./.test(latin.slice(1))) spellings.push(latin.charAt(0) + latin.slice(1).replaceAll(/[yij]o(?=.)/g, 'e'));
  if (token.script === 'latin') {
    // Azerbaijani ə is an a elsewhere: Əliyev, Aliyev.
    if (token.text.includes('ə')) spellings.push(latinise(token.text.replaceAll('ə', 'a')));
    spellings.push(...latinSpellings(latin, isGiven), ...misread(latin));
    if (family === 'person') spellings.push(...spellingsAbroad(latin), ...withoutLastH(latin));
    // Kovdorskiy zavod, Kovdor Plant; -ski and -sky end surnames too.
    const town = family === 'organisation' ? /^(.{4,})sk(?:iy|ij|aya|aia|oye|oe|oje|ogo)$/.exec(latin)?.[1] : undefined;
    if (town !== undefined) spellings.push(town);
  }
  return spellings;
}

/** What else a word may be spelled in Latin letters by how its script is read, or its language in another's letters: Цзиньпин, Jinping. */
export function otherReadings({ script, text }: NameToken, latin: string, family: NameFamily, isGiven: boolean): readonly string[] {
  if (script === 'hangul') return hangulSpellings(text, romanOfHangul);
  if (script === 'latin') return pinyinOfWadeGiles(text);
  if (script === 'cyrillic') {
    const otherwise = (isGiven && text.length > LONGEST_SURNAME) || (family !== 'person' && text.length < LEAST_CHINESE);
    return [...(otherwise ? [] : pinyinOfPalladius(text)), ...(family === 'person' ? vietnameseOfCyrillic(text) : [])];
  }
  return script === 'other' ? otherSpellingsOfScript(text, latin).map(latinise) : [];
}

/** Letters of one Chinese syllable at most: a longer word that is a given name of others is that. */
const LONGEST_SURNAME = 4;
/** Letters of a Chinese word in an organisation's name: shorter ones are other words. */
const LEAST_CHINESE = 5;

function cyrillicSpellings(text: string, latin: string, family: NameFamily): string[] {
  const spellings: string[] = [];
  // Named after Zelinsky: имени Зелинского.
  if (latin.endsWith('skogo')) spellings.push(`${latin.slice(0, -4)}kiy`);
  const russian = belarusianAsRussian(text);
  if (russian !== undefined) spellings.push(latinise(russian));
  if (family === 'organisation') spellings.push(...formsOfCyrillic(text), ...englishSpellings(text));
  else if (family === 'person' && JAPANESE.test(text))
    spellings.push(latinise(JAPANESE_SOUNDS.reduce((word, [from, to]) => word.replaceAll(from, to), text)));
  return spellings;
}

/** Made of syllables that Japanese has, and of one that Russian spells otherwise than Latin does: Исихара, Дзиро. */
const JAPANESE = /^(?=.*(?:дз|[ст][иеюя]))(?:(?:дз|[бгдкмнпрстхц])?[аеиоуэюя]й?|н|ъ)+$/;

/** Polivanov's system, where it parts from Hepburn's. What is left is spelled as other Cyrillic is. */
const JAPANESE_SOUNDS: readonly (readonly [from: string, to: string])[] = [
  ['дзи', 'джи'],
  ['дзю', 'джу'],
  ['дзе', 'джо'],
  ['дзя', 'джа'],
  ['си', 'ши'],
  ['се', 'шо'],
  ['сю', 'шу'],
  ['ся', 'ша'],
  ['ти', 'чи'],
  ['те', 'чо'],
  ['тю', 'чу'],
  ['тя', 'ча'],
];

/** The Arabic ending of many names, which few spell alike: Haniyeh, Haniya; Zadeh, Zada. */
function withoutLastH(latin: string): readonly string[] {
  const [ending = ''] = /(?:iy{0,2}|y{1,2})?[ae]h$/.exec(latin) ?? [];
  if (ending === '' || latin.length - ending.length < 3) return [];
  return [latin.slice(0, -ending.length) + (ending.length > 2 ? 'iya' : 'a')];
}

function latinSpellings(latin: string, isGiven: boolean): readonly string[] {
  const spellings: string[] = [];
  if (latin.length > 3 && !isGiven) {
    // Jemal, Jamal: where it is no Slavic ye.
    if (latin.startsWith('je')) spellings.push(`ja${latin.slice(2)}`);
    // Brown, Braun; Howell keeps its w.
    if (/[ao]w(?![aeiouy])/.test(latin)) spellings.push(latin.replaceAll(/([ao])w(?![aeiouy])/g, '$1u'));
    if (latin.startsWith('mc')) spellings.push(`mac${latin.slice(2)}`);
    else if (/^mac[^aeiouyhk]/.test(latin)) spellings.push(`mc${latin.slice(3)}`);
  }
  // Mueller, Müller.
  if (latin.length > 4 && /[aou]e/.test(latin)) spellings.push(latin.replaceAll(/([aou])e/g, '$1'));
  return spellings;
}
