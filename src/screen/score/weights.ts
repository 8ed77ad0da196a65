/** Weights of `FEATURES`, learnt by `npm run bench -- train-names`. */
export const PERSON_WEIGHTS: readonly number[] = [-4.167, 1.070, 0.000, 3.758, 4.277, -4.000, -0.700, 1.000, -1.500, -5.000, -1.000, -0.300, -0.600, -1.000, -1.420, -1.000, -3.166, 0.309];
export const ORGANISATION_WEIGHTS: readonly number[] = [-6.118, 3.037, 0.000, 3.016, 3.266, -4.000, -0.300, 1.000, -1.500, -5.000, -3.002, -1.922, -0.600, -2.289, -0.388, -1.000, -1.000, 0.300];
