import { hangulOfRoman } from '../../text/readings/hangul-of-roman.ts';
import type { NameKnowledge } from '../knowledge.ts';
import type { NameToken } from './tokens.ts';

/** What else the word with this key may be in a person's name: a man's surname, a given name in other forms, a Korean syllable. */
export function personKeys(key: string, { script }: NameToken, latin: string, knowledge: NameKnowledge): readonly string[] {
  const keys: string[] = [];
  // Valentina is no surname of Valentin's wife.
  const masculine = knowledge.givenNames.has(key) ? undefined : masculineSurname(key);
  if (masculine !== undefined) keys.push(masculine);
  // The Baltic nominative: Putinas, Ivanovs.
  if (script === 'latin' && /..(?:[oe]v|in)a?s$/.test(key)) keys.push(key.replace(/a?s$/, ''));
  keys.push(...(knowledge.givenNames.get(key) ?? []));
  // Romanisations of Korean: Jong, Chong, Jeong; Pak, Park.
  if (script === 'latin' && latin.length < 7 && !knowledge.off.has('readings'))
    keys.push(...hangulOfRoman(latin).map((syllable) => `@${syllable}`));
  return keys;
}

/** The form for a man of a Slavic woman's surname, as skeletons: ivanova → ivanov, zaharskaia → zaharski. */
function masculineSurname(key: string): string | undefined {
  if (key.length < 6) return undefined;
  if (/(?:[oe]v|in)a$/.test(key)) return key.slice(0, -1);
  if (/skaia?$/.test(key)) return key.replace(/aia?$/, 'i');
  return undefined;
}
