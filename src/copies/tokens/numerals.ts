import { foldText } from '../../text/fold.ts';

const HAN_DIGITS = '零一二三四五六七八九';
const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** Value of a small number as lots and phases are counted: 3, 三, 十二, iv, first letters a–h as 1–8; the text itself where it is none of these. */
export function ordinalKey(written: string): string {
  const text = written.replaceAll('〇', '零').replaceAll('两', '二');
  if (/^\d+$/.test(text)) return String(Number(text));
  if (/^[零一二三四五六七八九十]+$/.test(text)) return String(hanValue(text));
  if (/^[ivx]+$/.test(text)) return String(romanValue(text));
  if (/^[a-h]$/.test(text)) return String(text.charCodeAt(0) - 0x60);
  return text;
}

const HAN_POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Value of a number in Chinese words up to 千万: 四万 is 40000, 一万二千 is 12000, 十二 is 12. */
export function hanNumber(written: string): number {
  let [all, part, digit] = [0, 0, 0];
  for (const sign of written.replaceAll('两', '二')) {
    const power = HAN_POWERS[sign];
    if (sign === '万') {
      all += (part + digit) * 10_000;
      [part, digit] = [0, 0];
    } else if (power !== undefined) {
      part += (digit === 0 ? 1 : digit) * power;
      digit = 0;
    } else digit = HAN_DIGITS.indexOf(sign);
  }
  return all + part + digit;
}

function hanValue(text: string): number {
  const ten = text.indexOf('十');
  if (ten === -1) return Number([...text].map((digit) => HAN_DIGITS.indexOf(digit)).join(''));
  const tens = ten === 0 ? 1 : HAN_DIGITS.indexOf(text.charAt(ten - 1));
  const ones = ten + 1 < text.length ? HAN_DIGITS.indexOf(text.charAt(ten + 1)) : 0;
  return tens * 10 + ones;
}

function romanValue(text: string): number {
  let value = 0;
  for (let at = 0; at < text.length; at += 1) {
    const [here, next] = [ROMAN[text.charAt(at)] ?? 0, ROMAN[text.charAt(at + 1)] ?? 0];
    value += here < next ? -here : here;
  }
  return value;
}

/** Value of a figure before a word such as million: what one sign parts from three digits is a fraction there (9.858 million, 2,896 млн), unless it is a comma in English or Chinese. */
export function scaledFigureKey(written: string, factor: string): string {
  const [, whole, sign, rest] = /^(\d{1,3})([.,])(\d{3})$/.exec(written) ?? [];
  const isFraction = sign === '.' || (sign === ',' && !/^[a-z\p{Script=Han}]/u.test(factor));
  return whole !== undefined && isFraction ? plain(`${whole}.${rest}`) : figureKey(written);
}

/** A written number as plain digits: `1 234,50`, `1,234.50` and `1234.5` are one. */
export function figureKey(written: string): string {
  const compact = written.replaceAll(/[\s\u00a0']/g, '');
  const last = Math.max(compact.lastIndexOf('.'), compact.lastIndexOf(','));
  const behind = last === -1 ? 0 : compact.length - last - 1;
  const isGrouped = behind === 3 && /^\d{1,3}(?:[.,]\d{3})+$/.test(compact);
  if (last === -1 || isGrouped) return plain(compact.replaceAll(/[.,]/g, ''));
  return plain(`${compact.slice(0, last).replaceAll(/[.,]/g, '')}.${compact.slice(last + 1)}`);
}

function plain(digits: string): string {
  const value = Number(digits);
  return Number.isFinite(value) && digits.length <= 15 ? String(value) : digits;
}

/** Cardinals in words from two to twenty and tens: Russian, Ukrainian, English, each with the forms that texts count goods in. */
const CARDINALS: readonly (readonly [number, string])[] = [
  [2, 'два две двух два дві двох two'],
  [3, 'три трех три трьох three'],
  [4, 'четыре четырех чотири чотирьох four'],
  [5, 'пять пяти п’ять пʼять п’яти five'],
  [6, 'шесть шести шість шести six'],
  [7, 'семь семи сім семи seven'],
  [8, 'восемь восьми вісім восьми eight'],
  [9, 'девять девяти дев’ять девʼять дев’яти nine'],
  [10, 'десять десяти ten'],
  [11, 'одиннадцать одинадцять eleven'],
  [12, 'двенадцать двенадцати дванадцять twelve'],
  [15, 'пятнадцать пятнадцати п’ятнадцять fifteen'],
  [20, 'двадцать двадцати двадцять двадцяти twenty'],
  [30, 'тридцать тридцати тридцять тридцяти thirty'],
  [40, 'сорок сорока forty'],
  [50, 'пятьдесят пятидесяти п’ятдесят пʼятдесят fifty'],
  [60, 'шестьдесят шестидесяти шістдесят sixty'],
  [70, 'семьдесят сімдесят seventy'],
  [80, 'восемьдесят вісімдесят eighty'],
  [90, 'девяносто дев’яносто девʼяносто ninety'],
  [100, 'сто hundred'],
];

const VALUE_OF_WORD: ReadonlyMap<string, number> = new Map(
  CARDINALS.flatMap(([value, written]) =>
    written.split(' ').map((word): [string, number] => [foldText(word).text.replaceAll(/[’ʼ]/g, "'"), value]),
  ),
);

/** Value of a number that is written as one word; undefined for any other word. `word`: folded. */
export function wordNumber(word: string): number | undefined {
  return VALUE_OF_WORD.get(word.replaceAll(/[’ʼ]/g, "'"));
}
