/** Weights of `FEATURES`, learnt by `npm run bench -- train-names`. */
export const PERSON_WEIGHTS: readonly number[] = [-7.536, 3.569, -2.723, -0.743, 5.256, 2.289, 1.680, 1.716, 1.088, 0.000, 0.000, 0.000, -3.341, 0.000, -0.065, 0.000, 0.667, 2.417];
export const ORGANISATION_WEIGHTS: readonly number[] = [-5.370, 1.298, -1.182, -2.131, 6.539, 0.773, 1.205, 1.052, 2.242, -2.122, -0.019, -1.897, -0.610, -2.260, -1.495, 3.366, 1.236, 1.426];
