/** Weights of `FEATURES`, learnt by `npm run bench -- train-names`; that of `tradesDiffer` for organisations (learnt: -2.142) by pairs of firms of one name and two trades. */
export const PERSON_WEIGHTS: readonly number[] = [
  -4.41, 2.827, 1.02, 2.5, 2.5, -7.0, -0.8, 1.0, -1.272, -5.0, -1.0, -0.3, -0.6, -1.0, -1.069, -1.0, -4.0, 0.3,
];
export const ORGANISATION_WEIGHTS: readonly number[] = [
  -6.769, 3.892, 0.289, 2.467, 3.682, -4.0, -0.3, 1.0, -1.0, -5.0, -2.665, -2.5, -0.6, -2.22, -0.057, -1.0, -1.0, 0.3,
];
