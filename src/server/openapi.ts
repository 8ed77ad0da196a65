import { z } from 'zod';
import { ERROR_KINDS } from '../model/errors.ts';
import { VERSION } from '../work/version.ts';
import { answerExamples } from './answer-examples.ts';
import { pathExample } from './path-examples.ts';
import { PROBLEM_TYPE } from './problem.ts';
import { changesState, type Route } from './route.ts';

type Json = { readonly [key: string]: unknown };

/** The table of routes as an OpenAPI 3.1 document. */
export function openApiOf(all: readonly Route[]): Json {
  const routes = all.filter(({ documented }) => documented !== false);
  const schemas: Record<string, unknown> = { Problem: PROBLEM };
  const paths: Record<string, Record<string, unknown>> = {};
  const answers = answerExamples();
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operationOf(route, schemas, answers);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Dualwatch',
      version: VERSION,
      description: 'Procurement notices watched for controlled goods: the notices, their evidence, who is named, copies, cases.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas,
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key made with `dualwatch keys add`; `ApiKey` is taken in place of `Bearer`.',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'dualwatch',
          description:
            'The session of a user who has logged in (`__Host-dualwatch` under https). Every change also sends `X-Dualwatch-CSRF` with the token that `GET /api/v1/me` gives.',
        },
      },
    },
  };
}

function operationOf(route: Route, schemas: Record<string, unknown>, answers: Json): Json {
  const { body, answer } = route;
  const id = operationIdOf(route);
  const status = route.status ?? 200;
  const given = answer instanceof z.ZodType ? 'application/json' : answer.produces;
  const schema = answer instanceof z.ZodType ? schemaOf(answer, 'input', schemas) : { type: 'string', format: 'binary' };
  const content = { [given]: { schema, ...(answers[id] === undefined ? {} : { example: answers[id] }) } };
  return {
    operationId: id,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    'x-access': route.access,
    'x-changes': changesState(route),
    security: route.access === 'public' ? [] : [{ key: [] }, { session: [] }],
    parameters: [...parametersOf(route, 'path', schemas), ...parametersOf(route, 'query', schemas)],
    ...bodyOf(route, schemas, body),
    responses: {
      [status]: { description: status === 204 ? 'Done' : route.summary, ...(status === 204 ? {} : { content }) },
      default: { description: 'What went wrong', content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  };
}

function bodyOf({ takes, example }: Route, schemas: Record<string, unknown>, body: z.ZodType | undefined): Json {
  if (takes !== undefined)
    return {
      requestBody: {
        required: true,
        content: Object.fromEntries(takes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])),
      },
    };
  if (body === undefined) return {};
  const content = { schema: schemaOf(body, 'input', schemas), ...(example?.body === undefined ? {} : { example: example.body }) };
  return { requestBody: { required: !body.safeParse(undefined).success, content: { 'application/json': content } } };
}

function parametersOf({ path, params, query, example }: Route, place: 'path' | 'query', schemas: Record<string, unknown>): readonly Json[] {
  const [schema, own] = place === 'path' ? [params, example?.params] : [query, example?.query];
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>).map(([name, one]) => {
    const { description, ...rest } = schemaOf(one, 'output', schemas);
    const shown = (own as Json | undefined)?.[name] ?? (place === 'path' ? pathExample(path, name) : undefined);
    return {
      name,
      in: place,
      required: place === 'path' || !one.safeParse(undefined).success,
      ...(description === undefined ? {} : { description }),
      schema: rest,
      ...(shown === undefined ? {} : { example: shown }),
    };
  });
}

/** JSON Schema of a shape; shapes that have a name go to the components. */
function schemaOf(shape: z.ZodType, io: 'input' | 'output', schemas: Record<string, unknown>): Json {
  const { $schema: _, $defs, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' }) as Json;
  for (const [name, one] of Object.entries(($defs ?? {}) as Json)) schemas[name] ??= moved(one);
  const { id, ...plain } = schema;
  const own = moved(plain) as Json;
  if (typeof id !== 'string') return own;
  schemas[id] ??= own;
  return { $ref: `#/components/schemas/${id}` };
}

/** That a whole number is one which JavaScript can hold is nothing that a client need know. */
function isNoBound(key: string, value: unknown): boolean {
  return (key === 'minimum' || key === 'maximum') && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER;
}

function moved(value: unknown): unknown {
  const text = JSON.stringify(value, (key, one: unknown) => (isNoBound(key, one) ? undefined : one));
  return JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/'));
}

/** `GET /api/v1/notices/:id/captures` → `getNoticesByIdCaptures`. */
export function operationIdOf({ method, path }: Pick<Route, 'method' | 'path'>): string {
  const words = path
    .replace(/^\/api\/v1/, '')
    .split(/[/.-]+/)
    .filter(Boolean)
    .map((word) => (word.startsWith(':') ? `By${capital(word.slice(1))}` : capital(word)));
  return method.toLowerCase() + words.join('');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const PROBLEM: Json = {
  type: 'object',
  description: 'An error as RFC 9457 has it.',
  required: ['type', 'title', 'status', 'code', 'detail', 'retry'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(ERROR_KINDS) },
    detail: { type: 'string', description: 'what was wrong, where, and what to do' },
    retry: { type: 'string', enum: ['never', 'later', 'now'] },
    errors: {
      type: 'array',
      description: 'each part of the request that is wrong',
      items: { type: 'object', required: ['where', 'message'], properties: { where: { type: 'string' }, message: { type: 'string' } } },
    },
  },
};
