/** Weights of `FEATURES`, learnt by `npm run bench -- train-names`. */
export const PERSON_WEIGHTS: readonly number[] = [-3.267, 1.062, 0.000, 3.668, 3.713, -4.000, -1.200, 1.000, -1.500, -2.500, -1.000, -0.300, -0.600, 0.000, -2.270, -1.331, -2.964, 0.300];
export const ORGANISATION_WEIGHTS: readonly number[] = [-6.831, 2.812, 0.325, 3.399, 4.006, -4.000, -0.300, 1.000, -1.500, -2.652, -3.460, -1.798, -0.600, -1.000, -1.347, -1.000, -1.000, 0.300];
