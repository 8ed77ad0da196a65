import { expect, test } from 'vitest';
import { rateAfter } from './peer-speed.ts';

const OUTPUT = `one batch of 2,000 persons:
  47.6 names/s best, 40.9 median of 2 on one core
one name at a time:
  1,001.5 names/s best, 1.4 median of 2 on one core`;

test('a rate is read below its heading', () => {
  expect(rateAfter(OUTPUT, /one batch/)).toBe(47.6);
  expect(rateAfter(OUTPUT, /one name at a time/)).toBe(1001.5);
  expect(rateAfter(OUTPUT, /another/)).toBeNaN();
});
