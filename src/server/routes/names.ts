import type { Route } from '../route.ts';
import { entityRoutes } from './entities.ts';
import { matchingRoutes } from './matching.ts';
import { reconcileRoutes } from './reconcile.ts';

/** All that is about names and lists of parties. */
export const namesRoutes: readonly Route[] = [...matchingRoutes, ...entityRoutes, ...reconcileRoutes];
