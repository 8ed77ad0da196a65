/** Weights of `RETOLD_FEATURES`, learnt by `npm run bench -- train-copies`. */
export const RETOLD_WEIGHTS: readonly number[] = [
  -2.54, 0.52, 1.83, 0.53, 3.09, -1.96, 0.93, 1.25, 1.18, 0.2, -0.15, 1.76, -4.35, 2.71, 2.94, 0.81,
];
