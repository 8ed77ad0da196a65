/** Weights of `RETOLD_FEATURES`, learnt by `npm run bench -- train-copies`. */
export const RETOLD_WEIGHTS: readonly number[] = [
  -2.78, 0.81, 1.49, 1.38, 3.22, -1.91, 0.64, 1.2, 0.87, 1.31, 0.0, -0.79, 1.94, -4.54, 2.51, 3.03, 0.68,
];
