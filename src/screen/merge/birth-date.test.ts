import { expect, test } from 'vitest';
import { relateDates } from './birth-date.ts';

test.each([
  ['1961-03-02', '1961-03-02', 'same day'],
  ['1961-03-02', '1961-02-03', 'swapped'],
  ['1961-03-02', '1961', 'same year'],
  ['1961-03-02', '1961-03', 'same month'],
  ['1961-03-02', '1962-03-02', 'slip'],
  ['1961-03-12', '1961-03-21', 'slip'],
  ['1961-03-02', '1968-07-02', 'contradicts'],
  ['1961', '1962', 'contradicts'],
])('%s and %s: %s', (a, b, relation) => {
  expect(relateDates([a], [b]).relation).toBe(relation);
  expect(relateDates([b], [a]).relation).toBe(relation);
});

test('of several dates the best pair counts; none says nothing', () => {
  expect(relateDates(['1950', '1961-03-02'], ['1961-03-02']).relation).toBe('same day');
  expect(relateDates([], ['1961']).relation).toBe('unknown');
});
