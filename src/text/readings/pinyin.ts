import { PINYIN_TABLE } from './pinyin-table.ts';
import { rankedTable, type ReadingsOf } from './ranked-table.ts';

export { PINYIN_SYLLABLES, pinyinSpellings } from './pinyin-syllables.ts';
export { splitPinyin } from './split-pinyin.ts';

/**
 * Toneless pinyin syllables of one Han character (simplified or traditional; ü as v: 吕 → lv), most usual first; empty for
 * anything else. Which reading a name has is not known from the character alone (乐 le or yue), so all of them count.
 */
export const pinyinOf: ReadingsOf = rankedTable(PINYIN_TABLE);
