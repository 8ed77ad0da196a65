/** Weights of `FEATURES`, learnt by `npm run bench -- train-names`. */
export const PERSON_WEIGHTS: readonly number[] = [-4.222, 1.122, 0.000, 3.712, 4.346, -4.000, -0.700, 1.000, -1.500, -5.000, -1.000, -0.300, -0.600, -1.000, -1.375, -1.000, -3.232, 0.300];
export const ORGANISATION_WEIGHTS: readonly number[] = [-6.219, 3.144, 0.000, 3.032, 3.273, -4.000, -0.300, 1.000, -1.500, -5.000, -3.004, -1.913, -0.600, -2.433, -0.432, -1.000, -1.000, 0.300];
