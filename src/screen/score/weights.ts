/** Weights of `FEATURES`, learnt by `npm run bench -- train-names`. */
export const PERSON_WEIGHTS: readonly number[] = [-4.267, 1.121, 0.000, 3.745, 4.340, -4.000, -0.700, 1.000, -1.500, -5.000, -1.000, -0.300, -0.600, -1.000, -1.384, -1.000, -3.118, 0.300];
export const ORGANISATION_WEIGHTS: readonly number[] = [-6.008, 3.033, 0.000, 3.135, 2.760, -4.000, -0.300, 1.000, -1.500, -5.000, -3.176, -1.837, -0.600, -2.451, -0.240, -1.000, -1.000, 0.300];
