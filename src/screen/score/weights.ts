/** Weights of `FEATURES`, learnt by `npm run bench -- train-names`. */
export const PERSON_WEIGHTS: readonly number[] = [
  -4.393, 2.82, 1.007, 2.5, 2.5, -7.0, -0.8, 1.0, -1.28, -5.0, -1.0, -0.3, -0.6, -1.0, -1.023, -1.0, -3.999, 0.3,
];
export const ORGANISATION_WEIGHTS: readonly number[] = [
  -6.762, 3.899, 0.311, 2.473, 3.637, -4.0, -0.3, 1.0, -1.0, -5.0, -2.687, -2.146, -0.6, -2.225, -0.261, -1.0, -1.0, 0.3,
];
