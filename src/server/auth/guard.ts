import fastifyCookie from '@fastify/cookie';
import fastifyCors from '@fastify/cors';
import fastifyRateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DualwatchError } from '../../model/errors.ts';
import { isLoopback } from '../../model/is-loopback.ts';
import { networkOf } from '../../work/accounts/throttle.ts';
import { NOBODY, type Actor } from '../actor.ts';
import { knownHosts } from '../known-hosts.ts';
import { changesState, routeOf } from '../route.ts';
import { securityHeaders } from '../security-headers.ts';
import type { Served } from '../served.ts';
import { endSlowSender } from '../slow-senders.ts';
import { authentication } from './authenticate.ts';
import { authorise, refuseForgery } from './authorise.ts';

/** Requests a minute: of somebody known, of whoever owns the machine, and of an address that nobody logged in from. */
const RATES = { known: 6000, local: 120_000, nobody: 600 };

/**
 * All that stands before a route, in its order: slow senders, names of the server, headers, who asks, how often, from which page, with which permission. Gives
 * back who asks; nobody as long as that is not known.
 */
export async function guard(
  app: FastifyInstance,
  served: Served,
  { loopback, publicUrl }: { readonly loopback: boolean; readonly publicUrl: URL | undefined },
): Promise<(request: FastifyRequest) => Actor> {
  const hosts = knownHosts({ loopback, publicUrl });
  const actors = new WeakMap<FastifyRequest, Actor>();
  const actorOf = (request: FastifyRequest): Actor => actors.get(request) ?? NOBODY;

  app.addHook('onRequest', async (request) => {
    endSlowSender(request.raw, routeOf(request)?.takes !== undefined);
    hosts.check(request.headers.host);
  });
  await securityHeaders(app, {
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
    allowList: (request) => routeOf(request)?.uncounted === true,
    errorResponseBuilder: (_request, { after }) =>
      Object.assign(new DualwatchError('too-many-requests', `too many requests; go on after ${after}`), { statusCode: 429 }),
  });
  app.addHook('onRequest', app.rateLimit());
  app.addHook('onRequest', async (request, reply) => {
    if (refused.has(request)) throw refused.get(request);
    const route = routeOf(request);
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
  return actorOf;
}
