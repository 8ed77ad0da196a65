import { accountRoutes } from './routes/accounts.ts';
import { alertRoutes } from './routes/alerts.ts';
import { anchorRoutes } from './routes/anchors.ts';
import { auditRoutes } from './routes/audit.ts';
import { captureRoutes } from './routes/captures.ts';
import { caseRoutes } from './routes/cases.ts';
import { changeRoutes } from './routes/changes.ts';
import { claimRoutes } from './routes/claims.ts';
import { demoRoutes } from './routes/demo.ts';
import { deskRoutes } from './routes/desk.ts';
import { documentRoutes } from './routes/documents.ts';
import { exportRoutes } from './routes/exports.ts';
import { feedRoutes } from './routes/feeds.ts';
import { healthRoutes } from './routes/health.ts';
import { keyRoutes } from './routes/keys.ts';
import { knowledgeRoutes } from './routes/knowledge.ts';
import { logRoutes } from './routes/log.ts';
import { loginRoutes } from './routes/login.ts';
import { metricRoutes } from './routes/metrics.ts';
import { namesRoutes } from './routes/names.ts';
import { noticeRoutes } from './routes/notices.ts';
import { searchRoutes } from './routes/search.ts';
import { openIdRoutes } from './routes/openid.ts';
import { publisherRoutes } from './routes/publishers.ts';
import { sourceRoutes } from './routes/sources.ts';
import { startRoutes } from './routes/start.ts';
import { triageRoutes } from './routes/triage.ts';
import { verifyRoutes } from './routes/verify.ts';
import type { Route } from './route.ts';

/** All that the server answers. */
export const ROUTES: readonly Route[] = [
  ...healthRoutes,
  ...deskRoutes,
  ...startRoutes,
  ...demoRoutes,
  ...documentRoutes(() => ROUTES),
  ...loginRoutes,
  ...openIdRoutes,
  ...accountRoutes,
  ...keyRoutes,
  ...auditRoutes,
  ...noticeRoutes,
  ...namesRoutes,
  ...triageRoutes,
  ...caseRoutes,
  ...claimRoutes,
  ...captureRoutes,
  ...exportRoutes,
  ...verifyRoutes,
  ...logRoutes,
  ...anchorRoutes,
  ...sourceRoutes,
  ...publisherRoutes,
  ...alertRoutes,
  ...knowledgeRoutes,
  ...searchRoutes,
  ...changeRoutes,
  ...feedRoutes,
  ...metricRoutes,
];
