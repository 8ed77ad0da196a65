/** A number as notices write it: `1 200 000,50`, `1,200,000.00`, `1.5`. */
export const NUMBER = String.raw`\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,4}(?:[.,]\d{1,4})?(?!\d)|\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?(?!\d)|\d{1,12}(?:[.,]\d{1,6})?`;

/** A small number in Chinese characters: 三, 十二, 二十, 两. */
export const HAN_NUMBER = '[一二两三四五六七八九十百千]{1,5}';

/** Value of what {@link NUMBER} or {@link HAN_NUMBER} matched, or null where it is none. */
export function readNumber(written: string): number | null {
  if (!/\d/.test(written)) return readHan(written);
  const plain = written.replaceAll(/[ \u00a0\u202f]/g, '');
  const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain.replace(',', '.');
  const value = Number(grouped);
  return Number.isFinite(value) ? value : null;
}

const DIGITS = '零一二三四五六七八九';
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

function readHan(written: string): number | null {
  let total = 0;
  let digit = 0;
  for (const char of written) {
    const ten = TENS[char];
    if (ten !== undefined) {
      total += (digit || 1) * ten;
      digit = 0;
    } else digit = char === '两' ? 2 : DIGITS.indexOf(char);
  }
  return total + digit > 0 ? total + digit : null;
}
