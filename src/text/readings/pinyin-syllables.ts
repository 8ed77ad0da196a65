import { PINYIN_TABLE } from './pinyin-table.ts';

/** All toneless pinyin syllables that names are read with (about 400; ü as v), for parsing Latin tokens. */
export const PINYIN_SYLLABLES: ReadonlySet<string> = new Set(
  PINYIN_TABLE.trim()
    .split('\n')
    .map((line) => line.slice(0, line.indexOf(' '))),
);

/**
 * How a syllable is written in Latin names, the table's form first: v stands for ü, which passports write YU and others U
 * ('lv' → lv, lyu, lu; 'lve' → lve, lue, lyue). All other syllables have one spelling.
 */
export function pinyinSpellings(syllable: string): readonly string[] {
  return U_UMLAUT.get(syllable) ?? [syllable];
}

const U_UMLAUT: ReadonlyMap<string, readonly string[]> = new Map([
  ['lv', ['lv', 'lyu', 'lu']],
  ['nv', ['nv', 'nyu', 'nu']],
  ['lve', ['lve', 'lue', 'lyue']],
  ['nve', ['nve', 'nue', 'nyue']],
]);
