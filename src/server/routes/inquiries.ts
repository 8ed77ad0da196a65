import { z } from 'zod';
import { HIT_THRESHOLD } from '../../model/match.ts';
import type { NameQuery } from '../../model/party.ts';
import { isRevealed } from '../masking.ts';
import { route, type Route } from '../route.ts';
import { analysis } from '../shapes/analysis.ts';
import { copy } from '../shapes/evidence.ts';
import { askedName, foundMatch, match, nameQuery } from '../shapes/screening.ts';

const MOST_CHARACTERS = 400_000;

export const inquiryRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/api/v1/inquiries',
    tag: 'Screening',
    summary: 'A text and names in; goods, red flags, listed parties and known notices out',
    description:
      'Nothing of it is kept. Offsets are UTF-16 of the text as it was sent. Keys of matches are good for a decision about the name. Where the home has no list, `lists` is empty and nothing is listed.',
    access: 'viewer',
    changes: false,
    body: z.strictObject({
      text: z.string().min(1).max(MOST_CHARACTERS),
      names: z.array(askedName).max(100).default([]),
      threshold: z.number().min(0).max(1).default(HIT_THRESHOLD).describe('least score of a match of the names'),
      limit: z.number().int().min(1).max(100).default(10).describe('matches of each name at most'),
      reveal: z.boolean().default(false).describe('show names and contacts of private persons (analysts)'),
    }),
    bodyLimit: 3 * 1024 * 1024,
    answer: analysis.extend({
      listed: z.array(foundMatch).describe('listed parties that the text names'),
      names: z.array(z.object({ query: nameQuery, matches: z.array(match) })),
      notices: z.array(copy).describe('known notices that say the same'),
      compared: z.boolean().describe('false while notices are missing in the comparison, since very many are new'),
      lists: z.array(z.object({ list: z.string(), version: z.number().int() })),
    }),
    example: {
      body: {
        text: '求购无人机干扰器20台，交货地点：莫斯科。采购商：Primerpostavka LLC。',
        names: ['Primerpostavka', { name: 'Иван Примеров', countries: ['RU'] }],
      },
    },
    async handle({ body, actor, served, signal }) {
      const index = await served.screening.index();
      const { text, names, threshold, limit } = body;
      const inquiry = { text, names: names as readonly NameQuery[], threshold, limit, reveal: isRevealed(actor, body.reveal) };
      const found = await served.inquiries.ask('inquire', { index, inquiry }, signal);
      return { ...found, lists: (index?.lists ?? []).map(({ list, version }) => ({ list, version })) };
    },
  }),
];
