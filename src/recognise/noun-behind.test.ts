import { expect, it } from 'vitest';
import { loadCatalogue } from '../catalogue/load.ts';
import { nounBehind } from './noun-behind.ts';
import { createScanner } from './scanner.ts';

const scanner = createScanner(loadCatalogue());

it.each([
  ['Drone racing league sponsorship', 'racing'],
  ['Drone', null],
  ['Drone antennas', null],
  ['Drone Batteries and chargers', 'Batteries'],
  ['Drone for the survey office', null],
  ['Drone, racing league', null],
  ['DRONE RACING LEAGUE', null],
])('%j: the noun behind is %j', (text, noun) => {
  expect(nounBehind(text, 'drone'.length, { heads: new Set(['antenna']), joins: new Set(['for']) })).toBe(noun);
});

it.each([
  ['Radar rap album, 200 copies', []],
  ['Radar antennas, 2 pcs', ['radar']],
  ['Radar for the harbour', ['radar']],
  ['Drone soccer arena rental', []],
])('a title %j names %j', (text, goods) => {
  expect(scanner.scan(text).goods).toEqual(goods);
});

it('says which noun it was taken for', () => {
  expect(scanner.scan('Radar rap album, 200 copies').mentions).toMatchObject([
    { counted: false, role: 'other', note: 'taken for other because of "rap"' },
  ]);
});
