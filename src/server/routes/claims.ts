import { z } from 'zod';
import { isoTime } from '../../capture/clock.ts';
import { isClaimId, type CaseId } from '../../model/ids.ts';
import { caseNamed } from '../../work/cases/case-items.ts';
import { claimNamed } from '../../work/cases/compare-claims.ts';
import { recordClaim } from '../../work/cases/record-claim.ts';
import { noticeNamed } from '../../work/cases/triage-notices.ts';
import { cursorOf, page, pageOf, placeOf } from '../paging.ts';
import { route, type Route } from '../route.ts';
import { assertions, claim, claimComparison } from '../shapes/cases.ts';

const byClaim = z.object({ id: z.string().max(100) });
export const claimRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/claims',
    tag: 'Claims',
    summary: 'What people said about notices, the latest recorded first',
    access: 'viewer',
    query: page.extend({ about: z.string().max(2000).optional().describe('id or address of a notice') }),
    answer: pageOf(claim),
    example: { query: { limit: 10 } },
    async handle({ query: { about, limit, cursor }, served }) {
      const before = placeOf(z.object({ before: z.string().refine(isClaimId) }), cursor)?.before;
      const items = await served.store.claims.list({
        limit,
        ...(about === undefined ? {} : { about: await noticeNamed(served.store, about) }),
        ...(before === undefined ? {} : { before }),
      });
      const last = items.length < limit ? undefined : items.at(-1);
      return { items, nextCursor: last === undefined ? null : cursorOf({ before: last.id }) };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/claims',
    tag: 'Claims',
    summary: 'Record a claim about notices; what its words say is recognised',
    access: 'analyst',
    status: 201,
    body: z.strictObject({
      who: z.string().max(300).describe('who says it'),
      saidAt: z.string().max(40).nullable().optional().describe('a day or time; null where nobody knows'),
      quote: z.string().max(20_000).describe('its words, as published'),
      source: z
        .string()
        .max(2000)
        .nullable()
        .optional()
        .describe('where it stands: id or address of a report or notice, or digest of a capture; null: it is nowhere kept'),
      about: z.array(z.string().min(1).max(2000)).min(1).max(1000).describe('ids or addresses of notices'),
      asserts: assertions.partial().optional().describe('what an analyst takes it to say beside its words'),
      cases: z.array(z.string().max(300)).max(100).default([]).describe('ids or titles of cases to add it to'),
    }),
    answer: claim,
    example: {
      body: {
        who: 'the association',
        saidAt: '2026-03-05',
        quote: 'The buyers wanted children’s toys',
        about: ['n01m8bz7qgh1jj6b2x91x24abze'],
      },
    },
    async handle({ body, actor, served, reply }) {
      const cases: CaseId[] = [];
      for (const named of body.cases) cases.push((await caseNamed(served.store, named)).id);
      const { asserts, ...rest } = body;
      const given = asserts && Object.fromEntries(Object.entries(asserts).filter(([, value]) => value !== undefined));
      const wanted = { ...rest, asserts: given, cases, by: actor.name, at: isoTime(served.clock.now()) };
      const recorded = await recordClaim(served.store, wanted);
      void reply.header('location', `/api/v1/claims/${recorded.id}`);
      return recorded;
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/claims/:id',
    tag: 'Claims',
    summary: 'One claim: its words, where they stand, what it is about',
    access: 'viewer',
    params: byClaim,
    answer: claim,
    handle: ({ params, served }) => claimNamed(served.store, params.id),
  }),
  route({
    method: 'GET',
    path: '/api/v1/claims/:id/comparison',
    tag: 'Claims',
    summary: 'What the notices say to each thing that the claim says, with the words of both',
    description: 'Offsets of `claim` count in the quote, those of `notice` in the text that was read from the capture.',
    access: 'viewer',
    params: byClaim,
    answer: z.object({ items: z.array(claimComparison) }),
    handle: async ({ params, served, signal }) => ({ items: await served.readers.ask('compareClaim', { id: params.id }, signal) }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/claims/:id/withdrawal',
    tag: 'Claims',
    summary: 'It was recorded wrongly: it stays, and counts no more',
    access: 'analyst',
    params: byClaim,
    body: z.strictObject({ why: z.string().trim().min(1).max(20_000) }),
    answer: claim,
    example: { body: { why: 'recorded twice' } },
    async handle({ params, body, actor, served }) {
      const { id } = await claimNamed(served.store, params.id);
      return served.store.claims.withdraw(id, { by: actor.name, at: isoTime(served.clock.now()), why: body.why });
    },
  }),
];
