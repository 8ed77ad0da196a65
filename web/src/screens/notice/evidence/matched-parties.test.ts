import { expect, it } from 'vitest';
import type { NoticeInFull } from '../../../api/routes.gen.ts';
import { partiesOf } from './matched-parties.ts';

const match = (
  key: string,
  score: number,
  start: number,
  decision?: { readonly verdict: 'cleared'; readonly holds: boolean },
): NoticeInFull['matches'][number] => ({
  start,
  end: start + (start < 0 ? 0 : 4),
  key,
  id: `p ${key}`,
  caption: key,
  matchedName: key,
  score,
  list: 'demo',
  listing: key,
  explanation: { text: '', alignment: [], for: [], against: [] },
  text: key,
  ...(decision === undefined ? {} : { decision }),
});

it('puts a match once with all its places, the undecided first, then those that lapsed, by score', () => {
  const parties = partiesOf([
    match('cleared', 0.99, 1, { verdict: 'cleared', holds: true }),
    match('open', 0.8, 10),
    match('lapsed', 0.9, 20, { verdict: 'cleared', holds: false }),
    match('open', 0.85, 30),
  ]);
  expect(parties.map(({ key, spans, match: { score } }) => [key, spans.map(({ start }) => start), score])).toEqual([
    ['lapsed', [20], 0.9],
    ['open', [10, 30], 0.85],
    ['cleared', [1], 0.99],
  ]);
});
