import { z } from 'zod';
import { DualwatchError } from '../../model/errors.ts';
import { HIT_THRESHOLD } from '../../model/match.ts';
import { datasetsOf, listsOfDataset } from '../../work/entities/datasets.ts';
import type { PartyEntity } from '../../work/entities/entity-of-party.ts';
import {
  beginning,
  CANDIDATES,
  candidatesOf,
  extendedWith,
  named,
  namesOfQuery,
  PROPERTIES,
  TYPES,
} from '../../work/entities/reconcile.ts';
import { EVERYBODY } from '../../work/entities/search-entities.ts';
import { VERSION } from '../../work/version.ts';
import { InvalidRequest, wrongOf } from '../problem.ts';
import { previewPage } from '../preview-page.ts';
import { readForm } from '../read-form.ts';
import { route, type Asked, type Route } from '../route.ts';
import { indexInForce } from '../screened.ts';
import type { Served } from '../served.ts';
import { extended, extendQuery, manifest, queryBatch, results, suggested, type } from '../shapes/reconciliation.ts';

const TAG = 'Reconciliation (OpenRefine)';
const MOST_BYTES = 2 * 1024 * 1024;
const MOST_QUERIES = 200;
const SUGGESTED = 10;
/** Of the frame that shows a preview, pixels. */
const FRAME = { width: 430, height: 320 };
const LEAST_SCORE = 0.3;

const dataset = z.object({ dataset: z.string().max(200).describe('`default` for all lists, or the name of one') });
const prefix = z.object({
  prefix: z.string().max(500).default(''),
  cursor: z.coerce.number().int().min(0).max(9000).default(0).describe('how many to pass over'),
  limit: z.coerce.number().int().min(1).max(100).default(SUGGESTED),
});

type InDataset = Asked<typeof dataset, undefined, undefined>;

export const reconcileRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/reconcile/:dataset',
    tag: TAG,
    otherQuery: 'passed over',
    summary: 'What this reconciliation service offers; with `queries` or `extend`, the answer to them',
    description: 'The Reconciliation Service API 0.2. Types are schemata of FollowTheMoney, properties its properties, scores 0 to 100.',
    access: 'viewer',
    params: dataset,
    query: z.object({ queries: z.string().max(200_000).optional(), extend: z.string().max(200_000).optional() }),
    answer: z.union([manifest, results, extended]),
    example: { params: { dataset: 'default' } },
    async handle(asked) {
      const { queries, extend } = asked.query;
      if (queries !== undefined || extend !== undefined) return answered(asked, { queries, extend });
      const { served, params, request } = asked;
      await listsOfDataset(served.store, params.dataset);
      const { title = params.dataset } = (await datasetsOf(served.store)).find(({ name }) => name === params.dataset) ?? {};
      const base = baseOf(served, request.headers.host);
      const own = `${base}/reconcile/${encodeURIComponent(params.dataset)}`;
      const page = `${own}/preview?id={{id}}`;
      return {
        versions: ['0.1', '0.2'],
        name: `${title} (Dualwatch)`,
        identifierSpace: `${base}/entities/`,
        schemaSpace: 'https://followthemoney.tech/explorer/schemata/',
        documentation: `${base}/api/docs`,
        serviceVersion: VERSION,
        defaultTypes: TYPES,
        view: { url: page },
        preview: { url: page, ...FRAME },
        suggest: {
          entity: { service_url: own, service_path: '/suggest/entity' },
          type: { service_url: own, service_path: '/suggest/type' },
          property: { service_url: own, service_path: '/suggest/property' },
        },
        extend: {
          propose_properties: { service_url: own, service_path: '/extend/propose' },
          property_settings: [
            {
              name: 'limit',
              label: 'Values at most',
              type: 'number' as const,
              default: 0,
              help_text: 'How many values of a property are given; 0: all',
            },
          ],
        },
      };
    },
  }),
  route({
    method: 'POST',
    path: '/reconcile/:dataset',
    tag: TAG,
    otherQuery: 'passed over',
    summary: 'Candidates for names, or values of parties that were chosen',
    description: 'A form with `queries` or `extend`, each JSON; or one JSON object with the same members.',
    access: 'viewer',
    changes: false,
    params: dataset,
    takes: ['application/x-www-form-urlencoded', 'application/json'],
    answer: z.union([results, extended]),
    async handle(asked) {
      const form = await readForm(asked.request, MOST_BYTES);
      return answered(asked, { queries: form.get('queries'), extend: form.get('extend') });
    },
  }),
  route({
    method: 'GET',
    path: '/reconcile/:dataset/suggest/entity',
    tag: TAG,
    otherQuery: 'passed over',
    summary: 'Parties whose names have words that begin so',
    access: 'viewer',
    params: dataset,
    query: prefix,
    answer: z.object({
      ...suggested,
      result: z.array(z.object({ id: z.string(), name: z.string(), description: z.string(), notable: z.array(type), type: z.array(type) })),
    }),
    async handle({ params, query, served, signal }) {
      const include = await listsOfDataset(served.store, params.dataset);
      const found =
        query.prefix.trim() === ''
          ? []
          : (
              await served.screening.threads.ask(
                'searchEntities',
                {
                  index: await indexInForce(served),
                  search: {
                    ...EVERYBODY,
                    text: query.prefix,
                    include,
                    limit: query.limit,
                    offset: query.cursor,
                  },
                },
                signal,
              )
            ).results;
      return suggestion(
        query.prefix,
        found.map(named).map((one) => ({ ...one, notable: one.type })),
      );
    },
  }),
  suggestRoute('type', 'Kinds of parties whose names begin so', TYPES),
  suggestRoute('property', 'Properties of parties whose names begin so', PROPERTIES),
  route({
    method: 'GET',
    path: '/reconcile/:dataset/extend/propose',
    tag: TAG,
    otherQuery: 'passed over',
    summary: 'Properties that parties can be extended with',
    access: 'viewer',
    params: dataset,
    query: z.object({ type: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(500).default(100) }),
    answer: z.object({
      type: z.string(),
      limit: z.number().int(),
      properties: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
    async handle({ params, query, served }) {
      await listsOfDataset(served.store, params.dataset);
      const properties = PROPERTIES.slice(0, query.limit).map(({ id, name }) => ({ id, name }));
      return { type: query.type ?? 'Thing', limit: query.limit, properties };
    },
  }),
  route({
    method: 'GET',
    path: '/reconcile/:dataset/preview',
    tag: TAG,
    otherQuery: 'passed over',
    summary: 'A listed party in a small page, for a frame',
    description: 'Framed by pages of this server and of the configured origins alone.',
    access: 'viewer',
    params: dataset,
    query: z.object({ id: z.string().min(1).max(1000) }),
    answer: { produces: 'text/html; charset=utf-8' },
    example: { query: { id: 'example-sanctions:c1' } },
    async handle({ params, query, served, signal, reply }) {
      await listsOfDataset(served.store, params.dataset);
      const entity = await entityOf(served, query.id, signal);
      if (entity === undefined) throw new DualwatchError('not-found', `the lists have no party or listing ${query.id.slice(0, 200)}`);
      const origins = served.config.server.corsOrigins;
      void reply.header(
        'content-security-policy',
        `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'${origins.map((origin) => ` ${origin}`).join('')}`,
      );
      // What frame-ancestors allows, the older header would forbid.
      void reply.removeHeader('x-frame-options');
      return previewPage(entity);
    },
  }),
];

/** Which of the few that there are have a name that begins so. */
function suggestRoute(what: string, summary: string, all: readonly z.output<typeof type>[]): Route {
  return route({
    method: 'GET',
    path: `/reconcile/:dataset/suggest/${what}`,
    tag: TAG,
    otherQuery: 'passed over',
    summary,
    access: 'viewer',
    params: dataset,
    query: prefix,
    answer: z.object({ ...suggested, result: z.array(type) }),
    async handle({ params, query, served }) {
      await listsOfDataset(served.store, params.dataset);
      return suggestion(query.prefix, beginning(all, query.prefix).slice(query.cursor, query.cursor + query.limit));
    },
  });
}

function suggestion<Result>(prefix: string, result: readonly Result[]) {
  return { code: '/api/status/ok' as const, status: '200 OK' as const, prefix, result };
}

/** Under which address the client knows this server. */
function baseOf({ config }: Pick<Served, 'config'>, host: string | undefined): string {
  return config.server.publicUrl === '' ? `http://${host ?? 'localhost'}` : new URL(config.server.publicUrl).origin;
}

async function answered(
  { served, params, signal }: Pick<InDataset, 'served' | 'params' | 'signal'>,
  { queries, extend }: { readonly queries: string | undefined; readonly extend: string | undefined },
) {
  const include = await listsOfDataset(served.store, params.dataset);
  if (extend !== undefined && extend.trim() !== '') {
    const { ids, properties } = parsed('extend', extend, extendQuery);
    const entities = new Map<string, PartyEntity>();
    for (const id of ids) {
      const entity = await entityOf(served, id, signal);
      if (entity !== undefined) entities.set(id, entity);
    }
    return extendedWith(
      entities,
      ids,
      properties.map(({ id, settings }) => ({ id, limit: settings?.limit ?? 0 })),
    );
  }
  if (queries === undefined) throw new DualwatchError('usage', 'body: expected "queries" or "extend"');
  const batch = Object.entries(parsed('queries', queries, queryBatch));
  if (batch.length > MOST_QUERIES)
    throw new DualwatchError('input-too-large', `queries: ${batch.length} in one request; send at most ${MOST_QUERIES}`);
  const limits = batch.map(([, { limit = CANDIDATES }]) => limit);
  const found = await served.screening.threads.ask(
    'matchEntities',
    {
      index: await indexInForce(served),
      queries: batch.map(([, query]) => namesOfQuery(query)),
      filter: { include, exclude: [], excludeSchema: [], topics: [], changedSince: null, excludeIds: [] },
      cutoff: Math.min(LEAST_SCORE, HIT_THRESHOLD),
      limit: Math.max(1, ...limits),
    },
    signal,
  );
  return Object.fromEntries(
    batch.map(([key, query], n) => [
      key,
      { result: candidatesOf(found[n] ?? { results: [], total: 0, more: false }, query.type).slice(0, limits[n]) },
    ]),
  );
}

async function entityOf(served: Served, id: string, signal: AbortSignal): Promise<PartyEntity | undefined> {
  const ask = async (one: string) => served.screening.threads.ask('findEntity', { index: await indexInForce(served), id: one }, signal);
  const found = await ask(id);
  const moved = found !== undefined && 'belongsTo' in found ? await ask(found.belongsTo) : found;
  return moved === undefined || 'belongsTo' in moved ? undefined : moved.entity;
}

function parsed<Shape extends z.ZodType>(name: string, text: string, shape: Shape): z.output<Shape> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new DualwatchError('usage', `${name} is no JSON`, { cause });
  }
  const read = shape.safeParse(json);
  if (!read.success) throw new InvalidRequest(wrongOf(name, read.error));
  return read.data;
}
