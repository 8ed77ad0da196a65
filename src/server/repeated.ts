import { z } from 'zod';

/** A parameter that may be given several times: `?topics=sanction&topics=role.pep`. */
export function repeated(most = 50) {
  return z.preprocess(
    (given) => (given === undefined ? [] : typeof given === 'string' ? [given] : given),
    z.array(z.string().max(200)).max(most),
  );
}
