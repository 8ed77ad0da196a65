import { z } from 'zod';
import { sha256 } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { Notice } from '../../model/notice.ts';
import { atomFeed } from '../atom.ts';
import { route, type Route } from '../route.ts';

export const feedRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/feeds/notices.atom',
    tag: 'Notices',
    summary: 'Notices as an Atom feed, the latest first seen first',
    description: 'Names and contacts of private persons are masked. Feed readers send a key as `Authorization: Bearer`.',
    access: 'viewer',
    query: z.object({
      query: z.string().max(4000).optional().describe('as the list of notices takes it'),
      search: z.string().max(300).optional().describe('id or name of a saved search, in place of `query`'),
      limit: z.coerce.number().int().min(1).max(200).default(50).describe('at most so many entries'),
    }),
    answer: { produces: 'application/atom+xml; charset=utf-8' },
    example: { query: { query: 'priority>=0', limit: 2 } },
    async handle({ query: asked, served, request, signal }) {
      if (asked.query !== undefined && asked.search !== undefined)
        throw new DualwatchError('usage', 'query: give a query or a saved search, not both');
      const saved = asked.search === undefined ? undefined : await served.store.searches.find(asked.search);
      if (asked.search !== undefined && saved === undefined)
        throw new DualwatchError('not-found', `query.search: there is no saved search "${asked.search}"`);
      const query = saved?.query ?? asked.query?.trim() ?? '';
      const items = await served.readers.ask('newestNotices', { query: query === '' ? null : query, limit: asked.limit }, signal);
      const base = served.config.server.publicUrl.replace(/\/$/, '') || `http://${request.headers.host ?? 'localhost'}`;
      const feed = {
        id: `urn:dualwatch:feed:${sha256(saved === undefined ? `query ${query}` : `search ${saved.id}`).slice(0, 32)}`,
        title: `Dualwatch: ${saved?.name ?? (query === '' ? 'all notices' : query)}`,
        self: `${base}${request.url}`,
      };
      return atomFeed(
        feed,
        items.map((item) => JSON.parse(item) as Notice),
      );
    },
  }),
];
