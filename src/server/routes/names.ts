import type { Route } from '../route.ts';
import { entityRoutes } from './entities.ts';
import { inquiryRoutes } from './inquiries.ts';
import { listRoutes } from './lists.ts';
import { matchingRoutes } from './matching.ts';
import { reconcileRoutes } from './reconcile.ts';
import { screeningRoutes } from './screening.ts';
import { uploadRoutes } from './uploads.ts';

/** All that is about names and lists of parties. */
export const namesRoutes: readonly Route[] = [
  ...screeningRoutes,
  ...uploadRoutes,
  ...inquiryRoutes,
  ...listRoutes,
  ...matchingRoutes,
  ...entityRoutes,
  ...reconcileRoutes,
];
