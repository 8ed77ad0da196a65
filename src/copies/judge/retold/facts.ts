import { foldText } from '../../../text/fold.ts';
import type { PreparedText } from '../../prepared-text.ts';
import { nameOf } from './names.ts';
import { figureKey, wordNumber } from '../../tokens/numerals.ts';
import type { Token } from '../../tokens/token.ts';

/** Facts that a text keeps when it is told in other words: what is counted, measured and paid; types and sections; days without their year; names. */
export type FactGroup = 'value' | 'sum' | 'type' | 'day' | 'name';

/** Of each group the facts by what they say, not by how: 2 000 шт. and 2000 карбонових рам are one; with how much each tells, 0 to 1. */
export type TextFacts = Readonly<Record<FactGroup, ReadonlyMap<string, number>>>;

/** Linear in the text. */
export function factsOfText(text: PreparedText): TextFacts {
  const facts: Record<FactGroup, Map<string, number>> = {
    value: new Map(),
    sum: new Map(),
    type: new Map(),
    day: new Map(),
    name: new Map(),
  };
  for (let n = 0; n < text.tokens.length; n += 1) {
    const { kind, key, place, start } = text.tokens[n]!;
    const value = key.slice(key.indexOf(':') + 1);
    switch (kind) {
      case 'figure':
      case 'quantity':
      case 'price':
        if (place !== 'contact' && place !== 'publisher') facts.value.set(value, toldByValue(value));
        if (kind === 'price' && place !== 'contact' && place !== 'publisher') facts.sum.set(value, 1);
        if (kind === 'figure') for (const day of daysWritten(value)) facts.day.set(day, 1);
        break;
      case 'model': {
        const measured = measuredIn(value);
        for (const one of measured) facts.value.set(one, toldByValue(one));
        if (measured.length === 0 && value.length >= 4 && /\p{L}/u.test(value)) facts.type.set(key, 1);
        break;
      }
      case 'section':
        facts.type.set(key, 1);
        break;
      case 'date':
        // a report says the day without its year
        facts.day.set(value.slice(value.indexOf('-')), 1);
        break;
      case 'word': {
        const counted = countedBy(text, start);
        if (counted !== undefined) facts.value.set(counted, toldByValue(counted));
        if (isName(text, n)) facts.name.set(nameOf(key), 1);
        break;
      }
      default:
    }
  }
  return facts;
}

/** The figures of what looks like a type and is a size: 60w is 60 W, 600х300 both. Empty for a type. */
export function measuredIn(value: string): readonly string[] {
  const [, ...figures] = MEASURED.exec(value) ?? [];
  return figures.filter((one) => one !== undefined).map(figureKey);
}

/** Value of the number word that begins at `start` of a text. */
export function countedBy({ text }: PreparedText, start: number): string | undefined {
  const counted = wordNumber(wordAt(text, start));
  return counted === undefined ? undefined : String(counted);
}

const MEASURED = /^(\d{1,6})(?:[xх](\d{1,6}))?\p{L}{0,5}$/u;

/** 17.05 may be a day and a month. */
function daysWritten(figure: string): readonly string[] {
  const [, day, month] = /^(\d{1,2})\.(\d{2})$/.exec(figure) ?? [];
  return day !== undefined && Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12
    ? [`-${Number(month)}-${Number(day)}`]
    : [];
}

const WORD = /\p{L}{1,20}(?:['’ʼ]\p{L}{1,20})?/uy;

/** The folded word that begins at `start`, with what follows an apostrophe in it: п'ять is one, though it is cut into two tokens. */
function wordAt(text: string, start: number): string {
  WORD.lastIndex = start;
  return foldText(WORD.exec(text)?.[0] ?? '').text;
}

/** Small numbers are in every text, round ones in many. */
function toldByValue(value: string): number {
  const size = Number(value);
  if (Number.isInteger(size) && size < 100) return size < 10 ? 0.1 : 0.3;
  return value.replaceAll(/^0+|\.|0+$/g, '').length >= 4 ? 1 : 0.7;
}

/** A rare word with a capital letter that begins no sentence. */
function isName({ text, tokens, weights }: PreparedText, n: number): boolean {
  const { start, end }: Token = tokens[n]!;
  if (end - start < 3 || weights[n]! < 0.6 || !/^\p{Lu}\p{Ll}/u.test(text.slice(start, start + 2))) return false;
  return !/(?:^|[.!?:\n])\s?$/u.test(text.slice(Math.max(0, start - 2), start));
}
