import { hongKongSpellings } from './hong-kong-spelling.ts';
import { JYUTPING_TABLE } from './jyutping-table.ts';
import { rankedTable } from './ranked-table.ts';
import { simplifiedOf } from './simplified-of.ts';
import { SOUTHERN_SPELLINGS } from './southern-spellings.ts';

/**
 * Usual Hong Kong and overseas romanisations of a Han character in names, most usual first, at most 8: 陈 → chan, tan …,
 * 李 → lee, li …, 志 → chi …. Surnames also as Hokkien, Teochew and Hakka families write them (Tan, Lim, Ong, Goh).
 * Empty for what is not one Han character.
 */
export function cantoneseOf(char: string): readonly string[] {
  let spellings = known.get(char);
  if (spellings === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(char, (spellings = workOut(char)));
  }
  return spellings;
}

/** Characters that came before: a few thousand are in use. */
const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 10_000;

function workOut(char: string): readonly string[] {
  const usual = SOUTHERN_SPELLINGS.get(simplifiedOf(char)) ?? NONE;
  const byRule = jyutpingOf(char).flatMap((syllable, rank) => hongKongSpellings(syllable).slice(0, rank === 0 ? 4 : 2));
  return [...new Set([...usual, ...byRule])].slice(0, MOST_SPELLINGS);
}

/** Cantonese syllables of a Han character in Jyutping without tones (陈 → can), most usual first. */
const jyutpingOf = rankedTable(JYUTPING_TABLE);

const NONE: readonly string[] = [];
const MOST_SPELLINGS = 8;
