import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DualwatchError } from '../model/errors.ts';
import type { Actor } from './actor.ts';
import { keyedRequest } from './idempotency.ts';
import { JsonText } from './json-text.ts';
import { InvalidRequest, wrongOf, type Wrong } from './problem.ts';
import type { Route } from './route.ts';
import type { Served } from './served.ts';

const JSON_TYPE = 'application/json; charset=utf-8';

export interface Answering {
  readonly served: Served;
  readonly actorOf: (request: FastifyRequest) => Actor;
  /** Checks every answer against its schema; for tests. */
  readonly checkAnswers: boolean;
}

/** Has the app answer one route of the table: what it is sent is read by the route's schemas, what it gives is sent as the table says. */
export function addRoute(app: FastifyInstance, route: Route, answering: Answering): void {
  app.route({
    method: route.method,
    url: route.path,
    config: { route },
    ...(route.bodyLimit === undefined ? {} : { bodyLimit: route.bodyLimit }),
    handler: (request, reply) => answer(route, request, reply, answering),
  });
}

async function answer(route: Route, request: FastifyRequest, reply: FastifyReply, answering: Answering): Promise<unknown> {
  const { served, checkAnswers } = answering;
  const asked = readRequest(route, request);
  const actor = answering.actorOf(request);
  const keyed = await keyedRequest(served, { actor, route, request });
  if (keyed?.before) {
    void reply.code(keyed.before.status).header('Idempotent-Replay', 'true');
    return keyed.before.status === 204 ? reply.send() : reply.type(JSON_TYPE).send(keyed.before.text);
  }
  const stop = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) stop.abort(new DualwatchError('usage', 'the client has gone'));
  });
  let answered: unknown;
  try {
    answered = await route.handle({ ...asked, actor, served, signal: stop.signal, request, reply });
  } catch (error) {
    await keyed?.failed();
    throw error;
  }
  if (reply.sent || reply.raw.headersSent) return reply;
  // A route that answers with files of several kinds has said which one this is.
  if ('produces' in route.answer) return (reply.hasHeader('content-type') ? reply : reply.type(route.answer.produces)).send(answered);
  const status = route.status ?? 200;
  void reply.code(status);
  if (status === 204) {
    await keyed?.done(status, '');
    return reply.send();
  }
  if (answered instanceof JsonText) {
    if (checkAnswers) requireDescribed(route.answer, answered.body.toString());
    return reply.type(JSON_TYPE).header('ETag', answered.tag).send(answered.body);
  }
  const text = JSON.stringify(answered);
  if (checkAnswers) requireDescribed(route.answer, text);
  await keyed?.done(status, text);
  return reply.type(JSON_TYPE).send(text);
}

/** The parts of a request, as the route's schemas read them. Throws `usage` with all that is wrong. */
function readRequest(route: Route, request: FastifyRequest) {
  const wrong: Wrong[] = [];
  // The schemas of a table's route are not known to the compiler; `route` has held its handler against them.
  const read = (part: 'params' | 'query' | 'body', given: unknown): undefined => {
    const result = route[part]?.safeParse(given);
    if (result?.success === false) wrong.push(...wrongOf(part, result.error));
    return result?.data as undefined;
  };
  const [params, query] = [read('params', request.params), read('query', request.query)];
  if (route.otherQuery === undefined) wrong.push(...unnamedParameters(route, request.query));
  if (route.body !== undefined && !/^application\/(?:[\w.+-]+\+)?json\b/i.test(request.headers['content-type'] ?? ''))
    throw new DualwatchError('media-type', 'send the body as application/json');
  const body = read('body', request.body);
  if (wrong.length > 0) throw new InvalidRequest(wrong);
  return { params, query, body };
}

/** Parameters that a route does not name: passed over, a misspelt filter would give the whole list as if it held. */
function unnamedParameters({ query }: Route, given: unknown): readonly Wrong[] {
  const named = query instanceof z.ZodObject ? Object.keys(query.shape) : [];
  return Object.keys(given ?? {})
    .filter((name) => !named.includes(name))
    .slice(0, 20)
    .map((name) => ({
      where: `query.${name.slice(0, 100)}`,
      message:
        named.length === 0 ? 'nothing is asked here by parameters' : `there is no such parameter here; there are ${named.join(', ')}`,
    }));
}

/** Throws where an answer is not as its schema says, or holds what the schema does not name. */
function requireDescribed(schema: z.ZodType, text: string): void {
  const sent: unknown = JSON.parse(text);
  const unnamed = unnamedIn(sent, schema.parse(sent), '');
  if (unnamed.length > 0) throw new Error(`the schema of the answer does not name ${unnamed.slice(0, 20).join(', ')}`);
}

/** Paths of what schemas leave out. */
function unnamedIn(sent: unknown, described: unknown, path: string): readonly string[] {
  if (typeof sent !== 'object' || sent === null) return [];
  const named = new Map<string, unknown>(Object.entries(described ?? {}));
  return Object.entries(sent).flatMap(([key, value]) =>
    named.has(key) ? unnamedIn(value, named.get(key), `${path}.${key}`) : [`${path}.${key}`],
  );
}
