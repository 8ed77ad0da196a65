import fc from 'fast-check';
import { expect, test } from 'vitest';

import { backOff, nextStart } from './pace.ts';

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('starts are a pace apart, give or take 30 %', () => {
  fc.assert(
    fc.property(fc.nat(1e9), fc.integer({ min: 1, max: 1e6 }), random, (last, pace, r) => {
      const wait = (nextStart(last, pace, r) - last) / pace;
      expect(wait).toBeGreaterThan(0.699);
      expect(wait).toBeLessThan(1.301);
    }),
  );
});

test('back-off doubles to its end and never passes it', () => {
  expect([0, 1, 2, 3, 4, 60, 5000].map((streak) => backOff(streak, 1000, 5000, 1))).toEqual([0, 1000, 2000, 4000, 5000, 5000, 5000]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), random, (streak, r) => {
      const wait = backOff(streak, 60_000, 86_400_000, r);
      expect(wait).toBeGreaterThanOrEqual(30_000);
      expect(wait).toBeLessThanOrEqual(86_400_000);
    }),
  );
});
