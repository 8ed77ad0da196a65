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

test('a control is one line, under its list, and not a second by its code alone', () => {
  const counts = ['2023 No.27', 'g7-chpl 851762', 'cn-dual-use 2023 No.27', '5A001'].map((value) => ({ value, count: 1 }));
  const shown = ['g7-chpl 851762', 'cn-dual-use 2023 No.27', '5A001'];
  expect(facetList('control', counts, []).map(({ value }) => value)).toEqual(shown);
  expect(facetList('control', counts, ['2023 No.27']).map(({ value }) => value)).toEqual(['2023 No.27', ...shown]);
});
