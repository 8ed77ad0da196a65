import { hangulOfCyrillic } from '../../text/readings/hangul-of-cyrillic.ts';
import { hangulOfRoman } from '../../text/readings/hangul-of-roman.ts';
import { splitPinyin } from '../../text/readings/split-pinyin.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { WITHOUT_VOWELS } from './as-written.ts';
import type { NameToken } from './tokens.ts';

/** What else the word with this key may be in a person's name: a man's surname, a given name in other forms, a Korean syllable. */
export function personKeys(key: string, { script, text }: NameToken, latin: string, knowledge: NameKnowledge): readonly string[] {
  const keys: string[] = [];
  // Valentina is no surname of Valentin's wife.
  const masculine = knowledge.givenNames.has(key) ? undefined : masculineSurname(key);
  if (masculine !== undefined) keys.push(masculine);
  // The Baltic nominative: Putinas, Ivanovs.
  if (script === 'latin' && /..(?:[oe]v|in)a?s$/.test(key)) keys.push(key.replace(/a?s$/, ''));
  if (!WITHOUT_VOWELS.test(text)) keys.push(...(knowledge.givenNames.get(key) ?? []));
  // Romanisations of Korean: Jong, Chong, Jeong; Pak, Park.
  if (script === 'latin' && latin.length < 7 && !knowledge.off.has('readings'))
    keys.push(...hangulOfRoman(latin).map((syllable) => `@${syllable}`));
  // Чен Ын.
  if (script === 'cyrillic' && !knowledge.off.has('readings')) keys.push(...hangulOfCyrillic(text).map((syllable) => `@${syllable}`));
  const chinese = script === 'latin' && !knowledge.off.has('readings') && !knowledge.givenNames.has(key) ? givenInPinyin(latin) : undefined;
  if (chinese !== undefined) keys.push(chinese);
  return keys;
}

/** Key of a given name of two syllables in pinyin, under which other romanisations of it are found; undefined for what is none. */
function givenInPinyin(latin: string): string | undefined {
  if (latin.length < LEAST_PINYIN || latin.length > MOST_PINYIN) return undefined;
  return splitPinyin(latin).some(({ length }) => length === 2) ? pinyinKey(latin) : undefined;
}

export function pinyinKey(syllables: string): string {
  return `@+${syllables}`;
}

const LEAST_PINYIN = 4;
const MOST_PINYIN = 12;

/** The form for a man of a Slavic woman's surname, as skeletons: ivanova → ivanov, zaharskaia → zaharski. */
function masculineSurname(key: string): string | undefined {
  if (key.length < 6) return undefined;
  if (/(?:[oe]v|in)a$/.test(key)) return key.slice(0, -1);
  if (/skaia?$/.test(key)) return key.replace(/aia?$/, 'i');
  return undefined;
}
