import { romanOfHangul } from '../../text/readings/korean.ts';
import { splitPinyin } from '../../text/readings/split-pinyin.ts';
import { pinyinOfWadeGiles } from '../../text/readings/wade-giles.ts';
import { formsOfCyrillic } from './cyrillic-forms.ts';
import { hangulSpellings } from './hangul.ts';
import { latinise } from './latinise.ts';
import type { NameFamily } from './name-part.ts';
import { otherSpellingsOfScript } from './script-spellings.ts';
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
    if (family === 'person') spellings.push(...spellingsAbroad(latin));
    // Kovdorskiy zavod, Kovdor Plant; -ski and -sky end surnames too.
    const town = family === 'organisation' ? /^(.{4,})sk(?:iy|ij|aya|aia|oye|oe|oje|ogo)$/.exec(latin)?.[1] : undefined;
    if (town !== undefined) spellings.push(town);
  }
  return spellings;
}

/** What else a word may be spelled in Latin letters by how its script is read. */
export function otherReadings({ script, text }: NameToken, latin: string): readonly string[] {
  if (script === 'hangul') return hangulSpellings(text, romanOfHangul);
  if (script === 'latin') return pinyinOfWadeGiles(text);
  return script === 'other' ? otherSpellingsOfScript(text, latin).map(latinise) : [];
}

function cyrillicSpellings(text: string, latin: string, family: NameFamily): string[] {
  const spellings: string[] = [];
  // Named after Zelinsky: имени Зелинского.
  if (latin.endsWith('skogo')) spellings.push(`${latin.slice(0, -4)}kiy`);
  // Belarusian softens t and d: Пуцін, Дзіма.
  if (/ці|дзі/.test(text)) spellings.push(latinise(text.replaceAll('дзі', 'ді').replaceAll('ці', 'ті')));
  if (family === 'organisation') spellings.push(...formsOfCyrillic(text));
  return spellings;
}

/** What a machine that reads print takes for digits, both ways to read a 1: R0BERT, MCA1PINE. */
function misread(word: string): readonly string[] {
  if (!/\d/.test(word) || word.replaceAll(/\d/g, '').length < LEAST_LETTERS) return [];
  const letters = word.replaceAll(/[0568]/g, (digit) => READ_AS[digit] ?? digit);
  return /[^1a-z]/.test(letters) ? [] : [...new Set([letters.replaceAll('1', 'l'), letters.replaceAll('1', 'i')])];
}

const READ_AS: Readonly<Record<string, string>> = { 0: 'o', 5: 's', 6: 'g', 8: 'b' };

/** In words of fewer letters the digits are meant. */
const LEAST_LETTERS = 3;

/** What other languages make of sounds, in persons' names, where the skeleton hears another sound in the letters. In order, each on what the last gave too. */
const ABROAD: readonly (readonly [from: RegExp, to: string])[] = [
  // Uzbek, Azerbaijani, Somali: Xolmatov, Baxtiyor.
  [/x/g, 'h'],
  // French: Prigojine, Gueorgui, Choïgou.
  [/(?<=[^aeiouy]|gu|jh?)([iy])ne$/, '$1n'],
  [/gu(?=[eiy])/g, 'g'],
  [/ou(?=[aeiy])/g, 'w'],
  [/ch(?=.*(?:ou|w))|(?<=(?:ou|w).*)ch/g, 'sh'],
  // The emphatic z of Arabic: Dharif, Zarif.
  [/dh/g, 'z'],
  // Scandinavian and Dutch: Khrusjtsjov, Prigozjin, Khroesjtsjov.
  [/tsj/g, 'tch'],
  [/sj/g, 'sh'],
  [/zj/g, 'zh'],
  // South Slavic and Scandinavian: Medvedjev.
  [/(?<=[aeiou])dj(?=[aeiou])/g, 'd'],
  // Greek in Latin letters: Mpakas, Ntelis, Gkikas.
  [/^mp/, 'b'],
  [/^nt/, 'd'],
  [/^gk/, 'g'],
];

function spellingsAbroad(latin: string): readonly string[] {
  if (!/x|[iy]ne$|gu[eiy]|ou.*ch|ch.*ou|ou[aeiy]|[sz]j|dj|dh|^(?:mp|nt|gk)/.test(latin)) return [];
  // Chinese has an x of its own.
  if (latin.includes('x') && splitPinyin(latin).length > 0) return [];
  const spelled = ABROAD.reduce((word, [from, to]) => word.replace(from, to), latin);
  return spelled === latin ? [] : [spelled];
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
