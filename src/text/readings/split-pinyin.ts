import { PINYIN_SYLLABLES, pinyinSpellings } from './pinyin-syllables.ts';

/**
 * Splits a Latin token into pinyin syllables, the likeliest split first, at most 8; [] where it is none:
 * 'xiaoming' → [['xiao', 'ming'], ['xi', 'ao', 'ming']]. Apostrophes, hyphens and blanks end a syllable; tone marks are
 * ignored; ü may be written ü, v or yu, and üe as ue ('lyu' → lv, 'lue' → lve), and is returned as v.
 */
export function splitPinyin(token: string): readonly (readonly string[])[] {
  const plain = PLAIN.test(token) ? token : token.toLowerCase().normalize('NFD').replaceAll('u\u0308', 'v').replace(/\p{M}/gu, '');
  let splits: readonly (readonly string[])[] = [[]];
  for (const part of plain.split(/['’ʼ`\s-]+/u).filter((piece) => piece !== '')) {
    const ends = splitLetters(part);
    splits = likeliest(splits.flatMap((split) => ends.map((end) => [...split, ...end])));
    if (splits.length === 0) return [];
  }
  return splits[0]?.length === 0 ? [] : splits;
}

const PLAIN = /^[a-z]+$/;
const MOST_SPLITS = 8;
/** No name's part is longer: the time for a hostile token stays small. */
const MOST_LETTERS = 40;
const LONGEST_SYLLABLE = 6;

/** Splits of each end of the letters, from the last: time is linear in the letters. */
function splitLetters(letters: string): readonly (readonly string[])[] {
  if (letters.length > MOST_LETTERS) return [];
  const from: (readonly (readonly string[])[])[] = [];
  from[letters.length] = [[]];
  for (let start = letters.length - 1; start >= 0; start -= 1) {
    const found: (readonly string[])[] = [];
    for (let end = Math.min(letters.length, start + LONGEST_SYLLABLE); end > start; end -= 1) {
      const rests = from[end] ?? [];
      // What stands behind is no syllables: so it is with most words.
      if (rests.length === 0) continue;
      const syllable = SYLLABLE_OF_SPELLING.get(letters.slice(start, end));
      if (syllable === undefined) continue;
      for (const rest of rests) found.push([syllable, ...rest]);
    }
    from[start] = likeliest(found);
  }
  return from[0] ?? [];
}

/** Fewest syllables first; then fewest that begin with a vowel inside the token, where an apostrophe would stand. */
function likeliest(splits: readonly (readonly string[])[]): readonly (readonly string[])[] {
  if (splits.length < 2) return splits;
  return splits.toSorted((a, b) => a.length - b.length || vowelStarts(a) - vowelStarts(b)).slice(0, MOST_SPLITS);
}

function vowelStarts(split: readonly string[]): number {
  return split.filter((syllable, index) => index > 0 && /^[aeo]/u.test(syllable)).length;
}

/** 'lu' and 'nu' are syllables of their own and stay so; 'lyu', 'lue', 'nyu', 'nue' can only mean ü. */
const SYLLABLE_OF_SPELLING: ReadonlyMap<string, string> = new Map(
  [...PINYIN_SYLLABLES].flatMap((syllable) =>
    pinyinSpellings(syllable)
      .filter((spelling) => spelling === syllable || !PINYIN_SYLLABLES.has(spelling))
      .map((spelling) => [spelling, syllable] as const),
  ),
);
