import { expect, test } from 'vitest';
import { facetList } from './facet-list.ts';

test('what is chosen stands first, and stays where nothing is found of it', () => {
  const counts = [
    { value: 'radar', count: 9 },
    { value: 'uav', count: 4 },
  ];
  expect(facetList('goods', counts, ['uav', 'lidar'])).toEqual([
    { value: 'uav', count: 4 },
    { value: 'lidar', count: 0 },
    { value: 'radar', count: 9 },
  ]);
});

test('months are in their order, the latest first', () => {
  const counts = ['2024-05', '2026-01', '2025-12'].map((value, place) => ({ value, count: 3 - place }));
  expect(facetList('published', counts, []).map(({ value }) => value)).toEqual(['2026-01', '2025-12', '2024-05']);
});
