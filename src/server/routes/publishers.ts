import { z } from 'zod';
import { isoTime } from '../../capture/clock.ts';
import { sayOversight } from '../../work/publishers/say-oversight.ts';
import { page, pageOf, pageOfList } from '../paging.ts';
import { withReadings } from '../publisher-readings.ts';
import { route, type Route } from '../route.ts';
import { oversightLink, profile, publisher } from '../shapes/people.ts';

const byPublisher = z.object({ id: z.string().min(1).max(500).describe('id, key or name of a publisher') });
/** More are not ranked. */
const MOST = 10_000;

export const publisherRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/publishers',
    tag: 'Publishers',
    summary: 'Who publishes, those with most removals first',
    access: 'viewer',
    query: page,
    answer: pageOf(publisher),
    example: { query: { limit: 10 } },
    async handle({ query, served, signal }) {
      const found = pageOfList(await served.store.publishers.list(MOST), ({ id }) => id, query);
      return { ...found, items: await withReadings(found.items, served, signal) };
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/publishers/:id',
    tag: 'Publishers',
    summary: 'Its notices, what vanished, how often it edits, who oversees it and where that is said',
    access: 'viewer',
    params: byPublisher,
    answer: profile,
    async handle({ params, served, signal }) {
      const found = await served.readers.ask('publisherProfile', { wanted: params.id }, signal);
      const [whole = { ...found, reading: null }] = await withReadings([found], served, signal);
      return whole;
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/publishers/:id/oversight',
    tag: 'Publishers',
    summary: 'Say who oversees a publisher, or take that back; the log keeps it',
    access: 'analyst',
    params: byPublisher,
    body: z.strictObject({
      link: z.enum(['link', 'unlink']).default('link'),
      overseer: z.string().trim().min(1).max(300).describe('another publisher, or the name of a body'),
      why: z.string().trim().min(1).max(1000),
    }),
    answer: oversightLink,
    example: { body: { overseer: '例示省商务厅', why: 'its charter says so' } },
    async handle({ params, body, actor, served }) {
      const said = { act: body.link, publisher: params.id, overseer: body.overseer.replace(/\s+/g, ' '), why: body.why, by: actor.name };
      const { recorded } = await sayOversight(served.store, said, isoTime(served.clock.now()));
      served.logged();
      return recorded;
    },
  }),
];
