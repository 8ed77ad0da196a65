import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { DualwatchError } from '../model/errors.ts';
import { LoginHeld } from '../work/accounts/login-held.ts';
import { addRoute } from './answer-route.ts';
import { answerTag } from './answer-tag.ts';
import { auditChange } from './auth/audit-changes.ts';
import { guard } from './auth/guard.ts';
import { answerClientError } from './client-error.ts';
import { changesStreamOf } from './changes-stream.ts';
import { isVisit, sendDesk } from './desk/send-desk.ts';
import { metricsOf } from './metrics.ts';
import { PROBLEM_TYPE, problemOf } from './problem.ts';
import { routeOf, type Route } from './route.ts';
import { ROUTES } from './routes.ts';
import type { Served } from './served.ts';

export interface AppOptions {
  /** Bound to this machine alone. */
  readonly loopback: boolean;
  /** Checks every answer against its schema; for tests. */
  readonly checkAnswers?: boolean;
  readonly routes?: readonly Route[];
}

const BODY_LIMIT = 1024 * 1024;

/**
 * The HTTP API over one home, as a fastify instance that listens nowhere yet. All that it answers is in the table of routes; what
 * stands before every route is in auth/guard.ts, and what follows every answer (audit, metrics, tags, problems) is here.
 */
export async function createApp(served: Served, options: AppOptions): Promise<FastifyInstance> {
  const { loopback, checkAnswers = false, routes = ROUTES } = options;
  const publicUrl = served.config.server.publicUrl === '' ? undefined : new URL(served.config.server.publicUrl);
  const app = fastify({
    logger: false,
    // Whoever stands before the server says for whom it asks; nobody else is believed.
    trustProxy: publicUrl === undefined ? false : ['loopback', ...served.config.server.proxies],
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    // Of uploads; others that send slowly are cut off long before (slow-senders.ts).
    requestTimeout: 12 * 3_600_000,
    connectionTimeout: 0,
    keepAliveTimeout: 30_000,
    routerOptions: { maxParamLength: 2000, caseSensitive: true },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, _request, reply) => {
      const problem = problemOf(error);
      void (reply as FastifyReply).code(problem.status).type(PROBLEM_TYPE).send(problem);
    },
  });
  const actorOf = await guard(app, served, { loopback, publicUrl });
  app.addHook('onResponse', async (request, reply) => {
    const route = routeOf(request);
    if (route !== undefined) await auditChange(served, { actor: actorOf(request), route, request, reply });
  });
  app.addHook('onSend', answerTag);
  app.addHook('onResponse', async (request, reply) => {
    const seconds = reply.elapsedTime / 1000;
    metricsOf(served).answered(request.routeOptions.url ?? 'none', request.method, reply.statusCode, seconds);
    if (served.config.log.requests === 'yes')
      served.note(
        'info',
        `${request.method} ${request.url.split('?', 1)[0]?.slice(0, 300) ?? ''} ${reply.statusCode} ${Math.round(reply.elapsedTime)} ms, ${actorOf(request).name}`,
      );
  });
  app.addHook('preClose', async () => changesStreamOf(served).close());

  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    if (error instanceof LoginHeld) void reply.header('Retry-After', String(Math.ceil(error.waitMs / 1000)));
    if (problem.status >= 500 && problem.code === 'internal')
      served.note(
        'error',
        `${request.method} ${request.routeOptions.url ?? 'no route'}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    void reply.code(problem.status).type(PROBLEM_TYPE).send(problem);
  });
  app.setNotFoundHandler((request, reply) => {
    const methods = methodsAt(app, request.url);
    // The desk says it to people in its own way.
    const page = methods.length === 0 && isVisit(request) ? sendDesk(request, reply, served) : undefined;
    if (page !== undefined) return reply.code(404).send(page);
    if (methods.length > 0) void reply.header('Allow', methods.join(', '));
    throw methods.length > 0
      ? new DualwatchError('method-not-allowed', `${request.method} is not for this address; it takes ${methods.join(', ')}`)
      : new DualwatchError('not-found', 'the server has nothing at this address; /api/docs lists what there is');
  });
  // A body that a route takes as a stream is read by the route itself.
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));

  for (const one of routes) addRoute(app, one, { served, actorOf, checkAnswers });
  return app;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

function methodsAt(app: FastifyInstance, url: string): readonly string[] {
  const path = url.split('?', 1)[0] ?? url;
  return METHODS.filter((method) => {
    try {
      return app.findRoute({ method, url: path }) !== null;
    } catch {
      return false;
    }
  });
}
