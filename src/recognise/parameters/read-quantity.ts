import { readAmount } from './amounts.ts';
import type { Amount } from './amounts.ts';
import { boundOf } from './bound-of.ts';
import { START } from './compile-words.ts';
import type { CompiledWords } from './compile-words.ts';
import { readFactors } from './factors.ts';
import { beginsWord, skipBlanks } from './phrase-trie.ts';
import type { Quantity } from './quantity.ts';
import { endOfDigits, isDigitAt } from './read-digits.ts';
import { readNumber } from './read-number.ts';
import type { UnitsAt } from './unit-at.ts';

const MOST_IN_LIST = 12;

/** The numbers at `at` with the unit that they share; none where no unit follows. `end` is the end of what was read either way. */
export function readQuantity(text: string, at: number, words: CompiledWords): Quantity {
  const isSign = words.start[text.charCodeAt(at)] === START.sign;
  const sign = isSign ? words.plusMinus.match(text, at) : null;
  const none: Quantity = { start: at, end: at + 1, amounts: [], unit: null, tolerance: false, factors: false };
  if (isSign && sign === null) return none;
  const first = sign === null ? at : skipBlanks(text, sign.end);
  const factors = isDigitAt(text, first) ? readFactors(text, first, words) : null;
  if (factors !== null) return factors;
  const amounts: Amount[] = [];
  let next = first;
  while (amounts.length < MOST_IN_LIST) {
    const amount = readAmount(text, next, words);
    if (amount === null) break;
    amounts.push(amount);
    if (amount.unit !== null)
      return {
        start: at,
        end: amount.end,
        amounts: sharing(text, amounts, amount.unit, words),
        unit: amount.unit,
        tolerance: sign !== null,
        factors: false,
      };
    const separator = words.list.match(text, skipBlanks(text, amount.end));
    if (separator === null) break;
    next = skipBlanks(text, separator.end);
    if (!isDigitAt(text, next)) break;
  }
  const last = amounts.at(-1);
  const end = last?.end ?? readNumber(text, first, words.numbers)?.end ?? endOfDigits(text, first);
  return { ...none, end, amounts: amounts.length === 1 ? amounts : [] };
}

/** TPP 4800, TPP of at least 4800: a number whose unit stands before it. */
export function withPrefix(text: string, read: Quantity, words: CompiledWords): Quantity {
  const [amount] = read.amounts;
  if (amount === undefined || read.amounts.length > 1) return read;
  const { start } = boundOf(text, amount, words);
  const lead = text.slice(Math.max(0, start - 40), start);
  const before = lead.length - (/(?:\s|:|：|=|of|не|为|\(dense\)|\(|—|-)*$/u.exec(lead)?.[0].length ?? 0);
  for (let at = Math.max(0, before - 28); at < before; at += 1) {
    if (!beginsWord(lead, at)) continue;
    const match = words.units.match(lead, at);
    const units = match?.end === before ? match.values.map(({ unit }) => unit).filter(({ prefix }) => prefix) : [];
    const from = start - lead.length + at;
    if (units.length > 0) return { ...read, unit: { start: from, end: start - lead.length + before, units, weak: false }, prefix: from };
  }
  return read;
}

/** The numbers of a list that the unit is for: all across / and 、; across commas only where it is a unit of lists. */
function sharing(text: string, amounts: readonly Amount[], unit: UnitsAt, words: CompiledWords): readonly Amount[] {
  let from = amounts.length - 1;
  while (from > 0) {
    const before = amounts[from - 1];
    const separator = before === undefined ? null : words.list.match(text, skipBlanks(text, before.end));
    if (separator === null || !(separator.values.includes('always') || unit.units.some(({ lists }) => lists))) break;
    from -= 1;
  }
  return amounts.slice(from);
}
