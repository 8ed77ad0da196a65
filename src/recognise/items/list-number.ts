import { wordPattern } from './word-pattern.ts';

/** A line that begins with a number of a list: `1.`, `2)`, `1.2.`, `①`, `一、`, `（一）`, `№1`, `п. 1`, `Лот 2:`, `第1包`. Not a number that counts ("12 detectors"). */
export function listNumber(listWords: readonly string[]): RegExp {
  const words = wordPattern(listWords);
  return new RegExp(
    String.raw`^[\s•*\-–]{0,4}(?:\d{1,3}(?:\.\d{1,2}){0,2}(?:[.)、．）](?!\d)|\s(?=\p{L}{3})(?<=\d\.\d{1,2}\s))|[(（](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}[、．]|(?:${words})\s{0,2}(?:№|#|no\.?)?\s{0,2}\d{1,4}\s{0,2}(?:包|标段|[.):：、—–-]|\s)|№\s{0,2}\d{1,3}[\s.):])`,
    'iu',
  );
}
