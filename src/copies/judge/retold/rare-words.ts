import type { PreparedText } from '../../prepared-text.ts';

/** Words are known by so many letters: тепловизор and тепловизионный are of one thing. */
const BEGINNING = 6;

/** What tells less stands in notices of any kind; of a pair of Han characters half as much. */
const RARE = 0.7;

/** A text of fewer rare words says too little for a share. */
const LEAST = 2;

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

/** Share of the rare words of the text that has fewer of them that the other has too, by what they tell. */
export function rareWordsShared(a: PreparedText, b: PreparedText): number {
  const [ofA, ofB] = [rareWords(a), rareWords(b)];
  let shared = 0;
  for (const [word, told] of ofA) if (ofB.has(word)) shared += told;
  return shared / Math.max(LEAST, Math.min(toldBy(ofA), toldBy(ofB)));
}

function toldBy(words: ReadonlyMap<string, number>): number {
  let told = 0;
  for (const one of words.values()) told += one;
  return told;
}

export function isHanPair(unit: string): boolean {
  const code = unit.charCodeAt(0);
  return unit.length === 2 && code >= 0x3400 && code < 0xa000;
}
