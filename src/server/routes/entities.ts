import { z } from 'zod';
import { DualwatchError } from '../../model/errors.ts';
import { isKnownSchema } from '../../screen/lists/ftm-model.ts';
import { listsOfDataset } from '../../work/entities/datasets.ts';
import type { FoundEntity } from '../../work/entities/find-entity.ts';
import { FACETS, type Facet } from '../../work/entities/search-entities.ts';
import { repeated } from '../repeated.ts';
import { route, type Asked, type Route } from '../route.ts';
import { indexInForce } from '../screened.ts';
import { entity, total } from '../shapes/entity.ts';
import { moment, narrowed } from './matching.ts';

const MOST = 500;
const FARTHEST = 9499;
const ALL = 'Thing';
const anId = z.object({ id: z.string().min(1).max(1000) });
const facet = z.enum(FACETS);
const limit = z.coerce.number().int().min(0).max(MOST).default(10);
const offset = z.coerce.number().int().min(0).max(FARTHEST).default(0);
const adjacent = z.object({ results: z.array(entity), total, limit: z.number().int(), offset: z.number().int() });

export const entityRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/search/:dataset',
    tag: 'Clients of yente',
    otherQuery: 'passed over',
    summary: 'Listed parties by words of their names',
    description:
      'Those whose name is like `q` come first, then all others with its words, or words that begin so. `q` is plain words: operators of query languages are read as such.',
    access: 'viewer',
    params: z.object({ dataset: z.string().max(200) }),
    query: z.object({
      q: z.string().max(2000).default(''),
      schema: z.string().max(100).default(ALL).refine(isKnownSchema, 'is no schema of FollowTheMoney'),
      countries: repeated().describe('codes of countries, as cn'),
      topics: repeated(),
      datasets: repeated(),
      include_dataset: repeated(),
      exclude_dataset: repeated(),
      exclude_schema: repeated(),
      changed_since: moment.optional(),
      target: z.stringbool().optional(),
      limit,
      offset,
      facets: z.preprocess(
        (given) => (given === undefined ? ['countries', 'topics', 'datasets'] : typeof given === 'string' ? [given] : given),
        z.array(facet).max(FACETS.length),
      ),
      sort: repeated().describe('taken and passed over: likeness comes first'),
      fuzzy: z.stringbool().default(false).describe('taken and passed over: likeness always counts'),
      simple: z.stringbool().default(false).describe('taken and passed over: queries are always simple'),
    }),
    answer: z.object({
      results: z.array(entity),
      total,
      limit: z.number().int(),
      offset: z.number().int(),
      facets: z.record(
        z.string(),
        z.object({ label: z.string(), values: z.array(z.object({ name: z.string(), label: z.string(), count: z.number().int() })) }),
      ),
    }),
    example: { params: { dataset: 'default' }, query: { q: 'primer', limit: 5 } },
    async handle({ params, query: asked, served, signal }) {
      const lists = narrowed(await listsOfDataset(served.store, params.dataset), asked.include_dataset);
      const { q, schema, countries, topics, datasets, facets, limit, offset } = asked;
      const found = await served.screening.threads.ask(
        'searchEntities',
        {
          index: await indexInForce(served),
          search: {
            text: q,
            ...(schema === ALL ? {} : { schema }),
            excludeSchema: asked.exclude_schema,
            // All that is listed is a target.
            include: asked.target === false ? [] : lists,
            exclude: asked.exclude_dataset,
            countries: countries.map((code) => code.toLowerCase()),
            topics,
            datasets,
            changedSince: asked.changed_since ?? null,
            facets: facets satisfies readonly Facet[],
            limit,
            offset,
          },
        },
        signal,
      );
      return { ...found, total: { value: found.total, relation: 'eq' as const }, limit, offset };
    },
  }),
  route({
    method: 'GET',
    path: '/entities/:id',
    tag: 'Clients of yente',
    otherQuery: 'passed over',
    summary: 'A listed party, with its designations',
    description: 'An id of one of its listings leads (308) to the party.',
    access: 'viewer',
    params: anId,
    query: z.object({ nested: z.stringbool().default(true).describe('designations stand in `sanctions`') }),
    answer: entity,
    async handle(asked) {
      const found = await required(asked, '');
      if (found === undefined) return undefined as never;
      return asked.query.nested && found.designations.length > 0
        ? { ...found.entity, properties: { ...found.entity.properties, sanctions: found.designations } }
        : found.entity;
    },
  }),
  route({
    method: 'GET',
    path: '/entities/:id/adjacent',
    tag: 'Clients of yente',
    otherQuery: 'passed over',
    summary: 'What stands beside a listed party, by property',
    access: 'viewer',
    params: anId,
    query: z.object({ limit, offset, sort: repeated() }),
    answer: z.object({ entity, adjacent: z.record(z.string(), adjacent) }),
    async handle(asked) {
      const found = await required(asked, '/adjacent');
      if (found === undefined) return undefined as never;
      const { entity, designations } = found;
      return { entity, adjacent: designations.length === 0 ? {} : { sanctions: pageOfAdjacent(designations, asked.query) } };
    },
  }),
  route({
    method: 'GET',
    path: '/entities/:id/adjacent/:property',
    tag: 'Clients of yente',
    otherQuery: 'passed over',
    summary: 'What stands beside a listed party in one property',
    access: 'viewer',
    params: anId.extend({ property: z.string().max(200) }),
    query: z.object({ limit, offset, sort: repeated() }),
    answer: adjacent,
    async handle(asked) {
      const { property } = asked.params;
      const found = await required(asked, `/adjacent/${encodeURIComponent(property)}`);
      if (found === undefined) return undefined as never;
      if (property !== 'sanctions')
        throw new DualwatchError('not-found', `the lists have nothing beside a party in "${property}"; there is "sanctions"`);
      return pageOfAdjacent(found.designations, asked.query);
    },
  }),
];

function pageOfAdjacent<Item>(all: readonly Item[], { limit, offset }: { readonly limit: number; readonly offset: number }) {
  return { results: all.slice(offset, offset + limit), total: { value: all.length, relation: 'eq' as const }, limit, offset };
}

/** The entity of the address; undefined where the client was sent on to the party that the id belongs to, under the same `rest` of the path. */
async function required(
  {
    params,
    served,
    signal,
    reply,
    request,
  }: Pick<Asked<typeof anId, undefined, undefined>, 'params' | 'served' | 'signal' | 'reply' | 'request'>,
  rest: string,
): Promise<Exclude<FoundEntity, { belongsTo: string }> | undefined> {
  const found = await served.screening.threads.ask('findEntity', { index: await indexInForce(served), id: params.id }, signal);
  if (found === undefined) throw new DualwatchError('not-found', `the lists have no party or listing ${params.id.slice(0, 200)}`);
  if (!('belongsTo' in found)) return found;
  const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
  await reply
    .code(308)
    .header('location', `/entities/${encodeURIComponent(found.belongsTo)}${rest}${query}`)
    .send();
  return undefined;
}
