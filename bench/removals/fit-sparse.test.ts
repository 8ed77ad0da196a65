import { expect, test } from 'vitest';
import { fitSparse } from './fit-sparse.ts';

test('what goes with the truth weighs for it, what goes against it weighs against it, and what does neither weighs little', () => {
  const examples = Array.from({ length: 40 }, (_, n) => ({
    features: n % 2 === 0 ? [0, 2] : [1, 2],
    value: 1 / Math.SQRT2,
    isTrue: n % 2 === 0,
  }));
  const { weights } = fitSparse(examples, 4, 0.1);
  expect(weights[0]).toBeGreaterThan(2);
  expect(weights[1]).toBeLessThan(-2);
  expect(Math.abs(weights[2] ?? 9)).toBeLessThan(0.5);
  expect(weights[3]).toBe(0);
  expect(fitSparse(examples, 4, 0.1).weights).toEqual(weights);
});
