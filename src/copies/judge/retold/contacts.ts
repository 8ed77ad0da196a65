import type { PreparedText } from '../../prepared-text.ts';

/** Numbers to call, some with digits hidden: digits, the signs that group them, and stars or crosses for what is hidden. */
const NUMBERS = /(?<![\p{L}\d])\+?\(?\d[\d() .\-–*•×]{5,24}(?![\p{L}\d])/gu;
const HIDDEN = /[*•×]/;

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

function calledIn(text: PreparedText): readonly Called[] {
  const from = text.tokens[0]?.start ?? 0;
  const to = text.tokens.at(-1)?.end ?? 0;
  const found: Called[] = [];
  for (const [written] of text.text.slice(from, to + LEAST_DIGITS).matchAll(NUMBERS)) {
    const called = calledBy(written);
    if (called !== undefined) found.push(called);
    if (found.length >= 20) break;
  }
  return found;
}

function calledBy(written: string): Called | undefined {
  const at = written.search(HIDDEN);
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
