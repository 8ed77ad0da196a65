import { HANGUL_TABLE } from './hangul-table.ts';
import { romanOfHangul } from './hangul-romanisation.ts';

/** More syllables than this share a spelling only where it says nothing. */
const MOST = 3;

/** Hangul syllables that a Latin word may spell (jong, chong, jeong: 정, 종), of those that names in Han are read with; empty for what is no such syllable. */
export function hangulOfRoman(word: string): readonly string[] {
  return (syllables ??= inverse()).get(word) ?? [];
}

let syllables: ReadonlyMap<string, readonly string[]> | undefined;

function inverse(): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>();
  for (const line of HANGUL_TABLE.trim().split('\n')) {
    const syllable = line.charAt(0);
    for (const spelling of romanOfHangul(syllable)) {
      const known = table.get(spelling);
      if (known === undefined) table.set(spelling, [syllable]);
      else if (known.length < MOST) known.push(syllable);
    }
  }
  return table;
}
