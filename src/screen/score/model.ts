import type { NameFamily } from '../name/name-part.ts';
import { FEATURE_COUNT } from './features.ts';
import { ORGANISATION_WEIGHTS, PERSON_WEIGHTS } from './weights.ts';

/** Weights of the logistic model for a pair: of persons where either side is one, else of organisations (vessels too). */
export function weightsFor(query: NameFamily, listed: NameFamily): readonly number[] {
  return query === 'person' || listed === 'person' ? PERSON_WEIGHTS : ORGANISATION_WEIGHTS;
}

/** Log odds that two names are of the same party, from the features of their alignment. */
export function logitOf(features: Float64Array, weights: readonly number[]): number {
  let sum = 0;
  for (let n = 0; n < FEATURE_COUNT; n += 1) sum += features[n]! * weights[n]!;
  return sum;
}

export function probabilityOf(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** The log odds that come of what corresponds alone: the shares of either name's weight, and its bits. */
export function logitOfShares(weights: readonly number[], mine: number, theirs: number, bits: number): number {
  const least = Math.min(mine, theirs);
  return (
    weights[0]! +
    weights[1]! * mine +
    weights[2]! * theirs +
    weights[3]! * least +
    weights[4]! * least * least +
    weights[7]! * Math.min(bits / 20, 2.5)
  );
}

/** What can be said of a pair from the query alone: how much of it corresponds, in weight, bits and telling words (two for one that may stand for two). */
export interface QueryShare {
  readonly covered: number;
  readonly bits: number;
  readonly words: number;
  /** The query has more than one telling word. */
  readonly manyWords: boolean;
}

/** The greatest log odds that a name with this share of the query can have, in either model. */
export function bestLogitOfShare({ covered, bits, words, manyWords }: QueryShare): number {
  let best = -Infinity;
  for (const weights of [PERSON_WEIGHTS, ORGANISATION_WEIGHTS]) {
    const oneWord = manyWords ? weights[16]! * Math.min(1, Math.max(0, 2 * (1.5 - words))) : 0;
    const logit = logitOfShares(weights, covered, 1, bits) + oneWord + weights[17]!;
    if (logit > best) best = logit;
  }
  return best;
}
