import { z } from 'zod';
import { SEARCH_FACETS } from '../../model/search-facets.ts';
import { listText } from '../json-text.ts';
import { isRevealed } from '../masking.ts';
import { cursorOf, page, pageOf, placeOf } from '../paging.ts';
import { route, type Route } from '../route.ts';
import { notice } from '../shapes/notice.ts';
import { noticePlace } from '../shapes/notice-place.ts';

const marks = z.array(z.object({ start: z.number().int(), end: z.number().int() })).describe('offsets in `text`, UTF-16');
const hit = z
  .object({
    notice,
    title: z.object({ text: z.string(), marks }),
    snippets: z
      .array(z.object({ start: z.number().int().describe('where it begins in the text of the notice'), text: z.string(), marks }))
      .describe('pieces of the text around what was found'),
  })
  .meta({ id: 'SearchHit' });
const counts = z.array(
  z.object({ value: z.string().describe('as the filter takes it'), count: z.number().int(), name: z.string().optional() }),
);

const facets = z
  .string()
  .max(200)
  .default('')
  .transform((text) => [...new Set(text.split(',').filter((one) => one !== ''))])
  .pipe(z.array(z.enum(SEARCH_FACETS)))
  .describe(`what is counted, separated by commas: ${SEARCH_FACETS.join(', ')}`);

export const searchRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/search',
    tag: 'Notices',
    summary: 'Full text of notices in Chinese, Russian, Ukrainian and English, with facets',
    description:
      'Every word of `q` must occur in title or text, in any of its forms (`jammers` finds jammer, `глушилка` finds глушилки), unless it stands in double quotes; `filter` is a query as the list of notices takes it. Most important first. A facet is counted without what `filter` says of it alone, so that it shows what could be chosen instead.',
    access: 'viewer',
    query: page.extend({
      q: z.string().max(1000).optional().describe('words; a phrase in double quotes is looked for as it stands'),
      filter: z.string().max(4000).optional().describe('`goods:radar and priority>=70`'),
      facets,
      limit: z.coerce.number().int().min(1).max(100).default(20).describe('at most so many hits'),
      reveal: z.stringbool().default(false).describe('show names and contacts of private persons (analysts)'),
    }),
    answer: pageOf(hit).extend({ facets: z.partialRecord(z.enum(SEARCH_FACETS), counts) }),
    example: { query: { q: '无人机', filter: 'priority>=0', facets: 'goods,source,lang,published', limit: 2 } },
    async handle({ query: asked, actor, served, signal }) {
      const { q = '', filter = '' } = asked;
      const { items, last, total, facets } = await served.readers.ask(
        'searchPage',
        {
          words: q.trim() === '' ? null : q,
          filter: filter.trim() === '' ? null : filter,
          facets: asked.facets,
          after: placeOf(noticePlace, asked.cursor) ?? null,
          limit: asked.limit,
          revealed: isRevealed(actor, asked.reveal),
        },
        signal,
      );
      return listText(items, last === null ? null : cursorOf(last), total, { facets });
    },
  }),
];
