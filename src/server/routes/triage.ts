import { z } from 'zod';
import { packagedCatalogue } from '../../work/packaged/catalogue.ts';
import { isoTime } from '../../capture/clock.ts';
import { SEARCH_SORTS } from '../../model/saved-search.ts';
import { TRIAGE_DOINGS } from '../../model/triage.ts';
import { saveSearch, searchNamed } from '../../work/cases/saved-searches.ts';
import { noticeNamed, triageNotices } from '../../work/cases/triage-notices.ts';
import { isRevealed } from '../masking.ts';
import { MOST_ITEMS, page, pageOf, pageOfList } from '../paging.ts';
import { route, type Route } from '../route.ts';
import { savedSearch, triage, triageAct } from '../shapes/cases.ts';
import { notice } from '../shapes/notice.ts';

const bySearch = z.object({ id: z.string().min(1).max(200).describe('id or name of a search') });

export const triageRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/api/v1/triage',
    tag: 'Triage',
    summary: 'Dismiss, escalate or assign notices, make them new again, or take back the latest act; all of them or none',
    access: 'analyst',
    body: z.strictObject({
      notices: z.array(z.string().min(1).max(2000)).min(1).max(10_000).describe('ids or addresses'),
      act: z.enum(TRIAGE_DOINGS),
      assignee: z.string().max(200).nullable().optional().describe('of `assign`: whose they are; null: nobody’s'),
      of: z
        .array(z.number().int().min(1))
        .max(100_000)
        .optional()
        .describe('of `undo`: numbers of the acts that may be taken back (`act.no`); 409 where somebody has acted since'),
      why: z.string().max(20_000).nullable().optional(),
    }),
    answer: z.object({ items: z.array(z.object({ notice: z.string(), triage, act: triageAct.nullable() })) }),
    example: { body: { notices: ['n01m8bz7qgh1jj6b2x91x24abze'], act: 'escalate', why: 'jammers for export' } },
    async handle({ body, actor, served }) {
      return { items: await triageNotices(served.store, { ...body, by: actor.name, at: isoTime(served.clock.now()) }) };
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/notices/:id/triage',
    tag: 'Triage',
    summary: 'What people have made of a notice, oldest first',
    access: 'viewer',
    params: z.object({ id: z.string().min(1).max(2000) }),
    query: page,
    answer: pageOf(triageAct),
    async handle({ params, query, served }) {
      const acts = await served.store.triage.actsOf(await noticeNamed(served.store, params.id));
      return pageOfList(acts, ({ no }) => String(no), query);
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/searches',
    tag: 'Saved searches',
    summary: 'Searches that are kept under a name',
    access: 'viewer',
    query: page.extend({ owner: z.string().max(200).optional() }),
    answer: pageOf(savedSearch),
    example: { query: { limit: 10 } },
    handle: async ({ query, served }) => pageOfList(await served.store.searches.list(query.owner), ({ id }) => id, query),
  }),
  route({
    method: 'POST',
    path: '/api/v1/searches',
    tag: 'Saved searches',
    summary: 'Keep a search under a name',
    access: 'analyst',
    status: 201,
    body: z.strictObject({ name: z.string().max(100), query: z.string().max(4000), sort: z.enum(SEARCH_SORTS).optional() }),
    answer: savedSearch,
    example: { body: { name: 'inbox', query: 'triage:escalated and priority>=40', sort: 'firstSeen' } },
    handle: ({ body, actor, served }) =>
      saveSearch(served.store, { ...body, owner: actor.name }, [...packagedCatalogue().concepts.keys()], served.clock.now()),
  }),
  route({
    method: 'GET',
    path: '/api/v1/searches/:id/notices',
    tag: 'Saved searches',
    summary: 'What a saved search finds now, in its order',
    access: 'viewer',
    params: bySearch,
    query: z.object({
      limit: z.coerce.number().int().min(1).max(MOST_ITEMS).default(50),
      reveal: z.stringbool().default(false).describe('show names and contacts of private persons (analysts)'),
    }),
    answer: z.object({ items: z.array(notice) }),
    async handle({ params, query, actor, served, signal }) {
      const { query: asked, sort } = await searchNamed(served.store, params.id);
      const given = { query: asked, sort, limit: query.limit, reveal: isRevealed(actor, query.reveal) };
      return { items: await served.readers.ask('searchNotices', given, signal) };
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/searches/:id',
    tag: 'Saved searches',
    summary: 'Keep it no longer',
    access: 'analyst',
    params: bySearch,
    status: 204,
    answer: z.undefined(),
    async handle({ params, served }) {
      await served.store.searches.remove((await searchNamed(served.store, params.id)).id);
    },
  }),
];
