import type { ItemWords } from '../../catalogue/items.ts';
import type { Span } from '../../model/span.ts';
import { HAN_NUMBER, HAN_NUMERALS, NUMBER, readNumber } from './read-number.ts';
import { wordPattern } from './word-pattern.ts';

export interface Quantity extends Span {
  readonly value: number;
  /** As written; empty where only a number stands. */
  readonly unit: string;
  /** A unit or a word such as "qty" says that it counts; a bare number may be anything. */
  readonly isStated: boolean;
  /** A word such as "qty" stands before it. */
  readonly isAnnounced: boolean;
  /** With a sign of multiplication it counts what it touches: `next` in "10 x jammer", `last` in "jammer x20"; null where it has none. */
  readonly times: 'next' | 'last' | null;
}

export interface Money extends Span {
  readonly value: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** Finds counted numbers and sums of money in a text, in its order. */
export interface AmountFinder {
  quantities(text: string): readonly Quantity[];
  money(text: string): readonly Money[];
  /** A text that is a unit alone. */
  isUnit(text: string): boolean;
  /** A bare number of a table's cell, with the unit of its column. */
  cell(text: string, unit: string): { readonly value: number; readonly unit: string } | null;
  /** A sum in a table's cell; `head` is the head of its column, which may name factor and currency. */
  cellMoney(text: string, head: string): { readonly value: number; readonly currency: string } | null;
}

/** Compiles the words into three patterns, each linear: every repetition in them is bounded. */
export function createAmountFinder(words: ItemWords): AmountFinder {
  const units = wordPattern(words.units);
  const currencies = wordPattern([...words.currencies.values()].flat());
  const factors = wordPattern([...words.multipliers.values()].flat());
  const numbers = wordPattern([...words.numbers.values()].flat());
  const counted = new RegExp(
    String.raw`${beginnings(words)}(?:(?<![\d\p{Script=Latin}\p{Script=Cyrillic}/×x*:-]|\d[.,]|\.)(?<number>${NUMBER}|${HAN_NUMBER})[ \u00a0]?(?:\([^()\n]{1,20}\)[ ])?(?<unit>${units})|(?:${wordPattern(words.quantity)})[ \t:：.\-—–=]{0,4}(?:\([^()\n]{1,20}\)[ :]{0,2})?(?<bare>${NUMBER})[ ]?(?<bareUnit>${units})?|(?<![\p{L}\d])(?<word>${numbers})(?= \p{L})|(?<![\p{L}\d.,/×x*:№#-])(?<next>\d{1,5}) [xх×*] (?=[\p{L}"«“])|(?<!\d ?)[xх×*] ?(?<last>\d{1,5})(?![\d/×*%°]|[.,]\d| ?[\p{Script=Latin}\p{Script=Cyrillic}×*])|(?<![\p{L}\d.,/×x*:№#-])(?<lone>\d{1,5})(?= [\p{Script=Latin}\p{Script=Cyrillic}]{3}))`,
    'giu',
  );
  const amount = `(?<number>${NUMBER})[ \\u00a0]?(?:(?<factor>${factors})[ \\u00a0]?)?(?<currency>${currencies})|(?<before>${currencies})[ \\u00a0]?(?<after>${NUMBER})(?:[ \\u00a0]?(?<afterFactor>${factors}))?`;
  const sum = new RegExp(String.raw`(?<![\d.,])(?:${amount})`, 'giu');
  const factorOf = lookup(words.multipliers, 1);
  const currencyOf = lookup(words.currencies, '');
  const valueOf = new Map([...words.numbers].flatMap(([value, list]) => list.map((word): [string, number] => [word, value])));
  const inHead = { factor: new RegExp(factors, 'iu'), currency: new RegExp(currencies, 'iu') };
  const alone = new RegExp(`^(?:${NUMBER})$`);
  const unitAlone = new RegExp(`^(?:${units})$`, 'iu');
  const whole = new RegExp(String.raw`^(${NUMBER})(?:\s*(${units}))?$`, 'iu');
  return {
    quantities: (text) =>
      Array.from(text.matchAll(counted)).flatMap(({ index, 0: found, groups = {} }): Quantity[] => {
        const { number, unit, bare, bareUnit, word, lone, next, last } = groups;
        if (last !== undefined && /^\p{Lu}/u.test(found)) return [];
        const value =
          word === undefined ? readNumber(number ?? bare ?? lone ?? next ?? last ?? '') : (valueOf.get(word.toLowerCase()) ?? null);
        if (value === null || value <= 0) return [];
        return [
          {
            start: index,
            end: index + found.length,
            value,
            unit: (unit ?? bareUnit ?? '').replace(/\.$/, ''),
            isStated: unit !== undefined || bare !== undefined,
            isAnnounced: bare !== undefined,
            times: next !== undefined ? 'next' : last !== undefined ? 'last' : null,
          },
        ];
      }),
    money: (text) =>
      Array.from(text.matchAll(sum)).flatMap(({ index, 0: found, groups = {} }): Money[] => {
        const { number, factor, currency, before, after, afterFactor } = groups;
        const value = readNumber(number ?? after ?? '');
        if (value === null) return [];
        const times = factorOf(factor ?? afterFactor ?? '');
        return [{ start: index, end: index + found.length, value: value * times, currency: currencyOf(currency ?? before ?? '') }];
      }),
    isUnit: (text) => unitAlone.test(text),
    cell(text, unit) {
      const match = whole.exec(text.trim());
      const value = match === null ? null : readNumber(match[1] ?? '');
      return value === null || value <= 0 ? null : { value, unit: (match?.[2] ?? unit.trim()).replace(/\.$/, '') };
    },
    cellMoney(text, head) {
      const written = text.trim();
      const value = alone.test(written) ? readNumber(written) : null;
      if (value === null) return null;
      const currency = inHead.currency.exec(head)?.[0] ?? '';
      return { value: value * factorOf(inHead.factor.exec(head)?.[0] ?? ''), currency: currencyOf(currency) };
    },
  };
}

/** Between goods and how often: 10 x drone jammer, jammer x20; in small letters, Latin and Cyrillic. */
const TIMES = ['x', 'х'];

/** Letters of scripts that set words apart. */
const SPACED = /[A-Za-zА-яЁёІіЇїЄєҐґ]/;

/** What stands where a count may begin: a digit, a Han number, or a word's first letter. Most units of a text are none of these. */
function beginnings({ quantity, numbers }: ItemWords): string {
  const firsts = [...quantity, ...[...numbers.values()].flat()].map((word) => word.charAt(0).toLowerCase());
  const letters = [...new Set([...firsts, ...TIMES].flatMap((first) => [first, first.toUpperCase()]))];
  const [spaced, others] = [letters.filter((letter) => SPACED.test(letter)), letters.filter((letter) => !SPACED.test(letter))];
  return `(?:(?=[\\d${HAN_NUMERALS}×*${others.join('')}])|(?<![A-Za-zА-яЁёІіЇїЄєҐґ])(?=[${spaced.join('')}]))`;
}

/** From a written form to what it stands for, forms with bars included. */
function lookup<T>(of: ReadonlyMap<T, readonly string[]>, otherwise: T): (written: string) => T {
  const entries = [...of].flatMap(([value, words]) =>
    words.map((word) => ({ value, word: word.replace('|', ''), open: word.includes('|') })),
  );
  return (written) => {
    const plain = written.toLowerCase().replace(/(?<=\p{L})\.$/u, '');
    const found = entries.find(({ word }) => word === plain) ?? entries.find(({ word, open }) => open && plain.startsWith(word));
    return plain === '' ? otherwise : (found?.value ?? otherwise);
  };
}
