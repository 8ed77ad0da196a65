import type { Background } from '../background.ts';
import type { PreparedText } from '../prepared-text.ts';
import { countedBy, measuredIn } from './retold/facts.ts';
import { distanceOfSums } from './retold/values.ts';
import { soundsInCommon } from './sounds.ts';

/** What two texts in two languages have in common, and what they contradict each other in. */
export interface TranslationVerdict {
  /** Probability, below {@link MOST_CERTAIN}. */
  readonly score: number;
  /** As written in `a`. */
  readonly shared: readonly string[];
}

/** No comparison of facts makes a translation certain: a person must read both. */
const MOST_CERTAIN = 0.89;

/** Kinds of facts, what each fact that both have adds to the odds, the most that a kind adds, and what it takes off where both have some and none in common. */
const KINDS: readonly { readonly kind: string; readonly each: number; readonly most: number; readonly none: number }[] = [
  { kind: 'number', each: 3.5, most: 4, none: -1 },
  { kind: 'contact', each: 2.5, most: 4, none: -0.3 },
  { kind: 'tradeName', each: 1.8, most: 4.5, none: -1.5 },
  { kind: 'model', each: 1.5, most: 4, none: -1.5 },
  { kind: 'name', each: 0.9, most: 3, none: 0 },
  { kind: 'good', each: 0.9, most: 2.5, none: -3.5 },
  { kind: 'price', each: 2, most: 3, none: -1.5 },
  { kind: 'date', each: 1, most: 2.5, none: -1.5 },
  { kind: 'value', each: 0.5, most: 2.5, none: -1.5 },
  { kind: 'parameter', each: 0.8, most: 2.5, none: -0.5 },
  { kind: 'place', each: 0.6, most: 1.5, none: -0.5 },
  { kind: 'code', each: 1, most: 2, none: 0 },
  { kind: 'lot', each: 0.5, most: 1, none: -3 },
  { kind: 'phase', each: 0.5, most: 1, none: -3 },
  { kind: 'year', each: 0.3, most: 0.3, none: -1.5 },
  { kind: 'party', each: 1.5, most: 2.5, none: 0 },
];

/** Names that sound alike in two scripts: what each adds to the odds, and the most that they add. They are no kind of their own: countries and towns sound alike in any two texts. */
const SOUNDS = { each: 1.6, most: 3.2 } as const;

/** Odds before anything is compared. */
const PRIOR = -3.6;

/** What the share of facts in common adds, from none to all of the poorer text. */
const COVERAGE = 3;

/** Fewer kinds of facts in common are chance: two notices may name one good. */
const LEAST_KINDS = 2;

/** How likely one text says in another language what the other says: facts in common, discounted by what they contradict each other in. */
export function judgeTranslation(a: PreparedText, b: PreparedText, background: Background): TranslationVerdict {
  const [factsA, factsB] = [factsOf(a, b, background), factsOf(b, a, background)];
  let odds = PRIOR;
  let kinds = 0;
  let [common, poorer] = [0, 0];
  const shared: string[] = [];
  for (const { kind, each, most, none } of KINDS) {
    const [ofA, ofB] = [factsA.get(kind), factsB.get(kind)];
    if (ofA === undefined || ofB === undefined) continue;
    const both = [...ofA.keys()].filter((key) => ofB.has(key));
    poorer += each * Math.min(ofA.size, ofB.size);
    common += each * both.length;
    if (both.length === 0) odds += kind === 'price' && areFar(ofA, ofB) ? FAR_SUMS : none;
    else {
      kinds += 1;
      odds += Math.min(
        most,
        both.reduce((sum, key) => sum + each * telling(kind, key), 0),
      );
      shared.push(...both.slice(0, 30).map((key) => ofA.get(key)!));
    }
  }
  const sounds = soundsInCommon(a, b);
  if (sounds.size > 0) {
    odds += Math.min(SOUNDS.most, SOUNDS.each * sounds.values().reduce((sum, one) => sum + one, 0));
    shared.push(...sounds.keys());
  }
  if (poorer > 0) odds += COVERAGE * (common / poorer - 0.5);
  const score = 1 / (1 + Math.exp(-odds));
  return { score: Math.min(MOST_CERTAIN, kinds < LEAST_KINDS ? Math.min(score, 0.4) : score), shared: [...new Set(shared)].slice(0, 30) };
}

/** What sums take off of which neither may be the price that the other sets a limit for, and how far they are then from each other, as a natural logarithm. */
const FAR_SUMS = -2.4;
const FAR = 0.35;

function areFar(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return (distanceOfSums(one.keys(), other.keys()) ?? 0) > FAR;
}

/** Small numbers are in every text. */
function telling(kind: string, key: string): number {
  if (kind !== 'value') return 1;
  const value = Number(key);
  return value >= 100 || !Number.isInteger(value) ? 1.5 : value >= 10 ? 1 : 0.4;
}

/** Facts by kind: key → as written. */
function factsOf(text: PreparedText, other: PreparedText, background: Background): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const byKind = new Map<string, Map<string, string>>();
  const add = (kind: string, key: string, start: number, end: number): void => {
    const facts = byKind.get(kind) ?? new Map<string, string>();
    byKind.set(kind, facts);
    if (!facts.has(key)) facts.set(key, text.text.slice(start, end).trim());
  };
  for (const { kind, key, start, end } of text.facts) add(kind, key, start, end);
  for (const { kind, key, start, end } of text.tokens) {
    const value = key.slice(key.indexOf(':') + 1);
    switch (kind) {
      case 'mail':
      case 'url':
      case 'phone':
        add('contact', value, start, end);
        break;
      case 'date': {
        // a report says the day without its year
        const [, month, day] = value.split('-');
        add('date', `${month ?? ''}-${day ?? ''}`, start, end);
        break;
      }
      case 'model': {
        const measured = measuredIn(value);
        if (measured.length === 0) add('model', value, start, end);
        for (const one of measured) add('value', one, start, end);
        break;
      }
      case 'number':
      case 'price':
      case 'lot':
      case 'phase':
      case 'year':
        add(kind, value, start, end);
        break;
      case 'quantity':
      case 'figure':
        // 21 000 шт. and 21,000 bags
        add('value', value, start, end);
        break;
      case 'word': {
        const counted = countedBy(text, start);
        if (counted !== undefined) add('value', counted, start, end);
        if (isName(key, text, other, background)) add('name', key, start, end);
        break;
      }
      default:
    }
  }
  return byKind;
}

/** A rare word in Latin letters that both texts have is a name: of a brand, a maker, a buyer. */
function isName(key: string, text: PreparedText, other: PreparedText, background: Background): boolean {
  return (
    key.length >= 4 &&
    /^[a-z]/.test(key) &&
    other.units.has(key) &&
    (text.lang !== 'en' || other.lang !== 'en') &&
    background.weightOf(key) > 0.9
  );
}
