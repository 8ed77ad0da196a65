import { figureKey } from './numerals.ts';
import { isDigit, isLetter } from './phrases.ts';
import type { TokenKind, TokenPlace } from './token.ts';

/** Digits from which a run of letters and digits is the number of a notice rather than a model. */
const NUMBER_DIGITS = 7;

/** No code is longer; what goes on is another one. A run without end is looked at in pieces, not from each of its units to its end. */
const LONGEST = 200;

/** A number whose groups of three digits have blanks between them, as 36 900 400,00. */
const GROUPED = /\d{1,3}(?: \d{3}){1,4}(?:[.,]\d{1,4})?(?![\d\p{L}])/uy;

/** What joins the parts of a number or a model. */
const JOINERS = '-/_.+#〔〕№';

/**
 * The word, figure, model or number of a notice that begins at `at` and ends before `lineEnd`. A word is letters only; a model joins letters and digits;
 * what has many digits, or stands behind a label for numbers, is a number.
 */
export function codeToken(
  text: string,
  at: number,
  lineEnd: number,
  place: TokenPlace,
): { readonly kind: TokenKind; readonly key: string; readonly end: number } {
  const stop = Math.min(lineEnd, at + LONGEST);
  const grouped = place === 'number' || place === 'contact' ? undefined : groupedAt(text, at, stop);
  if (grouped !== undefined) return figureToken(grouped, at + grouped.length, place);
  let end = at;
  while (end < stop) {
    const code = text.charCodeAt(end);
    if (isLetter(code)) end += 1;
    else if (JOINERS.includes(text.charAt(end)) && end + 1 < stop && isLetter(text.charCodeAt(end + 1)) && end > at) end += 1;
    else if (text.charAt(end) === ',' && isDigit(text.charCodeAt(end - 1)) && end + 1 < stop && isDigit(text.charCodeAt(end + 1))) end += 1;
    else break;
  }
  if (end === at) return { kind: 'word', key: text.charAt(at), end: at + 1 };
  // folding writes № as two letters
  const written = text.slice(at, end).replace(/^no(?=\d)/, '');
  const digits = written.replaceAll(/\D/g, '').length;
  if (digits === 0) return wordAt(text, at, end);
  if (/^[\d.,]+$/.test(written) && place === 'price') return figureToken(written, end, place);
  if (/^[\d.,]+$/.test(written) && place !== 'number') {
    if (digits >= 9 && !/[.,]/.test(written)) return { kind: 'number', key: `number:${written}`, end };
    return figureToken(written, end, place);
  }
  if (place === 'number' || (digits >= NUMBER_DIGITS && isNumbered(written)))
    return { kind: 'number', key: `number:${written.replaceAll(/[^\p{L}\d]/gu, '')}`, end };
  return { kind: 'model', key: `model:${written.replaceAll(/[^\p{L}\d]/gu, '')}`, end };
}

function groupedAt(text: string, at: number, stop: number): string | undefined {
  if (!isDigit(text.charCodeAt(at))) return undefined;
  GROUPED.lastIndex = at;
  const [found] = GROUPED.exec(text) ?? [];
  return found === undefined || at + found.length > stop ? undefined : found;
}

/** A figure, by what its place says it is. */
function figureToken(
  written: string,
  end: number,
  place: TokenPlace,
): { readonly kind: TokenKind; readonly key: string; readonly end: number } {
  const kind = place === 'quantity' || place === 'price' ? place : 'figure';
  return { kind, key: `${kind}:${figureKey(written)}`, end };
}

/**
 * True for what numbers a paper: five digits in a row, a year, nine digits or three parts (FA8750-24-R-0012). What mixes letters and digits otherwise is
 * a type of goods (MT41K256M16TW-107), and what joins two short figures a range.
 */
function isNumbered(written: string): boolean {
  if (/\d{5}|(?<!\d)(?:19|20)\d{2}(?!\d)/.test(written)) return true;
  if (!/\p{L}/u.test(written)) return written.replaceAll(/\D/g, '').length >= 9;
  return written.split(/[^\p{L}\d]+/u).length >= 3;
}

/** Letters alone: words joined by hyphens or slashes are words by themselves. */
function wordAt(text: string, at: number, end: number): { readonly kind: TokenKind; readonly key: string; readonly end: number } {
  let to = at;
  while (to < end && isLetter(text.charCodeAt(to))) to += 1;
  return { kind: 'word', key: text.slice(at, to), end: to };
}
