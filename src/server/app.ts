import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import fastifyCors from '@fastify/cors';
import fastifyHelmet from '@fastify/helmet';
import fastifyRateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { DualwatchError } from '../model/errors.ts';
import { isLoopback } from '../model/is-loopback.ts';
import { LoginHeld } from '../work/accounts/login-held.ts';
import { networkOf } from '../work/accounts/throttle.ts';
import { NOBODY, type Actor } from './actor.ts';
import { answerTag } from './answer-tag.ts';
import { auditChange } from './auth/audit-changes.ts';
import { authentication } from './auth/authenticate.ts';
import { authorise, refuseForgery } from './auth/authorise.ts';
import { answerClientError } from './client-error.ts';
import { changesStreamOf } from './changes-stream.ts';
import { keyedRequest } from './idempotency.ts';
import { metricsOf } from './metrics.ts';
import { knownHosts } from './known-hosts.ts';
import { JsonText } from './json-text.ts';
import { InvalidRequest, PROBLEM_TYPE, problemOf, wrongOf, type Wrong } from './problem.ts';
import { changesState, type Route } from './route.ts';
import { ROUTES } from './routes.ts';
import type { Served } from './served.ts';
import { endSlowSender } from './slow-senders.ts';

export interface AppOptions {
  /** Bound to this machine alone. */
  readonly loopback: boolean;
  /** Checks every answer against its schema; for tests. */
  readonly checkAnswers?: boolean;
  readonly routes?: readonly Route[];
}

const JSON_TYPE = 'application/json; charset=utf-8';
const BODY_LIMIT = 1024 * 1024;
/** Requests a minute: of somebody known, of whoever owns the machine, and of an address that nobody logged in from. */
const RATES = { known: 6000, local: 120_000, nobody: 600 };

/**
 * The HTTP API over one home, as a fastify instance that listens nowhere yet. All that it answers is in the table of routes; what holds for every
 * route (names of the server, who asks, permissions, problems, headers) is here.
 */
export async function createApp(served: Served, options: AppOptions): Promise<FastifyInstance> {
  const { loopback, checkAnswers = false, routes = ROUTES } = options;
  const publicUrl = served.config.server.publicUrl === '' ? undefined : new URL(served.config.server.publicUrl);
  const hosts = knownHosts({ loopback, publicUrl });
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
  const actors = new WeakMap<FastifyRequest, Actor>();
  const actorOf = (request: FastifyRequest): Actor => actors.get(request) ?? NOBODY;

  app.addHook('onRequest', async (request) => {
    endSlowSender(request.raw, (request.routeOptions.config as { route?: Route }).route?.takes !== undefined);
    hosts.check(request.headers.host);
  });
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] },
    },
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    hsts: publicUrl?.protocol === 'https:',
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  await app.register(fastifyCookie);
  const foreign = served.config.server.corsOrigins;
  if (foreign.length > 0)
    await app.register(fastifyCors, { origin: [...foreign], methods: ['GET', 'POST', 'OPTIONS'], maxAge: 600, credentials: false });
  const refused = new WeakMap<FastifyRequest, unknown>();
  const authenticate = authentication(served, { here: loopback && (publicUrl === undefined || isLoopback(publicUrl.hostname)) });
  app.addHook('onRequest', async (request, reply) => {
    try {
      actors.set(request, await authenticate(request, reply));
    } catch (error) {
      // Refused below: whoever tries keys is counted like everybody else.
      refused.set(request, error);
    }
  });
  await app.register(fastifyRateLimit, {
    // As a hook of all routes, below: its own would come after permissions, and count nobody who is refused.
    global: false,
    timeWindow: '1 minute',
    keyGenerator: (request) => {
      const actor = actorOf(request);
      return actor.kind === 'nobody' || actor.kind === 'local' ? `${actor.kind} ${networkOf(request.ip)}` : `${actor.kind} ${actor.id}`;
    },
    max: (request) => {
      const { kind } = actorOf(request);
      return kind === 'nobody' ? RATES.nobody : kind === 'local' ? RATES.local : RATES.known;
    },
    errorResponseBuilder: (_request, { after }) =>
      Object.assign(new DualwatchError('too-many-requests', `too many requests; go on after ${after}`), { statusCode: 429 }),
  });
  app.addHook('onRequest', app.rateLimit());
  app.addHook('onRequest', async (request, reply) => {
    if (refused.has(request)) throw refused.get(request);
    const { route } = request.routeOptions.config as { route?: Route };
    const origin = request.headers.origin;
    if (origin !== undefined && !hosts.isOwnOrigin(origin, request.headers.host) && !foreign.includes(origin) && request.method !== 'GET')
      throw new DualwatchError('not-allowed', 'a page of another site may not ask this; its Origin is none of this server');
    if (route === undefined) return;
    if (origin !== undefined && foreign.includes(origin) && changesState(route))
      throw new DualwatchError('not-allowed', 'pages of other sites may read here, and change nothing');
    if (request.headers['sec-fetch-site'] === 'cross-site' && request.method !== 'GET' && !foreign.includes(origin ?? ''))
      throw new DualwatchError('not-allowed', 'a page of another site may not ask this');
    const actor = actorOf(request);
    if (actor.role === null && route.access !== 'public') void reply.header('WWW-Authenticate', 'Bearer');
    authorise(actor, route);
    refuseForgery(actor, route, request);
  });
  app.addHook('onResponse', async (request, reply) => {
    const { route } = request.routeOptions.config as { route?: Route };
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
    if (methods.length > 0) void reply.header('Allow', methods.join(', '));
    throw methods.length > 0
      ? new DualwatchError('method-not-allowed', `${request.method} is not for this address; it takes ${methods.join(', ')}`)
      : new DualwatchError('not-found', 'the server has nothing at this address; /api/docs lists what there is');
  });
  // A body that a route takes as a stream is read by the route itself.
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));

  for (const one of routes) add(one);
  return app;

  function add(one: Route): void {
    app.route({
      method: one.method,
      url: one.path,
      config: { route: one },
      ...(one.bodyLimit === undefined ? {} : { bodyLimit: one.bodyLimit }),
      async handler(request, reply) {
        const wrong: Wrong[] = [];
        const read = (part: 'params' | 'query' | 'body', given: unknown): unknown => {
          const schema = one[part];
          if (schema === undefined) return undefined;
          const read = schema.safeParse(given);
          if (!read.success) wrong.push(...wrongOf(part, read.error));
          return read.data;
        };
        const [params, query] = [read('params', request.params), read('query', request.query)];
        if (one.body !== undefined && !/^application\/(?:[\w.+-]+\+)?json\b/i.test(request.headers['content-type'] ?? ''))
          throw new DualwatchError('media-type', 'send the body as application/json');
        const body = read('body', request.body);
        if (wrong.length > 0) throw new InvalidRequest(wrong);
        const actor = actorOf(request);
        const keyed = await keyedRequest(served, { actor, route: one, request });
        if (keyed?.before) {
          void reply.code(keyed.before.status).header('Idempotent-Replay', 'true');
          return keyed.before.status === 204 ? reply.send() : reply.type(JSON_TYPE).send(keyed.before.text);
        }
        const stop = new AbortController();
        reply.raw.once('close', () => {
          if (!reply.raw.writableFinished) stop.abort(new DualwatchError('usage', 'the client has gone'));
        });
        const asked = { params: params as undefined, query: query as undefined, body: body as undefined };
        const answered = await (async () => one.handle({ ...asked, actor, served, signal: stop.signal, request, reply }))().catch(
          async (error: unknown) => {
            await keyed?.failed();
            throw error;
          },
        );
        if (reply.sent || reply.raw.headersSent) return reply;
        if ('produces' in one.answer) return reply.type(one.answer.produces).send(answered);
        const status = one.status ?? 200;
        void reply.code(status);
        if (status === 204) {
          await keyed?.done(status, '');
          return reply.send();
        }
        if (answered instanceof JsonText) {
          if (checkAnswers) one.answer.parse(JSON.parse(answered.body.toString()));
          return reply.type(JSON_TYPE).header('ETag', answered.tag).send(answered.body);
        }
        if (checkAnswers) one.answer.parse(answered);
        const text = JSON.stringify(answered);
        await keyed?.done(status, text);
        return reply.type(JSON_TYPE).send(text);
      },
    });
  }
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

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
