/** A pair with its features and whether it is one party. */
export interface Example {
  readonly features: readonly number[];
  readonly isMatch: boolean;
  readonly weight: number;
}

/** Weights of a logistic regression with a ridge on all but the first, by Newton's method; the same for the same examples. */
export function fitLogistic(examples: readonly Example[], ridge: number): number[] {
  const size = examples[0]?.features.length ?? 0;
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < 30; round += 1) {
    const gradient = new Array<number>(size).fill(0);
    const hessian = Array.from({ length: size }, () => new Array<number>(size).fill(0));
    for (const { features, isMatch, weight } of examples) {
      const logit = features.reduce((sum, one, n) => sum + one * (weights[n] ?? 0), 0);
      const p = 1 / (1 + Math.exp(-logit));
      const slope = Math.max(p * (1 - p), 1e-9) * weight;
      const miss = ((isMatch ? 1 : 0) - p) * weight;
      for (let a = 0; a < size; a += 1) {
        const x = features[a] ?? 0;
        if (x === 0) continue;
        gradient[a] = (gradient[a] ?? 0) + miss * x;
        const row = hessian[a] ?? [];
        for (let b = 0; b < size; b += 1) row[b] = (row[b] ?? 0) + slope * x * (features[b] ?? 0);
      }
    }
    for (let n = 0; n < size; n += 1) {
      const penalty = n === 0 ? 1e-6 : ridge;
      gradient[n] = (gradient[n] ?? 0) - penalty * (weights[n] ?? 0);
      const row = hessian[n] ?? [];
      row[n] = (row[n] ?? 0) + penalty;
    }
    const step = solve(hessian, gradient);
    weights = weights.map((one, n) => one + Math.max(-3, Math.min(3, step[n] ?? 0)));
    if (Math.max(...step.map(Math.abs)) < 1e-6) break;
  }
  return weights;
}

/** Gaussian elimination with pivots. */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, n) => [...row, right[n] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1)
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    const [top, chosen] = [rows[column] ?? [], rows[pivot] ?? []];
    [rows[column], rows[pivot]] = [chosen, top];
    const lead = chosen[column] ?? 1;
    for (let row = 0; row < size; row += 1) {
      if (row === column) continue;
      const target = rows[row] ?? [];
      const factor = (target[column] ?? 0) / lead;
      if (factor !== 0) for (let n = column; n <= size; n += 1) target[n] = (target[n] ?? 0) - factor * (chosen[n] ?? 0);
    }
  }
  return rows.map((row, n) => (row[size] ?? 0) / (row[n] ?? 1));
}
