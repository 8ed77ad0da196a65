/** A pair with its features and whether it is one party. */
export interface Example {
  readonly features: readonly number[];
  readonly isMatch: boolean;
  readonly weight: number;
}

/** Least and greatest value of a weight: what must not help a match cannot be learnt as helping from a lopsided sample. */
export type Bounds = readonly [least: number, greatest: number];

const ROUNDS = 1000;
const STEP = 0.2;

/**
 * Weights of a logistic regression with a ridge on all but the first, inside bounds: projected steps of falling length along the gradient, scaled for each
 * weight by what it met so far (Adam, Kingma & Ba 2015). The same for the same examples.
 */
export function fitLogistic(examples: readonly Example[], bounds: readonly Bounds[], ridge: number): number[] {
  const size = bounds.length;
  const rows = Float64Array.from(examples.flatMap(({ features }) => features));
  const importance = Float64Array.from(examples, ({ weight }) => weight);
  const wanted = Float64Array.from(examples, ({ isMatch }) => (isMatch ? 1 : 0));
  const total = importance.reduce((sum, one) => sum + one, 0);
  const weights = new Float64Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  const gradient = new Float64Array(size);
  const at = (values: Float64Array, n: number): number => values[n] ?? 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    gradient.fill(0);
    for (let example = 0, row = 0; example < wanted.length; example += 1, row += size) {
      let logit = 0;
      for (let n = 0; n < size; n += 1) logit += at(rows, row + n) * at(weights, n);
      const miss = (at(wanted, example) - 1 / (1 + Math.exp(-logit))) * at(importance, example);
      for (let n = 0; n < size; n += 1) gradient[n] = at(gradient, n) + miss * at(rows, row + n);
    }
    const step = STEP * (1 - round / (ROUNDS + 1));
    for (let n = 0; n < size; n += 1) {
      const slope = (at(gradient, n) - (n === 0 ? 0 : ridge * at(weights, n))) / total;
      first[n] = 0.9 * at(first, n) + 0.1 * slope;
      second[n] = 0.999 * at(second, n) + 0.001 * slope * slope;
      const moved =
        at(weights, n) + (step * (at(first, n) / (1 - 0.9 ** round))) / (Math.sqrt(at(second, n) / (1 - 0.999 ** round)) + 1e-9);
      weights[n] = Math.min(bounds[n]?.[1] ?? 0, Math.max(bounds[n]?.[0] ?? 0, moved));
    }
  }
  return Array.from(weights);
}
