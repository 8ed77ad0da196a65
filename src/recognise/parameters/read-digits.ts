import { foldUnit } from './phrase-trie.ts';
import type { ReadNumber } from './written-number.ts';

/** Digits of one number; longer runs are no quantities. */
const MOST_DIGITS = 18;
/** Powers of ten beyond this, either way, are no quantities. */
const MOST_POWER = 30;

/** 12,5; 1 500; 1.500,0; 5×10⁶: a number in digits at `at`. Not a number where it has the form of a date or a version; null where it is too long. */
export function readDigits(text: string, at: number): ReadNumber | null {
  let end = endOfDigits(text, at);
  if (end - at > MOST_DIGITS) return null;
  if (!mayGoOn(text, end)) {
    const value = wholeOf(text, at, end);
    return { end, value, withDecimalComma: value, written: 'digits', plain: true };
  }
  const groups = [digitsOf(text, at, end)];
  const signs: string[] = [];
  while (groups.length < 6) {
    const sign = String.fromCharCode(foldUnit(text.charCodeAt(end)));
    const next = end + 1;
    if (!(sign === ',' || sign === '.' || sign === ' ' || sign === "'") || !isDigitAt(text, next)) break;
    // ，and 、 and full stops of Chinese separate numbers
    if (sign === ',' && text[end] !== ',') break;
    const last = endOfDigits(text, next);
    const three = last - next === 3;
    if (
      (sign === ' ' || sign === "'") &&
      !(
        three &&
        groups.every((group, index) => (index === 0 ? group.length <= 3 : group.length === 3)) &&
        !signs.includes(',') &&
        !signs.includes('.')
      )
    )
      break;
    if (last - next > MOST_DIGITS) return null;
    groups.push(digitsOf(text, next, last));
    signs.push(sign);
    end = last;
  }
  const value = valueOf(groups, signs);
  if (value === null) return noQuantity(end);
  const exponent = readExponent(text, end);
  if (exponent !== null && Math.abs(exponent.power) > MOST_POWER) return noQuantity(exponent.end);
  const power = 10 ** (exponent?.power ?? 0);
  return {
    end: exponent?.end ?? end,
    value: value.plain * power,
    withDecimalComma: value.decimalComma * power,
    written: 'digits',
    plain: signs.length === 0 && exponent === null,
  };
}

/** Digits up to `end` that are passed over whole. */
function noQuantity(end: number): ReadNumber {
  return { end, value: Number.NaN, withDecimalComma: Number.NaN, written: 'digits', plain: false };
}

/** False where the number ends with its digits: no sign of a group, a fraction or an exponent follows. */
function mayGoOn(text: string, end: number): boolean {
  const code = foldUnit(text.charCodeAt(end));
  if (code === 0x2c || code === 0x2e || code === 0x27) return isDigitAt(text, end + 1);
  if (code === 0x20) return isDigitAt(text, end + 1) || isTimes(text, end + 1);
  return (
    code === 0x65 ||
    code === 0x5e ||
    SUPERSCRIPTS.has(text.charCodeAt(end)) ||
    TIMES.includes(text.charAt(end)) ||
    '⁻⁺'.includes(text.charAt(end))
  );
}

const TIMES = '×x*·хX⋅⁻⁺';

function isTimes(text: string, at: number): boolean {
  return at < text.length && TIMES.includes(text.charAt(at));
}

function wholeOf(text: string, start: number, end: number): number {
  let value = 0;
  for (let index = start; index < end; index += 1) value = value * 10 + foldUnit(text.charCodeAt(index)) - 0x30;
  return value;
}

function digitsOf(text: string, start: number, end: number): string {
  let out = '';
  for (let index = start; index < end; index += 1) out += String.fromCharCode(foldUnit(text.charCodeAt(index)));
  return out;
}

/** Null for dates, versions and numbered headings: 12.05.2024, 1.2.3. */
function valueOf(groups: readonly string[], signs: readonly string[]): { readonly plain: number; readonly decimalComma: number } | null {
  const whole = Number(groups.join(''));
  const [first = '', second = ''] = groups;
  const lastSign = signs.at(-1);
  const last = groups.at(-1) ?? '';
  if (lastSign === undefined) return { plain: whole, decimalComma: whole };
  const thousands = groups.slice(1).every((group) => group.length === 3) && first.length <= 3 && !first.startsWith('0');
  if (signs.every((sign) => sign === ' ' || sign === "'")) return thousands ? { plain: whole, decimalComma: whole } : null;
  if (signs.length === 1) {
    const decimal = Number(`${first}.${second}`);
    return { plain: lastSign === ',' && thousands ? whole : decimal, decimalComma: decimal };
  }
  if (signs.every((sign) => sign === lastSign)) return thousands ? { plain: whole, decimalComma: whole } : null;
  // 1.500,0 and 1,500.0 and 1 500,0
  const head = groups.slice(0, -1);
  const oneKind = signs.slice(0, -1).every((sign) => sign === signs[0] && sign !== lastSign);
  if (!oneKind || lastSign === ' ' || lastSign === "'" || !head.slice(1).every((group) => group.length === 3)) return null;
  const mixed = Number(`${head.join('')}.${last}`);
  return { plain: mixed, decimalComma: mixed };
}

/** `e-6`, `×10^6`, `·10⁶`, and bare `10⁶`. */
function readExponent(text: string, at: number): { readonly end: number; readonly power: number } | null {
  const rest = text.slice(at, at + 14);
  const [whole, e, caret, raised] =
    /^(?:[eE]([+-]?\d{1,3})(?![\d\p{L}])|\s?[×x*·хX⋅]\s?10(?:\s?\^\s?\(?([+\-−–]?\d{1,3})\)?|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})))/u.exec(rest) ?? [];
  if (whole !== undefined) return { end: at + whole.length, power: powerOf(e ?? caret ?? raised ?? '0') };
  const [own, ownCaret, ownRaised] = /^(?:\^([+\-−–]?\d{1,3})|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))/.exec(rest) ?? [];
  if (own === undefined || !/(?:^|\D)10$/.test(text.slice(Math.max(0, at - 3), at))) return null;
  return { end: at + own.length, power: powerOf(ownCaret ?? ownRaised ?? '1') - 1 };
}

function powerOf(written: string): number {
  return Number(
    Array.from(written, (sign) =>
      sign === '⁻' || sign === '−' || sign === '–' ? '-' : sign === '⁺' ? '' : (SUPERSCRIPTS.get(sign.charCodeAt(0)) ?? sign),
    ).join(''),
  );
}

export function isDigitAt(text: string, at: number): boolean {
  const code = foldUnit(text.charCodeAt(at));
  return code >= 0x30 && code <= 0x39 && !SUPERSCRIPTS.has(text.charCodeAt(at));
}

/** End of everything that a number and its punctuation may hold, from a digit on: what is no quantity is passed over whole. */
export function endOfDigits(text: string, at: number): number {
  let end = at;
  while (end < text.length && isDigitAt(text, end)) end += 1;
  return end;
}

const SUPERSCRIPTS: ReadonlyMap<number, string> = new Map(
  [...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((sign, digit): [number, string] => [sign.charCodeAt(0), String(digit)]),
);
