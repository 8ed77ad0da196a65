/** Weights of `RETOLD_FEATURES`, learnt by `npm run bench -- train-copies`. */
export const RETOLD_WEIGHTS: readonly number[] = [
  -2.91, 0.65, 1.34, 1.75, 2.91, -1.75, 0.67, 1.17, 0.99, 1.6, 0.0, -0.56, 1.98, -4.75, 2.09, 3.19, 1.15,
];
