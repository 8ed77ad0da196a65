import { PINYIN_SYLLABLES } from './pinyin-syllables.ts';
import { wadeGilesOf } from './wade-giles-syllable.ts';

const NONE: readonly string[] = [];

/** Spellings whose commonest surname is the one with the apostrophe: 陳 Chen, 蔡 Tsai, 曹 Tsao, 唐 Tang, 潘 Pan. */
const ASPIRATED_SURNAMES: readonly (readonly [string, string])[] = [
  ['chen', 'chen'],
  ['tsai', 'cai'],
  ['tsao', 'cao'],
  ['tsui', 'cui'],
  ['tsen', 'cen'],
  ['tang', 'tang'],
  ['tao', 'tao'],
  ['tan', 'tan'],
  ['tien', 'tian'],
  ['pan', 'pan'],
  ['peng', 'peng'],
  ['chin', 'jin'],
  ['yu', 'yu'],
];

/** Wade–Giles spelling → pinyin syllables: exact where it has its marks, all that it may mean where they are left out. */
export const WADE_GILES_SPELLINGS: ReadonlyMap<string, readonly string[]> = spellings();

function spellings(): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, readonly string[]>();
  const add = (spelling: string, syllable: string): void => {
    const known = table.get(spelling) ?? NONE;
    if (!known.includes(syllable)) table.set(spelling, [...known, syllable]);
  };
  const all = [...PINYIN_SYLLABLES].flatMap((syllable) => wadeGilesOf(syllable).map((spelling) => ({ syllable, spelling })));
  for (const { syllable, spelling } of all) add(spelling, syllable);
  for (const { syllable, spelling } of all) add(spelling.replaceAll("'", ''), syllable);
  for (const { syllable, spelling } of all) add(spelling.replaceAll('ü', 'u'), syllable);
  for (const { syllable, spelling } of all) add(spelling.replaceAll("'", '').replaceAll('ü', 'u'), syllable);
  for (const [spelling, likely] of ASPIRATED_SURNAMES) table.set(spelling, [...new Set([likely, ...(table.get(spelling) ?? NONE)])]);
  return table;
}
