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
