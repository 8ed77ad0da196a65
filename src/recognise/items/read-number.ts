import { readDigits } from '../parameters/read-digits.ts';
import { readHan } from '../parameters/read-han.ts';

/** A number as notices write it: `1 200 000,50`, `1,200,000.00`, `1.5`. */
export const NUMBER = String.raw`\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,4}(?:[.,]\d{1,4})?(?!\d)|\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?(?!\d)|\d{1,12}(?:[.,]\d{1,6})?`;

/**
 * A small number in Chinese characters, plain or as banks write them: 三, 十二, 二十, 两, 贰拾. 陆 alone is land (登陆艇 is no six boats), 伍 behind 队 and 退 no number.
 */
export const HAN_NUMBER = '(?:[一二两三四五六七八九十百千]|[壹贰叁肆柒捌玖拾佰仟]|(?<![队退入])伍|陆(?=[拾佰仟])|(?<=[拾佰仟])陆){1,6}';

/** What such a number may begin with. */
export const HAN_NUMERALS = '一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟';

/** Value of what {@link NUMBER} or {@link HAN_NUMBER} matched, or null where it is none: `0 242`, 三五. */
export function readNumber(written: string): number | null {
  const read = /\d/.test(written) ? readDigits(written, 0) : readHan(written, 0);
  return read === null || Number.isNaN(read.value) ? null : read.value;
}
