import type { PreparedText } from '../prepared-text.ts';
import type { Token } from '../tokens/token.ts';
import type { Comparison } from './comparison.ts';

/** Of the facts of the poorer text this share is known to the other before they say that both are of one purchase. */
const LEAST_SHARE = 0.5;

/**
 * Odds of two texts that say in other words what is bought: how many quantities, types and sums of one the other has too. A plan and its notice, a notice and
 * its award, a notice and the report that quotes it have few words in common, and these.
 */
export function factsInCommon({ a: { text: a }, b: { text: b } }: Comparison): number {
  const [ofA, ofB] = [factsOf(a), factsOf(b)];
  const [few, many] = ofA.size <= ofB.size ? [ofA, ofB] : [ofB, ofA];
  let [shared, all] = [0, 0];
  for (const [key, weight] of few) {
    all += weight;
    if (many.has(key)) shared += weight;
  }
  if (all === 0 || shared < LEAST_SHARE * all) return -6;
  return Math.min(3, -3 + 1.2 * shared);
}

/** What is counted, and types of goods; sums that are not round. Key → how much it tells. */
function factsOf({ tokens }: PreparedText): ReadonlyMap<string, number> {
  const facts = new Map<string, number>();
  for (const token of tokens) {
    const weight = weightOf(token);
    if (weight > 0) facts.set(token.key, weight);
  }
  return facts;
}

function weightOf({ kind, key, place }: Token): number {
  if (place === 'contact' || place === 'publisher' || place === 'number') return 0;
  const value = key.slice(key.indexOf(':') + 1);
  if (kind === 'quantity') return value.length > 1 ? 0.8 : 0.3;
  if (kind === 'price') return /[1-9]0{0,4}$/.test(value) && value.length > 3 ? 0.8 : 0.3;
  return kind === 'model' && value.length >= 4 ? 0.8 : 0;
}
