import { POSTAL_SURNAMES } from './postal-surnames.ts';
import { WADE_GILES_SPELLINGS } from './wade-giles-spellings.ts';

/**
 * Pinyin (ü as v, syllables joined) of a Wade–Giles token, likeliest first, at most 8; [] where it is none:
 * 'hsiao-ming' → ['xiaoming'], "ch'en" → ['chen'], 'tse-tung' → ['zedong', …], 'chang' → ['zhang', 'chang'] (apostrophes are
 * left out more often than not). Syllables may be joined or parted by hyphens. Postal spellings of surnames count (Soong → song).
 * Method: the Wade–Giles table as given by the Library of Congress' conversion tables, built from the rules.
 */
export function pinyinOfWadeGiles(token: string): readonly string[] {
  const plain = plainWadeGiles(token);
  if (plain === '' || plain.length > MOST_LETTERS) return NONE;
  const postal = POSTAL_SURNAMES.get(plain) ?? NONE;
  let readings: Readings = [NONE];
  for (const part of plain.split('-').filter((piece) => piece !== '')) {
    const found = readPart(part);
    if (found.length === 0) return postal;
    readings = likeliest(readings.flatMap((reading) => found.map((rest) => [...reading, ...rest])));
  }
  return [...new Set([...postal, ...readings.map((reading) => reading.join(''))])]
    .filter((reading) => reading !== '')
    .slice(0, MOST_READINGS);
}

/** Is it one syllable as Wade–Giles spells it? */
export function isWadeGiles(token: string): boolean {
  return token.length <= LONGEST_SPELLING && !isOfOtherScript(token.charCodeAt(0)) && WADE_GILES_SPELLINGS.has(plainWadeGiles(token));
}

/** A letter between Greek and the scripts of India and beyond, or of China, Japan or Korea: no mark that is taken off makes it a Latin one. */
function isOfOtherScript(unit: number): boolean {
  return (unit >= 0x370 && unit < 0x1e00) || (unit >= 0x2e80 && unit < 0xfb00);
}

/** Syllables, in each way to read them. */
type Readings = readonly (readonly string[])[];

const NONE: readonly string[] = [];
const MOST_READINGS = 8;
/** No name's part is longer: the time for a hostile token stays small. */
const MOST_LETTERS = 40;
/** "ch'uang" and "shuang": no spelling is longer. */
const LONGEST_SPELLING = 7;

const PLAIN = /^[a-z]+$/i;

/** Lower case, one kind of apostrophe and hyphen, ü kept, other marks dropped. */
function plainWadeGiles(token: string): string {
  if (PLAIN.test(token)) return token.toLowerCase();
  return token
    .toLowerCase()
    .normalize('NFD')
    .replace(/[’‘ʻʼ`´]/gu, "'")
    .replace(/[‐‑–\s]+/gu, '-')
    .replaceAll('u\u0308', 'ü')
    .replace(/\p{M}/gu, '');
}

/** A part without a hyphen: one syllable, or joined syllables; inside a join none begins with a vowel, where WG needs a hyphen. */
function readPart(letters: string): Readings {
  const alone = WADE_GILES_SPELLINGS.get(letters);
  if (alone !== undefined) return alone.map((syllable) => [syllable]);
  const from: Readings[] = [];
  from[letters.length] = [NONE];
  for (let start = letters.length - 1; start >= 0; start -= 1) {
    const found: (readonly string[])[] = [];
    if (start > 0 && /[aeiouêü']/u.test(letters.charAt(start))) continue;
    for (let end = Math.min(letters.length, start + LONGEST_SPELLING); end > start + 1; end -= 1) {
      const rests: Readings = from[end] ?? [];
      // What stands behind is no syllables: so it is with most words.
      if (rests.length === 0) continue;
      for (const syllable of WADE_GILES_SPELLINGS.get(letters.slice(start, end)) ?? NONE)
        for (const rest of rests) found.push([syllable, ...rest]);
    }
    from[start] = likeliest(found);
  }
  return from[0] ?? [];
}

function likeliest(readings: Readings): Readings {
  return readings.length < 2 ? readings : readings.toSorted((a, b) => a.length - b.length).slice(0, MOST_READINGS);
}
