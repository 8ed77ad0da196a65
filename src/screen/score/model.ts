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

/** The greatest log odds that any names can have of which so much of the query corresponds. */
export function bestLogit(queryCovered: number, family: NameFamily): number {
  const weights = weightsFor(family, family);
  const [one, query, listed, least, squared, , , information] = weights;
  const complete = weights[FEATURE_COUNT - 1]!;
  return one! + query! * queryCovered + listed! + least! * queryCovered + squared! * queryCovered ** 2 + information! * 2.5 + complete;
}
