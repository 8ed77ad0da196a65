import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DUE_CLASSES, classNumber, demandOf, dueClassOf, stretchOf, wholeRank } from './schedule-row.ts';

test('classes are numbered in the order in which a host takes them', () => {
  expect(DUE_CLASSES.map(classNumber)).toEqual([0, 1, 2, 3]);
  expect(DUE_CLASSES.map((each) => dueClassOf(classNumber(each)))).toEqual([...DUE_CLASSES]);
});

test('ranks are whole numbers from 0 to 100', () => {
  expect([-3, 0.4, 50.6, 100, 1e9].map(wholeRank)).toEqual([0, 0, 51, 100, 100]);
});

test('demand adds up and is taken away without a rest, and gives the stretch', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1e9 })), (intervals) => {
      const sum = intervals.reduce((total, interval) => total + demandOf(interval), 0);
      expect(intervals.reduce((total, interval) => total - demandOf(interval), sum)).toBe(0);
      const exact = intervals.reduce((total, interval) => total + 1000 / interval, 0);
      expect(stretchOf(sum, 1000)).toBeCloseTo(Math.max(1, exact), 1);
    }),
  );
  expect([demandOf(null), demandOf(0)]).toEqual([0, 0]);
  expect(stretchOf(demandOf(1000) * 3, 1000)).toBe(3);
});
