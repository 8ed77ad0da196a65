import { foldUnit, isLetterAt, skipBlanks } from './phrase-trie.ts';
import type { PhraseTrie } from './phrase-trie.ts';

/** A number as a text writes it, before its unit is known. */
export interface ReadNumber {
  readonly end: number;
  readonly value: number;
  /** Its value where the comma is a decimal sign: `1,500` is 1500 or 1.5. Equal to `value` where there is no doubt. */
  readonly withDecimalComma: number;
  readonly written: 'digits' | 'han' | 'words';
  /** A whole number without sign, exponent or multiplier. */
  readonly plain: boolean;
}

export interface NumberWords {
  readonly numbers: PhraseTrie<number>;
  readonly multipliers: PhraseTrie<number>;
  /** 3千米: what looks like a multiplier may begin a unit. */
  readonly units: PhraseTrie<unknown>;
}

/** Digits of one number; longer runs are no quantities. */
const MOST_DIGITS = 18;

/** The number at `at`, in digits, Chinese numerals or words, with exponent and multiplier; null where none stands there. */
export function readNumber(text: string, at: number, words: NumberWords): ReadNumber | null {
  const read = isDigitAt(text, at)
    ? readDigits(text, at)
    : HAN_DIGITS.has(text.charCodeAt(at))
      ? readHan(text, at, words.units)
      : readWords(text, at, words);
  if (read === null || read.written === 'words') return read;
  const behind = skipBlanks(text, read.end, 1);
  const multiplied = words.units.match(text, behind) === null ? words.multipliers.match(text, behind) : null;
  const [by = 1] = multiplied?.values ?? [];
  if (multiplied === null) return read;
  return { ...read, end: multiplied.end, value: read.value * by, withDecimalComma: read.withDecimalComma * by, plain: false };
}

export function isDigitAt(text: string, at: number): boolean {
  const code = foldUnit(text.charCodeAt(at));
  return code >= 0x30 && code <= 0x39 && !SUPERSCRIPTS.has(text.charCodeAt(at));
}

/** True for the Chinese numerals. */
export function isHanNumeral(code: number): boolean {
  return HAN_DIGITS.has(code);
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

function readDigits(text: string, at: number): ReadNumber | null {
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
  if (value === null) return { end, value: Number.NaN, withDecimalComma: Number.NaN, written: 'digits', plain: false };
  const exponent = readExponent(text, end);
  const power = 10 ** (exponent?.power ?? 0);
  return {
    end: exponent?.end ?? end,
    value: value.plain * power,
    withDecimalComma: value.decimalComma * power,
    written: 'digits',
    plain: signs.length === 0 && exponent === null,
  };
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

const HAN_DIGITS: ReadonlyMap<number, number> = new Map(
  Object.entries({
    零: 0,
    〇: 0,
    一: 1,
    壹: 1,
    二: 2,
    两: 2,
    兩: 2,
    贰: 2,
    三: 3,
    叁: 3,
    四: 4,
    肆: 4,
    五: 5,
    伍: 5,
    六: 6,
    陆: 6,
    七: 7,
    柒: 7,
    八: 8,
    捌: 8,
    九: 9,
    玖: 9,
    十: 10,
    拾: 10,
    半: 0.5,
  }).map(([sign, value]): [number, number] => [sign.charCodeAt(0), value]),
);
const HAN_POWERS: ReadonlyMap<number, number> = new Map(
  Object.entries({ 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000, 万: 10_000, 萬: 10_000, 亿: 1e8, 億: 1e8 }).map(
    ([sign, value]): [number, number] => [sign.charCodeAt(0), value],
  ),
);
const POINT = new Set(['点'.charCodeAt(0), '點'.charCodeAt(0)]);
const MOST_HAN = 16;

/** 十二点五, 一百五十, 三千; 千 that begins a unit (三至五千米) is left to it. */
function readHan(text: string, at: number, units: PhraseTrie<unknown>): ReadNumber | null {
  let total = 0;
  let section = 0;
  let digit = -1;
  let fraction = '';
  let inFraction = false;
  let index = at;
  for (; index < text.length && index - at < MOST_HAN; index += 1) {
    const code = text.charCodeAt(index);
    const value = HAN_DIGITS.get(code);
    const power = HAN_POWERS.get(code);
    if (POINT.has(code) && index > at && !inFraction && HAN_DIGITS.has(text.charCodeAt(index + 1))) inFraction = true;
    else if (inFraction && value !== undefined && value < 10 && value !== 0.5) fraction += String(value);
    else if (inFraction) break;
    else if (power === 1000 && digit !== -1 && units.match(text, index) !== null) break;
    else if (power !== undefined) {
      if (power >= 10_000) {
        total = (total + section + Math.max(digit, 0)) * power;
        section = 0;
      } else section += (digit === -1 ? 1 : digit) * power;
      digit = -1;
    } else if (value !== undefined) {
      // 二〇二四, 五五: digits in a row are years and names, no quantities
      if (digit !== -1)
        return { end: endOfHan(text, index), value: Number.NaN, withDecimalComma: Number.NaN, written: 'han', plain: false };
      digit = value;
    } else break;
  }
  const value = Number((total + section + Math.max(digit, 0) + Number(fraction === '' ? 0 : `0.${fraction}`)).toPrecision(12));
  return { end: index, value, withDecimalComma: value, written: 'han', plain: false };
}

function endOfHan(text: string, at: number): number {
  let end = at;
  while (HAN_DIGITS.has(text.charCodeAt(end)) || HAN_POWERS.has(text.charCodeAt(end))) end += 1;
  return end;
}

/** Twenty-five; сто пятьдесят: each smaller than the one before it. */
function readWords(text: string, at: number, { numbers, multipliers }: NumberWords): ReadNumber | null {
  const [first, end] = wordAt(text, at, numbers);
  if (first === undefined) return null;
  let value = first;
  let last = first;
  let index = end;
  for (let more = 0; more < 3; more += 1) {
    const from = index + (text[index] === ' ' || text[index] === '-' ? 1 : 0);
    if (from === index || !isLetterAt(text, from)) break;
    const [by = 0] = multipliers.match(text, from)?.values ?? [];
    const [next, nextEnd] = wordAt(text, from, numbers);
    if (by >= 100) {
      value *= by;
      last = by;
      index = multipliers.match(text, from)?.end ?? index;
    } else if (next !== undefined && next < last && last >= 20 && next >= 1) {
      value += next;
      last = next;
      index = nextEnd;
    } else break;
  }
  return { end: index, value, withDecimalComma: value, written: 'words', plain: false };
}

function wordAt(text: string, at: number, numbers: PhraseTrie<number>): readonly [number | undefined, number] {
  const match = numbers.match(text, at);
  return [match?.values[0], match?.end ?? at];
}
