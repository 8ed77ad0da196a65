/** Weights of `FEATURES`, learnt by `npm run bench -- train-names`. */
export const PERSON_WEIGHTS: readonly number[] = [-3.844, 1.167, 0.000, 3.564, 3.994, -4.000, -1.000, 1.000, -1.500, -2.500, -1.000, -0.300, -0.600, 0.000, -1.408, -1.000, -3.192, 0.300];
export const ORGANISATION_WEIGHTS: readonly number[] = [-5.782, 2.531, 0.000, 3.347, 3.107, -4.000, -0.300, 1.000, -1.500, -2.500, -3.012, -2.018, -0.600, -1.000, -0.269, -1.000, -1.000, 0.300];
