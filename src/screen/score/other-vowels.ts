import { isVowel } from '../name/sound-codes.ts';
import { sameConsonants } from './key-similarity.ts';

/**
 * Do two skeletons have the same consonants, three at least, both or neither a vowel before them, and behind them none or much the same one? Zaher and Zahar do, Bruno and
 * Briana do not.
 */
export function haveOtherVowels(a: string, b: string): boolean {
  return isVowel(a.charCodeAt(0)) === isVowel(b.charCodeAt(0)) && endsOf(a) === endsOf(b) && sameConsonants(a, b);
}

/** The vowel at the end of a word, e as i; empty for a consonant. */
function endsOf(key: string): string {
  const last = key.charAt(key.length - 1);
  return isVowel(last.charCodeAt(0)) ? last.replace('e', 'i') : '';
}
