/** An example of which only the numbers of the features that it has are kept, all of one value. */
export interface SparseExample {
  readonly features: readonly number[];
  readonly value: number;
  readonly isTrue: boolean;
}

const ROUNDS = 400;
const STEP = 1;

/**
 * Weights of a logistic regression with a ridge on all but the bias: steps along the whole gradient, scaled for each weight by what it met so far (AdaGrad, Duchi et al. 2011).
 * The same for the same examples.
 */
export function fitSparse(
  examples: readonly SparseExample[],
  size: number,
  ridge: number,
): { readonly weights: Float64Array; readonly bias: number } {
  const weights = new Float64Array(size + 1);
  const gradient = new Float64Array(size + 1);
  const met = new Float64Array(size + 1).fill(1e-6);
  const at = (values: Float64Array, n: number): number => values[n] ?? 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let n = 0; n < size; n += 1) gradient[n] = -ridge * at(weights, n);
    let bias = 0;
    for (const { features, value, isTrue } of examples) {
      let sum = 0;
      for (const n of features) sum += at(weights, n);
      const miss = (isTrue ? 1 : 0) - 1 / (1 + Math.exp(-(sum * value + at(weights, size))));
      for (const n of features) gradient[n] = at(gradient, n) + miss * value;
      bias += miss;
    }
    gradient[size] = bias;
    const step = STEP * (1 - round / ROUNDS);
    for (let n = 0; n <= size; n += 1) {
      const slope = at(gradient, n);
      met[n] = at(met, n) + slope * slope;
      weights[n] = at(weights, n) + (step * slope) / Math.sqrt(at(met, n));
    }
  }
  return { weights: weights.slice(0, size), bias: at(weights, size) };
}
