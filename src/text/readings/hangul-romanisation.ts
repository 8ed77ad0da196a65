import { KOREAN_SPELLINGS } from './korean-spellings.ts';

/**
 * Romanisations of a Hangul syllable in names, most usual first, at most 10: North Korean and McCune–Reischauer usage, the
 * South's revised romanisation and family usage (정 → jong, jeong, chong, chung, jung; 은 → un, eun). Empty for anything else.
 */
export function romanOfHangul(char: string): readonly string[] {
  const index = char.charCodeAt(0) - FIRST_SYLLABLE;
  if (char.length !== 1 || !(index >= 0 && index < SYLLABLES)) return [];
  return [...new Set([...(KOREAN_SPELLINGS.get(char) ?? []), ...byParts(index)])].slice(0, MOST_SPELLINGS);
}

const MOST_SPELLINGS = 10;
// The Unicode Standard §3.12: syllables are ordered by initial, vowel and final
const FIRST_SYLLABLE = 0xac00;
const SYLLABLES = 11_172;
const FINALS_PER_VOWEL = 28;
const VOWELS_PER_INITIAL = 21;

/** Spellings by parts, the fewer unusual letters the earlier. */
function byParts(index: number): readonly string[] {
  const initials = INITIALS[Math.floor(index / (FINALS_PER_VOWEL * VOWELS_PER_INITIAL))] ?? NOTHING;
  const vowels = VOWELS[Math.floor(index / FINALS_PER_VOWEL) % VOWELS_PER_INITIAL] ?? NOTHING;
  const finals = FINALS[index % FINALS_PER_VOWEL] ?? NOTHING;
  return initials
    .flatMap((initial, i) =>
      vowels.flatMap((vowel, v) => finals.map((final, f) => ({ spelling: initial + vowel + final, others: i + v + 2 * f }))),
    )
    .toSorted((a, b) => a.others - b.others)
    .map(({ spelling }) => spelling);
}

const NOTHING: readonly string[] = [''];

const INITIALS = spellings('k,g|kk,gg|n|t,d|tt,dd|r,l,n|m|p,b|pp,bb|s|ss,s||j,ch|jj,tch|ch|k,kh|t,th|p,ph|h');
const VOWELS = spellings('a|ae,ai|ya|yae|o,eo,u|e|yo,yeo,you,yu|ye|o|wa|wae|oe,oi|yo|u,oo|wo,weo|we|wi|yu,yoo|u,eu|ui,eui,i|i,ee');
const FINALS = spellings('|k|k|k|n|n|n|t|l|k|m|l|l|l|p|l|m|p|p|t|t|ng|t|t|k|t|p|t');

function spellings(table: string): readonly (readonly string[])[] {
  return table.split('|').map((entry) => entry.split(','));
}
