import { wordPattern } from './word-pattern.ts';

/** A lot or position within a line, its number as `lot`: `Лот 2:`, `Item 3.`, `第2包`, `包2：`; where no sign is behind the number, the next word begins with a capital. Global. */
export function lotNumber(listWords: readonly string[]): RegExp {
  const words = wordPattern(listWords);
  return new RegExp(
    String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\d])(?:${words})\s{0,2}(?:№|#|no\.?)?\s{0,2}(?<lot>\d{1,3})(?!\d)\s{0,2}(?:包|标段|(?:[.):：、—–-])(?!\d)|(?<=\s)(?=[\p{Script=Latin}\p{Script=Cyrillic}«“"]))`,
    'giu',
  );
}

/** A line that begins with a number of a list: `1.`, `2)`, `1.2.`, `①`, `一、`, `（一）`, `№1`, `п. 1`, `Лот 2:`, `第1包`. Not a number that counts ("12 detectors"). */
export function listNumber(listWords: readonly string[]): RegExp {
  const words = wordPattern(listWords);
  return new RegExp(
    String.raw`^[\s•*\-–]{0,4}(?:\d{1,3}(?:\.\d{1,2}){0,2}(?:[.)、．）](?!\d)|\s(?=\p{L}{3})(?<=\d\.\d{1,2}\s))|[(（](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}[、．]|(?:${words})\s{0,2}(?:№|#|no\.?)?\s{0,2}\d{1,4}\s{0,2}(?:包|标段|[.):：、—–-]|\s)|№\s{0,2}\d{1,3}[\s.):])`,
    'iu',
  );
}
