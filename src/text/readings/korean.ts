import { HANGUL_TABLE } from './hangul-table.ts';
import { romanOfHangul } from './hangul-romanisation.ts';
import { rankedTable } from './ranked-table.ts';
import { simplifiedOf } from './simplified-of.ts';

export { romanOfHangul } from './hangul-romanisation.ts';

/**
 * Usual romanisations of the Sino-Korean reading of a Han character in names, most usual first, at most 10: 金 → kim, gim;
 * 正 → jong, jeong, chong …; 李 → ri, lee, yi …. Simplified characters are read as their traditional ones. Empty for what is not
 * one Han character, or has no Korean reading.
 */
export function koreanOf(char: string): readonly string[] {
  const own = hangulOf(char);
  const usual = USUAL_READINGS.get(char) ?? USUAL_READINGS.get(simplifiedOf(char));
  const syllables = usual === undefined ? own : [usual, ...own];
  return [...new Set(syllables.flatMap((syllable, rank) => romanOfHangul(syllable).slice(0, rank === 0 ? 7 : 3)))].slice(0, MOST_SPELLINGS);
}

/** Hangul syllables of a Han character (李 → 리, 이). */
const hangulOf = rankedTable(HANGUL_TABLE);

const MOST_SPELLINGS = 10;

/** Readings in names where the dictionaries' first one is another (simplified or traditional). */
const USUAL_READINGS: ReadonlyMap<string, string> = new Map(
  '金김 车차 車차 沈심 省성 洞동 复복 宅택 乐락 乐낙 北북 更경 行행 降강 恶악 见견 茶차 乾건 什십 殷은 易역 画화 度도 率률 数수 参삼 宿숙 识식 则칙 推추 暴폭 塞색 索색 贾가 泽택 丰풍 丽려 复복 杰걸 钟종 万만 亿억 云운 于우 范범 系계 台태 志지 只지 后후 松송 征징'
    .split(' ')
    .map((entry) => [entry.charAt(0), entry.charAt(1)] as const),
);
