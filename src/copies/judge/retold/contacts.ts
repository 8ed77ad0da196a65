import type { PreparedText } from '../../prepared-text.ts';
import type { Token, TokenKind } from '../../tokens/token.ts';

/** Numbers to call, some with digits hidden: digits, the signs that group them, and stars or crosses for what is hidden. */
const NUMBERS = /(?<![\p{L}\d])\+?\(?\d[\d() .\-–*•×]{5,24}(?![\p{L}\d])/gu;
const HIDDEN = /[*•×]{2}/;

/** How numbers to call are grouped that nothing else says to be one: 555-01-33, 495 555 01 33. */
const GROUPED = /(?<!\d)\d{2,3}-\d{2}-\d{2}\D*$|(?<!\d)\d{3}\)?[ -]\d{3}[ -]\d{2}[ -]\d{2}\D*$/;

/** Days are no numbers to call, wherever they stand; sums, years and codes are none unless a label says so. */
const DAYS: ReadonlySet<TokenKind> = new Set(['date', 'time']);
const OTHER_FACTS: ReadonlySet<TokenKind> = new Set(['price', 'quantity', 'year', 'class', 'section', 'url']);

/** Fewer digits than these are no number to call; of a hidden one so many must be left. */
const LEAST_DIGITS = 7;
const LEAST_LEFT = 4;

interface Called {
  readonly first: string;
  /** What is left behind the hidden digits; undefined where none are hidden. */
  readonly last?: string;
}

/**
 * True where one text gives a number to call that the other gives too, perhaps with digits hidden (067 555-01-33, 067 ***-**-33): whoever sells access to notices
 * hides them so. Linear.
 */
export function sharesContact(a: PreparedText, b: PreparedText): boolean {
  const ofB = calledIn(b);
  return ofB.length > 0 && calledIn(a).some((one) => ofB.some((other) => areOne(one, other)));
}

function calledIn({ text, tokens }: PreparedText): readonly Called[] {
  const from = tokens[0]?.start ?? 0;
  const to = (tokens.at(-1)?.end ?? 0) + LEAST_DIGITS;
  const found: Called[] = [];
  let next = 0;
  for (const { 0: written, index } of text.slice(from, to).matchAll(NUMBERS)) {
    const [start, end] = [from + index, from + index + written.trimEnd().length];
    while (next < tokens.length && tokens[next]!.end <= start) next += 1;
    let last = next;
    while (last < tokens.length && tokens[last]!.start < end) last += 1;
    const called = HIDDEN.test(written) || isToCall(written, tokens.slice(next, last)) ? calledBy(written) : undefined;
    if (called !== undefined) found.push(called);
    if (found.length >= 20) break;
  }
  return found;
}

/** By the tokens that it is made of: found to be a telephone number, behind a label for contacts, or grouped as one and nothing else. */
function isToCall(written: string, of: readonly Token[]): boolean {
  if (of.some(({ kind }) => DAYS.has(kind))) return false;
  if (of.some(({ kind, place }) => kind === 'phone' || place === 'contact')) return true;
  return GROUPED.test(written) && !of.some(({ kind }) => OTHER_FACTS.has(kind));
}

function calledBy(written: string): Called | undefined {
  const at = HIDDEN.test(written) ? written.search(/[*•×]/) : -1;
  if (at === -1) {
    const digits = digitsOf(written);
    return digits.length >= LEAST_DIGITS ? { first: digits } : undefined;
  }
  const [first, last] = [digitsOf(written.slice(0, at)), digitsOf(written.slice(written.search(/[*•×][^*•×]*$/)))];
  return first.length + last.length >= LEAST_LEFT ? { first, last } : undefined;
}

function areOne(one: Called, other: Called): boolean {
  if (one.last === undefined && other.last === undefined) return one.first.slice(-LEAST_DIGITS) === other.first.slice(-LEAST_DIGITS);
  if (one.last !== undefined && other.last !== undefined) return one.first === other.first && one.last === other.last;
  const [whole, hidden] = one.last === undefined ? [one, other] : [other, one];
  return whole.first.startsWith(hidden.first) && whole.first.endsWith(hidden.last!);
}

function digitsOf(written: string): string {
  return written.replaceAll(/\D/g, '');
}
