/** Weights of `FEATURES`, learnt by `npm run bench -- train-names`. */
export const PERSON_WEIGHTS: readonly number[] = [-4.611, 2.736, 1.296, 2.500, 2.500, -7.000, -0.800, 1.000, -1.000, -5.000, -1.000, -0.300, -0.600, -1.000, -1.559, -1.000, -3.311, 0.300];
export const ORGANISATION_WEIGHTS: readonly number[] = [-6.873, 3.826, 0.132, 2.668, 3.526, -4.000, -0.300, 1.000, -1.000, -5.000, -2.862, -2.144, -0.600, -2.274, -0.398, -1.000, -1.000, 0.300];
