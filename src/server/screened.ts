import { DualwatchError } from '../model/errors.ts';
import type { ServedIndex } from '../work/screening/screening-service.ts';
import type { Served } from './served.ts';

/** The index that names are screened against. Throws `not-found` where the home has no list, `store-busy` where it is still being built. */
export async function indexInForce({ screening }: Pick<Served, 'screening'>): Promise<ServedIndex> {
  const index = await screening.index();
  if (index === null)
    throw new DualwatchError('not-found', 'this home has no list to screen against. POST /api/v1/lists or "dualwatch lists add" adds one');
  return index;
}
