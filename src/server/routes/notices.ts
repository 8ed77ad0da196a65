import { z } from 'zod';
import { OBSERVATION_STATES } from '../../model/observation.ts';
import { SEARCH_SORTS } from '../../model/saved-search.ts';
import { DualwatchError } from '../../model/errors.ts';
import { listText } from '../json-text.ts';
import { shownRow } from '../../work/shown/shown-notice.ts';
import { NOTICE_CHECKS } from '../../work/verify-notice/notice-verdict.ts';
import { findNotice } from '../../work/shown/find-notice.ts';
import { isRevealed } from '../masking.ts';
import { cursorOf, page, pageOf, pageOfList, placeOf } from '../paging.ts';
import { route, type Route } from '../route.ts';
import { finding, mention } from '../shapes/analysis.ts';
import { change, copy, noticeVerdict, observation, shownCapture, shownNotice, version } from '../shapes/evidence.ts';
import { notice } from '../shapes/notice.ts';
import { noticePlace } from '../shapes/notice-place.ts';

const byId = z.object({ id: z.string().min(1).max(2000).describe('id of a notice, or any address it has had, percent-encoded') });
const revealing = z.object({ reveal: z.stringbool().default(false).describe('show names and contacts of private persons (analysts)') });

export const noticeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/notices',
    tag: 'Notices',
    summary: 'Notices, most important or newest first',
    description:
      'Shapes and order are those of `notices --json`. With `offset` any part of the list is at hand, for a view that scrolls; places shift while notices come in, those of a cursor do not.',
    access: 'viewer',
    query: page.extend({
      offset: z.coerce
        .number()
        .int()
        .min(0)
        .max(1_000_000_000)
        .optional()
        .describe('leave out the first so many, in place of `cursor`; `total` is then exact'),
      state: z.enum(OBSERVATION_STATES).optional(),
      query: z
        .string()
        .max(4000)
        .optional()
        .describe('words of title or text, and tests: `removed`, `goods:radar`, `priority>=70`, and, or, not, brackets'),
      source: z.string().max(2000).optional().describe('id, address or name of a source that lists it'),
      sort: z.enum(SEARCH_SORTS).default('priority').describe('most important first, or newest first; a cursor is of one order'),
      reveal: z.stringbool().default(false).describe('show names and contacts of private persons (analysts)'),
    }),
    answer: pageOf(notice),
    example: { query: { limit: 2, query: 'removed or priority>=70' } },
    async handle({ query: asked, actor, served, signal }) {
      const source = asked.source === undefined ? undefined : await served.store.findSource(asked.source);
      if (asked.source !== undefined && source === undefined)
        throw new DualwatchError('not-found', `query.source: no source has the id, address or name "${asked.source}"`);
      if (asked.offset !== undefined && asked.cursor !== undefined)
        throw new DualwatchError('usage', 'query.offset: a page begins behind a cursor or behind an offset; send one of them');
      const after = placeOf(noticePlace, asked.cursor);
      const { items, last, total } = await served.readers.ask(
        'noticesBytes',
        {
          query: asked.query ?? null,
          filter: {
            ...(asked.state === undefined ? {} : { state: asked.state }),
            ...(source === undefined ? {} : { source: source.id }),
            ...(after === undefined ? {} : { after }),
          },
          ...(asked.offset === undefined ? {} : { offset: asked.offset }),
          limit: asked.limit,
          sort: asked.sort,
          revealed: isRevealed(actor, asked.reveal),
        },
        signal,
      );
      return listText(items, last === null ? null : cursorOf(last), total);
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/notices/:id',
    tag: 'Notices',
    summary: 'One notice in full: its life, its text and what was recognised in it',
    access: 'viewer',
    params: byId,
    query: revealing,
    answer: shownNotice,
    handle: ({ params, query, actor, served, signal }) =>
      served.readers.ask('oneNotice', { wanted: params.id, reveal: isRevealed(actor, query.reveal) }, signal),
  }),
  route({
    method: 'GET',
    path: '/api/v1/notices/:id/observations',
    tag: 'Notices',
    summary: 'What its visits showed, oldest first',
    access: 'viewer',
    params: byId,
    query: page,
    answer: pageOf(observation),
    async handle({ params, query, served }) {
      const { id } = await findNotice(served.store, params.id);
      const rows = (await served.store.observationsOf(id)).map(({ noticeId: _, ...rest }) => rest);
      return pageOfList(rows, ({ logIndex }) => String(logIndex), query);
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/notices/:id/captures',
    tag: 'Notices',
    summary: 'What was kept of it, oldest first',
    access: 'viewer',
    params: byId,
    query: page,
    answer: pageOf(shownCapture),
    async handle({ params, query, served }) {
      const { id } = await findNotice(served.store, params.id);
      return pageOfList((await served.store.capturesOf(id)).map(shownRow), ({ sha256 }) => sha256, query);
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/notices/:id/mentions',
    tag: 'Notices',
    summary: 'What its text names: goods, trade names, places, codes, intents',
    access: 'viewer',
    params: byId,
    query: page.extend(revealing.shape),
    answer: pageOf(mention),
    async handle({ params, query, actor, served, signal }) {
      const { mentions } = await served.readers.ask('oneNotice', { wanted: params.id, reveal: isRevealed(actor, query.reveal) }, signal);
      return pageOfList(mentions, (_, place) => String(place), query);
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/notices/:id/findings',
    tag: 'Notices',
    summary: 'Controls that may apply and red flags, with what speaks for and against',
    access: 'viewer',
    params: byId,
    query: page.extend(revealing.shape),
    answer: pageOf(finding),
    async handle({ params, query, actor, served, signal }) {
      const { findings } = await served.readers.ask('oneNotice', { wanted: params.id, reveal: isRevealed(actor, query.reveal) }, signal);
      return pageOfList(findings, (_, place) => String(place), query);
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/notices/:id/verification',
    tag: 'Notices',
    summary: 'Prove anew what is kept of it: capture files, entries of the log, checkpoint, text, time-stamps',
    description: `Everything is read from the disk and computed anew. Checks: ${Object.entries(NOTICE_CHECKS)
      .map(([name, says]) => `\`${name}\`: ${says}`)
      .join('; ')}. Of a notice with more than some hundred visits the first and the newest are looked at.`,
    access: 'viewer',
    changes: false,
    params: byId,
    answer: noticeVerdict,
    async handle({ params, served, signal }) {
      // What came in the last seconds may still wait to be signed. Where that is refused, the checks say why.
      await served.acts.ask('signLog', null, signal).catch(() => undefined);
      return served.readers.ask('verifyOneNotice', { wanted: params.id }, signal);
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/notices/:id/versions',
    tag: 'Notices',
    summary: 'The texts that it has had, oldest first',
    access: 'viewer',
    params: byId,
    query: page.extend(revealing.shape),
    answer: pageOf(version),
    async handle({ params, query, actor, served, signal }) {
      const versions = await served.readers.ask('versionsOf', { wanted: params.id, reveal: isRevealed(actor, query.reveal) }, signal);
      return pageOfList(versions, ({ number }) => String(number), query);
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/notices/:id/diff',
    tag: 'Notices',
    summary: 'What changed between two versions; the last two unless told',
    access: 'viewer',
    params: byId,
    query: revealing.extend({
      a: z.coerce.number().int().min(1).optional().describe('number of a version'),
      b: z.coerce.number().int().min(1).optional().describe('number of another'),
    }),
    answer: z.object({ a: z.number().int(), b: z.number().int(), changes: z.array(change) }),
    handle: ({ params, query, actor, served, signal }) =>
      served.readers.ask(
        'changesBetween',
        { wanted: params.id, versions: [query.a, query.b], reveal: isRevealed(actor, query.reveal) },
        signal,
      ),
  }),
  route({
    method: 'GET',
    path: '/api/v1/notices/:id/copies',
    tag: 'Notices',
    summary: 'Who else published its text, when, and what differs; best first',
    access: 'viewer',
    params: byId,
    query: revealing,
    answer: z.object({ items: z.array(copy), compared: z.boolean().describe('false while it waits to be compared') }),
    async handle({ params, query, actor, served, signal }) {
      const asked = { wanted: params.id, reveal: isRevealed(actor, query.reveal) };
      const { copies, compared } = await served.readers.ask('copiesOfNotice', asked, signal);
      return { items: copies, compared };
    },
  }),
];
