import { expect, it } from 'vitest';
import { sha256 } from '../../model/digest.ts';
import type { NameQuery, Party } from '../../model/party.ts';
import { knowledge } from '../testing/finder-of.ts';
import { buildScreenIndex } from './build.ts';

const entity = {
  id: 'x',
  schema: 'Company',
  caption: 'Toraye Technology Co., Ltd.',
  properties: { name: ['Toraye Technology Co., Ltd.'] },
} as const;
const party: Party = { id: 'x', listings: [{ list: 'test', id: 'test:x', hash: sha256('x'), line: 1, entity }] };
/** The catalogue has Toray for 东丽株式会社, and makes no slips; who asks for Toray may have made one. */
const QUERIES: readonly NameQuery[] = ['Toray Technology', '东丽株式会社科技有限公司', 'Toray Technology', 'TORAY Technology'].map(
  (name) => ({ name, schema: 'Company' }),
);

it('what a query is answered does not hang on the queries before it', () => {
  const askedIn = (queries: readonly NameQuery[]): ReadonlyMap<string, readonly number[]> => {
    const index = buildScreenIndex([party], knowledge);
    return new Map(queries.map((query) => [query.name, index.search(query, { limit: 1, threshold: 0.5 }).map(({ score }) => score)]));
  };
  const alone = new Map(QUERIES.flatMap((query) => [...askedIn([query])]));
  expect(alone.get('Toray Technology')).toHaveLength(1);
  expect(alone.get('东丽株式会社科技有限公司')).toEqual([]);
  for (const queries of [QUERIES, QUERIES.toReversed(), QUERIES.slice(1)])
    for (const [name, scores] of askedIn(queries)) expect([name, scores]).toEqual([name, alone.get(name)]);
});
