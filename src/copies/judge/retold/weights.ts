/** Weights of `RETOLD_FEATURES`, learnt by `npm run bench -- train-copies`. */
export const RETOLD_WEIGHTS: readonly number[] = [
  -0.7, 0.89, -0.88, 1.77, 0.77, -0.97, 1.93, -0.59, 0.08, -0.9, 3.07, 0.85, -2.14, 2.18, -4.35, 2.1, 2.54, 0.85, 1.97, 3.6,
];
