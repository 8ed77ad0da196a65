import type { PhraseTrie } from './phrase-trie.ts';
import type { ReadNumber } from './written-number.ts';

const HAN_DIGITS: ReadonlyMap<number, number> = new Map(
  Object.entries({
    零: 0,
    〇: 0,
    一: 1,
    壹: 1,
    二: 2,
    两: 2,
    兩: 2,
    贰: 2,
    三: 3,
    叁: 3,
    四: 4,
    肆: 4,
    五: 5,
    伍: 5,
    六: 6,
    陆: 6,
    七: 7,
    柒: 7,
    八: 8,
    捌: 8,
    九: 9,
    玖: 9,
    十: 10,
    拾: 10,
    半: 0.5,
  }).map(([sign, value]): [number, number] => [sign.charCodeAt(0), value]),
);
const HAN_POWERS: ReadonlyMap<number, number> = new Map(
  Object.entries({ 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000, 万: 10_000, 萬: 10_000, 亿: 1e8, 億: 1e8 }).map(
    ([sign, value]): [number, number] => [sign.charCodeAt(0), value],
  ),
);
const POINT = new Set(['点'.charCodeAt(0), '點'.charCodeAt(0)]);
const MOST_HAN = 16;

/** 十二点五, 一百五十, 三千 at `at`, where a numeral stands; 千 that begins one of `units` (三至五千米) is left to it. Not a number for digits in a row. */
export function readHan(text: string, at: number, units?: PhraseTrie<unknown>): ReadNumber {
  let total = 0;
  let section = 0;
  let digit = -1;
  let fraction = '';
  let inFraction = false;
  let index = at;
  for (; index < text.length && index - at < MOST_HAN; index += 1) {
    const code = text.charCodeAt(index);
    const value = HAN_DIGITS.get(code);
    const power = HAN_POWERS.get(code);
    if (POINT.has(code) && index > at && !inFraction && HAN_DIGITS.has(text.charCodeAt(index + 1))) inFraction = true;
    else if (inFraction && value !== undefined && value < 10 && value !== 0.5) fraction += String(value);
    else if (inFraction) break;
    else if (power === 1000 && digit !== -1 && (units?.match(text, index) ?? null) !== null) break;
    else if (power !== undefined) {
      if (power >= 10_000) {
        total = (total + section + Math.max(digit, 0)) * power;
        section = 0;
      } else section += (digit === -1 ? 1 : digit) * power;
      digit = -1;
    } else if (value !== undefined) {
      // 二〇二四, 五五: digits in a row are years and names, no quantities
      if (digit !== -1)
        return { end: endOfHan(text, index), value: Number.NaN, withDecimalComma: Number.NaN, written: 'han', plain: false };
      digit = value;
    } else break;
  }
  const value = Number((total + section + Math.max(digit, 0) + Number(fraction === '' ? 0 : `0.${fraction}`)).toPrecision(12));
  return { end: index, value, withDecimalComma: value, written: 'han', plain: false };
}

function endOfHan(text: string, at: number): number {
  let end = at;
  while (HAN_DIGITS.has(text.charCodeAt(end)) || HAN_POWERS.has(text.charCodeAt(end))) end += 1;
  return end;
}

/** True for the Chinese numerals. */
export function isHanNumeral(code: number): boolean {
  return HAN_DIGITS.has(code);
}
