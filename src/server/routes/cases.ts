import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isoTime } from '../../capture/clock.ts';
import { CASE_STATES, type Case, type CaseChange } from '../../model/case.ts';
import { DualwatchError } from '../../model/errors.ts';
import { isCaseId, newCaseId, type CaseId } from '../../model/ids.ts';
import { maskedCase } from '../../recognise/parties/masked-case.ts';
import { isRevealed } from '../masking.ts';
import { cursorOf, page, pageOf, placeOf } from '../paging.ts';
import { route, type Route } from '../route.ts';
import type { Served } from '../served.ts';
import { caseAct, caseChange, caseSuggestion, caseSummary, claim, claimComparison, wholeCase } from '../shapes/cases.ts';

const byCase = z.object({ id: z.string().max(100) });
const place = z.object({ updatedAt: z.string(), id: z.string().transform((id) => id as CaseId) });

export const caseRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/cases',
    tag: 'Cases',
    summary: 'Cases, the latest changed first',
    access: 'viewer',
    query: page.extend({
      state: z.enum(CASE_STATES).optional(),
      holding: z
        .string()
        .max(300)
        .optional()
        .describe('only those that hold this: id of a notice, claim, listing or publisher, or digest of a capture'),
    }),
    answer: pageOf(caseSummary),
    example: { query: { limit: 10, state: 'open' } },
    async handle({ query: { state, holding, limit, cursor }, served }) {
      const after = placeOf(place, cursor);
      const items = await served.store.cases.list({
        limit,
        ...(state === undefined ? {} : { state }),
        ...(holding === undefined ? {} : { holding }),
        ...(after === undefined ? {} : { after }),
      });
      const last = items.length < limit ? undefined : items.at(-1);
      return { items, nextCursor: last === undefined ? null : cursorOf({ updatedAt: last.updatedAt, id: last.id }) };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/cases',
    tag: 'Cases',
    summary: 'Open a case, with items, tasks, comments and notes at once',
    access: 'analyst',
    status: 201,
    body: z.strictObject({ title: z.string().trim().min(1).max(300), changes: z.array(caseChange).max(500).default([]) }),
    answer: wholeCase,
    example: { body: { title: 'Jammers for whom?', changes: [{ do: 'comment', text: 'seen on 2 March' }] } },
    async handle({ body, actor, served, reply }) {
      const now = served.clock.now();
      const opened = await served.store.cases.open({
        id: newCaseId(now),
        title: body.title,
        by: actor.name,
        at: isoTime(now),
        changes: body.changes as readonly CaseChange[],
      });
      void reply.headers({ etag: tagOf(opened), location: `/api/v1/cases/${opened.id}` });
      return maskedCase(opened);
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/cases/:id',
    tag: 'Cases',
    summary: 'One case: items, tasks, comments, notes',
    description: 'Its `ETag` names its version: send it back as `If-Match` with changes.',
    access: 'viewer',
    params: byCase,
    query: z.object({ reveal: z.stringbool().default(false).describe('show names and contacts of private persons (analysts)') }),
    answer: wholeCase,
    async handle({ params, query, actor, served, reply }) {
      const found = await caseOf(served, params.id);
      void reply.header('etag', tagOf(found));
      return isRevealed(actor, query.reveal) ? found : maskedCase(found);
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/cases/:id/changes',
    tag: 'Cases',
    summary: 'Change a case: add and remove items, tasks, comments, notes; rename, close, reopen. All of them or none',
    description: 'With `If-Match` it is refused (412) where somebody has changed the case since.',
    access: 'analyst',
    params: byCase,
    body: z.strictObject({ changes: z.array(caseChange).min(1).max(500) }),
    answer: wholeCase,
    example: { body: { changes: [{ do: 'add', item: { kind: 'notice', id: 'n01m8bz7qgh1jj6b2x91x24abze' } }] } },
    async handle({ params, body, actor, served, request, reply }) {
      const { id } = await caseOf(served, params.id);
      const ifVersion = versionAsked(request);
      const doer = { by: actor.name, at: isoTime(served.clock.now()), ...(ifVersion === undefined ? {} : { ifVersion }) };
      const changed = await served.store.cases.change(id, body.changes as readonly CaseChange[], doer);
      void reply.header('etag', tagOf(changed));
      return maskedCase(changed);
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/cases/:id/log',
    tag: 'Cases',
    summary: 'Who did what in a case, in order; it is only ever added to',
    access: 'viewer',
    params: byCase,
    query: page,
    answer: pageOf(caseAct),
    async handle({ params, query, served }) {
      const { id, version } = await caseOf(served, params.id);
      const after = placeOf(z.object({ after: z.number().int() }), query.cursor)?.after ?? 0;
      const items = await served.store.cases.actsOf(id, after, query.limit);
      const last = items.at(-1);
      return { items, nextCursor: last === undefined || last.no >= version ? null : cursorOf({ after: last.no }), total: version };
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/cases/:id/suggestions',
    tag: 'Cases',
    summary:
      'What may belong to a case: copies, reports, notices and claims that share names, bodies, days or words with it, with the reasons',
    access: 'viewer',
    params: byCase,
    query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(20) }),
    answer: z.object({ items: z.array(caseSuggestion), total: z.number().int().describe('how many there are, best first') }),
    async handle({ params, query, served, signal }) {
      const { id } = await caseOf(served, params.id);
      return served.readers.ask('suggestCase', { id, limit: query.limit }, signal);
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/cases/:id/claims',
    tag: 'Cases',
    summary: 'The claims of a case, each set against the notices that it is about',
    access: 'viewer',
    params: byCase,
    answer: z.object({ items: z.array(z.object({ claim, comparison: z.array(claimComparison) })) }),
    async handle({ params, served, signal }) {
      const { items } = await caseOf(served, params.id);
      const claims = items.flatMap(({ kind, id }) => (kind === 'claim' ? [id] : []));
      return { items: await served.readers.ask('compareClaims', { ids: claims }, signal) };
    },
  }),
];

async function caseOf({ store }: Pick<Served, 'store'>, id: string): Promise<Case> {
  const found = isCaseId(id) ? await store.cases.find(id) : undefined;
  if (found === undefined) throw new DualwatchError('not-found', `there is no case ${id}`);
  return found;
}

function tagOf({ version }: Pick<Case, 'version'>): string {
  return `"v${version}"`;
}

/** The version that a client has read; undefined where it does not say. Throws `usage` for a tag that is none of ours. */
function versionAsked({ headers }: FastifyRequest): number | undefined {
  const tag = headers['if-match'];
  if (tag === undefined || tag.trim() === '*') return undefined;
  const version = /^"v(\d{1,9})"$/.exec(tag.trim())?.[1];
  if (version === undefined) throw new DualwatchError('usage', 'If-Match: send the ETag of the case as it was given');
  return Number(version);
}
