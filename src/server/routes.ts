import { accountRoutes } from './routes/accounts.ts';
import { documentRoutes } from './routes/documents.ts';
import { healthRoutes } from './routes/health.ts';
import { loginRoutes } from './routes/login.ts';
import { matchingRoutes } from './routes/matching.ts';
import { noticeRoutes } from './routes/notices.ts';
import { openIdRoutes } from './routes/openid.ts';
import type { Route } from './route.ts';

/** All that the server answers. */
export const ROUTES: readonly Route[] = [
  ...healthRoutes,
  ...documentRoutes(() => ROUTES),
  ...loginRoutes,
  ...openIdRoutes,
  ...accountRoutes,
  ...noticeRoutes,
  ...matchingRoutes,
];
