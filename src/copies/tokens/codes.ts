import { figureKey } from './numerals.ts';
import { isDigit, isLetter } from './phrases.ts';
import type { TokenKind, TokenPlace } from './token.ts';

/** Digits from which a run of letters and digits is the number of a notice rather than a model. */
const NUMBER_DIGITS = 7;

/** No code is longer; what goes on is another one. A run without end is looked at in pieces, not from each of its units to its end. */
const LONGEST = 200;

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
  let end = at;
  while (end < stop) {
    const code = text.charCodeAt(end);
    if (isLetter(code)) end += 1;
    else if (JOINERS.includes(text.charAt(end)) && end + 1 < stop && isLetter(text.charCodeAt(end + 1)) && end > at) end += 1;
    else if (text.charAt(end) === ',' && isDigit(text.charCodeAt(end - 1)) && end + 1 < stop && isDigit(text.charCodeAt(end + 1))) end += 1;
    else break;
  }
  if (end === at) return { kind: 'word', key: text.charAt(at), end: at + 1 };
  const written = text.slice(at, end);
  const digits = written.replaceAll(/\D/g, '').length;
  if (digits === 0) return wordAt(text, at, end);
  if (place === 'price' && /^[\d.,]+$/.test(written)) return { kind: 'price', key: `price:${figureKey(written)}`, end };
  if (/^[\d.,]+$/.test(written) && place !== 'number') {
    if (digits >= 9 && !/[.,]/.test(written)) return { kind: 'number', key: `number:${written}`, end };
    return {
      kind: place === 'quantity' ? 'quantity' : 'figure',
      key: `${place === 'quantity' ? 'quantity' : 'figure'}:${figureKey(written)}`,
      end,
    };
  }
  if (place === 'number' || digits >= NUMBER_DIGITS)
    return { kind: 'number', key: `number:${written.replaceAll(/[^\p{L}\d]/gu, '')}`, end };
  return { kind: 'model', key: `model:${written.replaceAll(/[^\p{L}\d]/gu, '')}`, end };
}

/** Letters alone: words joined by hyphens or slashes are words by themselves. */
function wordAt(text: string, at: number, end: number): { readonly kind: TokenKind; readonly key: string; readonly end: number } {
  let to = at;
  while (to < end && isLetter(text.charCodeAt(to))) to += 1;
  return { kind: 'word', key: text.slice(at, to), end: to };
}
