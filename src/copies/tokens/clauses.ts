import type { Folded } from '../../text/fold.ts';
import { isHan, isLetter } from './phrases.ts';
import type { TokenPlace } from './token.ts';

/** What numbers a line: of a list, of a section. */
export const NUMBERING =
  /^\s*(?:第?[一二三四五六七八九十]{1,3}[、.]|\((?:[一二三四五六七八九十]{1,2}|\d{1,2})\)|\d{1,2}(?:\.\d{1,2}){0,3}[.、)](?!\d)|\d{1,2}(?:\.\d{1,2}){1,3}(?=\s)|[ivx]{1,4}\.(?:\d{1,2}\.?){0,3}|[a-zа-я]\))\s*/u;

/** Values that a comma or colon ends. */
export const ENDED_BY_COMMA: ReadonlySet<TokenPlace> = new Set(['number', 'date', 'price', 'quantity', 'registry']);

/** A full stop behind a word, a figure or a bracket and before a blank ends a clause; behind an abbreviation it does not. */
export function isFullStop(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) === 0x2e &&
    (at + 1 === text.length || text.charCodeAt(at + 1) === 0x20) &&
    /(?:\p{L}{4}|[\d)])$/u.test(text.slice(Math.max(0, at - 4), at))
  );
}

/** A word goes on at a place behind its beginning: 转发器 is no 转发. Folding takes out blanks between Han. */
export function goesOn({ text, originalSpan }: Folded, at: number): boolean {
  if (at >= text.length || !(isLetter(text.charCodeAt(at)) || isHan(text.charCodeAt(at)))) return false;
  return originalSpan(at, at + 1).start === originalSpan(at - 1, at).end;
}

/** A semicolon, a full stop of Han, a line or cell that ends. */
export function isClauseEnd(code: number): boolean {
  return code === 0x3b || code === 0x3002 || code === 0x0a || code === 0x09 || code === 0x7c || code === 0x21 || code === 0x3f;
}
