/** Weights of `FEATURES`, learnt by `npm run bench -- train-names`. */
export const PERSON_WEIGHTS: readonly number[] = [-4.361, 1.293, 0.056, 3.678, 4.370, -4.000, -0.700, 1.000, -1.500, -5.000, -1.000, -0.300, -0.600, -0.500, -1.329, -1.000, -3.227, 0.300];
export const ORGANISATION_WEIGHTS: readonly number[] = [-6.269, 3.170, 0.000, 3.049, 3.328, -4.000, -0.300, 1.000, -1.500, -5.000, -2.993, -2.042, -0.600, -1.500, -0.310, -1.000, -1.000, 0.300];
