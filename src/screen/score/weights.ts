/** Weights of `FEATURES`, learnt by `npm run bench -- train-names`. */
export const PERSON_WEIGHTS: readonly number[] = [
  -3.666, 1.652, 0.0, 3.022, 3.558, -4.0, -1.2, 1.0, -2.395, -2.5, -1.0, -0.3, -0.6, 0.0, -1.686, -1.0, -3.204, 0.3,
];
export const ORGANISATION_WEIGHTS: readonly number[] = [
  -6.788, 3.094, 0.0, 3.432, 2.94, -4.0, -0.3, 1.0, -1.5, -2.5, -2.94, -1.564, -0.6, -1.0, -0.534, -1.0, -1.0, 0.3,
];
