import type { PreparedText } from '../../prepared-text.ts';
import { inCommon, type Common } from './agreement.ts';

/** Words are known by so many letters: тепловизор and тепловизионный are of one thing. */
const BEGINNING = 6;

/** What tells less stands in notices of any kind; of a pair of Han characters half as much. */
const RARE = 0.7;

/** The rare words of a text by their beginnings, in any order, with what each tells. */
function rareWords({ tokens, unitsOf, units, weights }: PreparedText): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (let n = 0; n < tokens.length; n += 1) {
    if (weights[n] === 0) continue;
    for (const unit of unitsOf[n]!) {
      const beginning = tokens[n]!.kind === 'word' ? unit.slice(0, BEGINNING) : unit;
      words.set(beginning, Math.min(words.get(beginning) ?? 1, units.get(unit)!));
    }
  }
  for (const [word, told] of words) if (told < (isHanPair(word) ? RARE / 2 : RARE)) words.delete(word);
  return words;
}

/** The rare words of two texts, by what they tell. */
export function rareWordsInCommon(a: PreparedText, b: PreparedText): Common {
  return inCommon(rareWords(a), rareWords(b));
}

export function isHanPair(unit: string): boolean {
  const code = unit.charCodeAt(0);
  return unit.length === 2 && code >= 0x3400 && code < 0xa000;
}
