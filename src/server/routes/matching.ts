import { z } from 'zod';
import { DualwatchError } from '../../model/errors.ts';
import { HIT_THRESHOLD } from '../../model/match.ts';
import { datasetsOf, listsOfDataset } from '../../work/entities/datasets.ts';
import { queryOfEntity } from '../../work/entities/query-of-entity.ts';
import { FEATURES, scoredEntity as scored } from '../../work/entities/scored-entity.ts';
import { repeated } from '../repeated.ts';
import { route, type Route } from '../route.ts';
import { indexInForce } from '../screened.ts';
import { example, scoredEntity, total } from '../shapes/entity.ts';

/** Names of one algorithm: this server has one, whatever it is called. */
const ALGORITHMS = ['best', 'default', 'dualwatch', 'logic-v1', 'logic-v2', 'name-based', 'name-qualified', 'regression-v1'] as const;
const MOST_QUERIES = 500;
const MOST_NAMES = 2000;

const dataset = z.object({ dataset: z.string().max(200).describe('`default` for all lists, or the name of one') });
export const moment = z
  .string()
  .max(40)
  .regex(/^\d{4}-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?)?)?/)
  .describe('a day, or a moment in UTC');

const matchQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(5).describe('results for each query at most'),
  threshold: z.coerce.number().min(0).max(1).default(HIT_THRESHOLD).describe('score from which a result is a match'),
  cutoff: z.coerce.number().min(0).max(1).default(0.5).describe('least score of a result; never above `threshold`'),
  algorithm: z.enum(ALGORITHMS).default('best').describe('taken and passed over: there is one'),
  include_dataset: repeated().describe('lists that results stand on'),
  exclude_dataset: repeated().describe('lists that results do not stand on'),
  exclude_schema: repeated(),
  topics: repeated().describe('topics of FollowTheMoney, one of which results have'),
  changed_since: moment.optional(),
  exclude_entity_ids: repeated().describe('parties or listings that are no results'),
  fuzzy: z.stringbool().default(true).describe('taken and passed over'),
});

export const matchingRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/match/:dataset',
    tag: 'Clients of yente',
    otherQuery: 'passed over',
    summary: 'Listed parties that entities may be',
    description:
      'Takes what clients of yente send and answers in its shapes. Nothing of it is kept: there is no receipt; `POST /api/v1/screen` gives one. `weights` and `config` are taken and passed over.',
    access: 'viewer',
    changes: false,
    params: dataset,
    query: matchQuery,
    body: z.object({
      queries: z.record(z.string().max(500), example),
      weights: z.record(z.string(), z.unknown()).optional(),
      config: z.record(z.string(), z.unknown()).optional(),
    }),
    bodyLimit: 4 * 1024 * 1024,
    answer: z.object({
      responses: z.record(
        z.string(),
        z.object({
          status: z.literal(200),
          results: z.array(scoredEntity),
          total,
          query: z.object({ id: z.string().nullable(), schema: z.string(), properties: z.record(z.string(), z.array(z.string())) }),
        }),
      ),
      matcher: z.record(z.string(), z.object({ description: z.string(), coefficient: z.number(), url: z.string() })),
      limit: z.number().int(),
    }),
    example: {
      params: { dataset: 'default' },
      body: {
        queries: {
          q1: { schema: 'Company', properties: { name: ['Primerpostavka LLC'], jurisdiction: ['ru'] } },
          q2: { schema: 'Person', properties: { name: ['Ivan Primerov'], birthDate: ['1951'], nationality: ['ru'] } },
        },
      },
    },
    async handle({ params, query: asked, body, served, signal, reply }) {
      const include = await listsOfDataset(served.store, params.dataset);
      const keys = Object.keys(body.queries);
      if (keys.length === 0) throw new DualwatchError('usage', 'body.queries: there is none; write {"queries":{"q1":{…}}}');
      if (keys.length > MOST_QUERIES)
        throw new DualwatchError('input-too-large', `body.queries: ${keys.length} in one request; send at most ${MOST_QUERIES}`);
      const entities = Object.entries(body.queries).map(([key, one]) => ({ key, ...queryOfEntity(one) }));
      const names = entities.reduce((sum, one) => sum + one.names.length, 0);
      if (names > MOST_NAMES) throw new DualwatchError('input-too-large', `body.queries have ${names} names; send at most ${MOST_NAMES}`);
      const { limit, threshold } = asked;
      const found = await served.screening.threads.ask(
        'matchEntities',
        {
          index: await indexInForce(served),
          queries: entities.map((one) => one.names),
          filter: {
            include: narrowed(include, asked.include_dataset),
            exclude: asked.exclude_dataset,
            excludeSchema: asked.exclude_schema,
            topics: asked.topics,
            changedSince: asked.changed_since ?? null,
            excludeIds: asked.exclude_entity_ids,
          },
          cutoff: Math.min(asked.cutoff, threshold),
          limit,
        },
        signal,
      );
      void reply.header('x-batch-size', String(keys.length));
      return {
        responses: Object.fromEntries(
          entities.map(({ key, query }, n) => [
            key,
            {
              status: 200 as const,
              results: (found[n]?.results ?? []).map((one) => scored(one, threshold)),
              total: { value: found[n]?.total ?? 0, relation: found[n]?.more === true ? ('gte' as const) : ('eq' as const) },
              query,
            },
          ]),
        ),
        matcher: FEATURES,
        limit,
      };
    },
  }),
  route({
    method: 'GET',
    path: '/catalog',
    tag: 'Clients of yente',
    otherQuery: 'passed over',
    summary: 'Lists that can be asked of, and `default`, which is all of them',
    access: 'viewer',
    answer: z.object({
      datasets: z.array(
        z.object({
          name: z.string(),
          title: z.string(),
          summary: z.string().nullable(),
          url: z.string().nullable(),
          load: z.boolean(),
          entities_url: z.string().nullable(),
          version: z.string(),
          index_version: z.string(),
          index_current: z.boolean(),
          updated_at: z.string(),
          entity_count: z.number().int(),
          children: z.array(z.string()),
        }),
      ),
      current: z.array(z.string()),
      outdated: z.array(z.string()),
      index_stale: z.boolean(),
    }),
    async handle({ served }) {
      const datasets = await datasetsOf(served.store);
      return {
        datasets: datasets.map(({ name, title, summary, url, version, updatedAt, listings, children }) => ({
          name,
          title,
          summary,
          url,
          load: true,
          entities_url: null,
          version,
          index_version: version,
          index_current: true,
          updated_at: updatedAt,
          entity_count: listings,
          children,
        })),
        current: datasets.map(({ name }) => name),
        outdated: [],
        index_stale: served.screening.notReady() !== undefined,
      };
    },
  }),
  route({
    method: 'GET',
    path: '/manifest',
    tag: 'Clients of yente',
    otherQuery: 'passed over',
    summary: 'The same in the shape of a manifest',
    access: 'viewer',
    answer: z.object({
      datasets: z.array(z.object({ name: z.string(), title: z.string(), version: z.string(), children: z.array(z.string()) })),
    }),
    async handle({ served }) {
      const datasets = await datasetsOf(served.store);
      return { datasets: datasets.map(({ name, title, version, children }) => ({ name, title, version, children })) };
    },
  }),
  route({
    method: 'GET',
    path: '/algorithms',
    tag: 'Clients of yente',
    otherQuery: 'passed over',
    summary: 'How names are compared',
    description: 'There is one way. Other names that clients of yente send in `algorithm` are taken for it.',
    access: 'viewer',
    answer: z.object({
      algorithms: z.array(
        z.object({
          name: z.string(),
          description: z.string(),
          features: z.record(z.string(), z.object({ description: z.string(), coefficient: z.number(), url: z.string() })),
        }),
      ),
      default: z.string(),
      best: z.string(),
    }),
    handle: () => ({
      algorithms: [
        {
          name: 'dualwatch',
          description: 'Names taken apart and aligned word by word across scripts; facts beside them weighed in; a calibrated probability',
          features: FEATURES,
        },
      ],
      default: 'dualwatch',
      best: 'dualwatch',
    }),
  }),
];

/** The lists of a dataset that are among `wanted`, where any are wanted. */
export function narrowed(lists: readonly string[] | null, wanted: readonly string[]): readonly string[] | null {
  if (wanted.length === 0) return lists;
  return lists === null ? wanted : lists.filter((list) => wanted.includes(list));
}
