import type { PreparedText } from '../prepared-text.ts';
import type { Token } from '../tokens/token.ts';
import type { Comparison } from './comparison.ts';

/** What the facts of two texts say, whatever words stand around them. */
export interface FactsInCommon {
  /** Log odds that both are of one purchase, as far as words leave it open. */
  readonly odds: number;
  /** True where one tells in other words what the other tells. */
  readonly isRetold: boolean;
}

/** A fact: how much it tells, and whether it is counted, measured or paid. */
interface Fact {
  readonly told: number;
  readonly group: 'value' | 'name' | 'other';
}

/** Of the facts of the poorer text this share is known to the other before they say that both are of one purchase. */
const LEAST_SHARE = 0.5;

/** Of a text that is told in other words more, and so much at least. */
const RETOLD = { share: 0.6, told: 1.3 } as const;

/** Two texts of which more stands in the other are of one template: there the places where they differ decide. */
export const ONE_TEMPLATE = 0.6;

/** Names of people and places alone are what any two purchases of one buyer share. */
const MOST_OF_NAMES = 1.2;

/**
 * A plan and its notice, a notice and its award, a notice and the report that retells it have few words in common, but what is counted, measured and paid,
 * types of goods, days, contacts and names. Two notices of one template have the words in common, and their facts differ.
 */
export function factsInCommon({ a: { text: a }, b: { text: b }, containment }: Comparison): FactsInCommon {
  const [ofA, ofB] = [factsOf(a), factsOf(b)];
  const [few, many] = toldBy(ofA) <= toldBy(ofB) ? [ofA, ofB] : [ofB, ofA];
  const shared = new Map([...few].filter(([key]) => many.has(key)));
  const told = toldBy(shared);
  const share = told / Math.max(1e-9, toldBy(few));
  const values = toldBy(few, 'value');
  const sameValues = values < 0.3 || toldBy(shared, 'value') >= LEAST_SHARE * values;
  const isRetold = share >= RETOLD.share && told >= RETOLD.told && sameValues && containment.longer < ONE_TEMPLATE;
  const odds = share < LEAST_SHARE || !sameValues ? -6 : isRetold ? Math.min(5, told) : Math.min(3, -3 + 1.2 * told);
  return { odds, isRetold };
}

function toldBy(facts: ReadonlyMap<string, Fact>, only?: Fact['group']): number {
  let [told, names] = [0, 0];
  for (const fact of facts.values()) {
    if (only !== undefined && fact.group !== only) continue;
    if (fact.group === 'name') names += fact.told;
    else told += fact.told;
  }
  return told + Math.min(MOST_OF_NAMES, names);
}

/** Facts by what they say, not by how: 2 000 шт. and 2000 карбонових рам are one. */
function factsOf(text: PreparedText): ReadonlyMap<string, Fact> {
  const facts = new Map<string, Fact>();
  for (let n = 0; n < text.tokens.length; n += 1) {
    const token = text.tokens[n]!;
    const value = token.key.slice(token.key.indexOf(':') + 1);
    switch (token.kind) {
      case 'figure':
      case 'quantity':
      case 'price':
        if (token.place !== 'contact' && token.place !== 'publisher')
          facts.set(`value:${value}`, { told: toldByValue(value), group: 'value' });
        break;
      case 'model':
        if (value.length >= 4 && /\p{L}/u.test(value)) facts.set(token.key, { told: 0.7, group: 'other' });
        break;
      case 'section':
        facts.set(token.key, { told: 0.8, group: 'other' });
        break;
      case 'date':
        // a report says the day without its year
        facts.set(`day:${value.slice(value.indexOf('-'))}`, { told: 0.4, group: 'other' });
        break;
      case 'phone':
      case 'mail':
        facts.set(token.key, { told: 0.7, group: 'other' });
        break;
      case 'number':
        if (token.place !== 'registry' && token.place !== 'contact') facts.set(token.key, { told: 1.5, group: 'other' });
        break;
      case 'word':
        if (isName(text, n)) facts.set(token.key, { told: 0.4, group: 'name' });
        break;
      default:
    }
  }
  return facts;
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
