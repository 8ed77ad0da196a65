import { z } from 'zod';
import { packagedCatalogue } from '../../catalogue/load.ts';
import { parseNoticeQuery } from '../../model/notice-query.ts';
import { OBSERVATION_STATES } from '../../model/observation.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { NoticeId } from '../../model/ids.ts';
import { listText } from '../json-text.ts';
import { isRevealed } from '../masking.ts';
import { cursorOf, page, pageOf, placeOf } from '../paging.ts';
import { route, type Route } from '../route.ts';
import { notice } from '../shapes/notice.ts';

const place = z.object({ priority: z.number(), firstSeenAt: z.string(), id: z.string().transform((id) => id as NoticeId) });

export const noticeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/notices',
    tag: 'Notices',
    summary: 'Notices, most important first',
    description: 'Shapes and order are those of `notices --json`.',
    access: 'viewer',
    query: page.extend({
      state: z.enum(OBSERVATION_STATES).optional(),
      query: z
        .string()
        .max(4000)
        .optional()
        .describe('words of title or text, and tests: `removed`, `goods:radar`, `priority>=70`, and, or, not, brackets'),
      source: z.string().max(2000).optional().describe('id, address or name of a source that lists it'),
      reveal: z.stringbool().default(false).describe('show names and contacts of private persons (analysts)'),
    }),
    answer: pageOf(notice),
    example: { query: { limit: 2, query: 'removed or priority>=70' } },
    async handle({ query: asked, actor, served, signal }) {
      if (asked.query !== undefined) parseNoticeQuery(asked.query, [...packagedCatalogue().concepts.keys()]);
      const source = asked.source === undefined ? undefined : await served.store.findSource(asked.source);
      if (asked.source !== undefined && source === undefined)
        throw new DualwatchError('not-found', `query.source: no source has the id, address or name "${asked.source}"`);
      const after = placeOf(place, asked.cursor);
      const { items, last, total } = await served.readers.ask(
        'noticesPage',
        {
          query: asked.query ?? null,
          filter: {
            ...(asked.state === undefined ? {} : { state: asked.state }),
            ...(source === undefined ? {} : { source: source.id }),
            ...(after === undefined ? {} : { after }),
          },
          limit: asked.limit,
          revealed: isRevealed(actor, asked.reveal),
        },
        signal,
      );
      return listText(items, last === null ? null : cursorOf(last), total);
    },
  }),
];
