/** Weights of `FEATURES`, learnt by `npm run bench -- train-names`. */
export const PERSON_WEIGHTS: readonly number[] = [-3.791, 0.857, 0.000, 3.925, 4.305, -7.000, -0.800, 1.000, -1.500, -5.000, -1.000, -0.300, -0.600, -0.500, -1.504, -1.000, -3.513, 0.300];
export const ORGANISATION_WEIGHTS: readonly number[] = [-6.341, 3.256, 0.000, 3.016, 3.375, -4.000, -0.300, 1.000, -1.500, -5.000, -2.999, -2.308, -0.600, -1.500, -0.428, -1.000, -1.000, 0.300];
