/** Weights of `FEATURES`, learnt by `npm run bench -- train-names`. */
export const PERSON_WEIGHTS: readonly number[] = [-4.203, 1.161, 0.000, 3.928, 4.319, -7.000, -0.800, 1.000, -1.006, -5.000, -1.000, -0.300, -0.600, -1.000, -1.433, -1.029, -3.417, 0.300];
export const ORGANISATION_WEIGHTS: readonly number[] = [-6.913, 3.801, 0.266, 2.624, 3.495, -4.000, -0.300, 1.000, -1.000, -5.000, -2.863, -2.214, -0.600, -2.096, -0.376, -1.000, -1.000, 0.300];
