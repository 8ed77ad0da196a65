import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accuracyOf, bootstrap, brierScore, reliability, wilson } from './metrics.ts';

test('Wilson intervals are those of the textbook', () => {
  const [low, high] = wilson(8, 10);
  expect(low).toBeCloseTo(0.49, 2);
  expect(high).toBeCloseTo(0.943, 2);
  expect(wilson(0, 0)).toEqual([0, 1]);
  expect(wilson(10, 10)[1]).toBeCloseTo(1, 9);
});

test('a proportion lies within its interval', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (a, b) => {
      const of = a + b || 1;
      const hits = Math.min(a, of);
      const [low, high] = wilson(hits, of);
      return low <= hits / of + 1e-12 && high >= hits / of - 1e-12;
    }),
  );
});

test('precision, recall and F1 of a known table', () => {
  const made = (count: number, predicted: boolean, actual: boolean): { predicted: boolean; actual: boolean }[] =>
    Array.from({ length: count }, () => ({ predicted, actual }));
  const accuracy = accuracyOf([...made(6, true, true), ...made(2, true, false), ...made(4, false, true), ...made(9, false, false)]);
  expect(accuracy).toEqual({ n: 21, precision: 0.75, recall: 0.6, f1: 12 / 18 });
  expect(accuracyOf(made(3, false, true)).f1).toBe(0);
});

test('the bootstrap repeats itself and encloses the mean', () => {
  const sample = Array.from({ length: 200 }, (_, n) => n % 2);
  const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [low, high] = bootstrap(sample, mean);
  expect(bootstrap(sample, mean)).toEqual([low, high]);
  expect(low).toBeGreaterThan(0.4);
  expect(high).toBeLessThan(0.6);
  expect(low).toBeLessThan(0.5);
});

test('a certain score of 1 falls into the last decile', () => {
  const table = reliability([
    { score: 1, actual: true },
    { score: 0.7, actual: false },
    { score: 0, actual: false },
  ]);
  expect(table.map(({ n }) => n)).toEqual([1, 0, 0, 0, 0, 0, 0, 1, 0, 1]);
  expect(table[9]).toEqual({ from: 0.9, n: 1, meanScore: 1, actual: 1 });
  expect(brierScore([{ score: 0.5, actual: true }])).toBe(0.25);
});
