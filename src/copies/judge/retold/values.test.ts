import { describe, expect, it, test } from 'vitest';
import { distanceOfSums, valuesInCommon } from './values.ts';

const values = (...list: readonly (number | string)[]): ReadonlyMap<string, number> => new Map(list.map((one) => [String(one), 1]));

describe('values that follow from others', () => {
  test.each([
    ['a sum in round figures', [19_640_112], [19_600_000]],
    ['the price of all, from that of one', [5, 71_900], [359_500]],
    ['two lots together', [412_300, 96_150], [508_450]],
    ['a security of so many per cent', [24_700_000], [247_000]],
    ['about so much', [4_980_000], [5_000_000]],
  ])('%s', (_, one, other) => {
    const both = [valuesInCommon(values(...one), values(...other)), valuesInCommon(values(...other), values(...one))];
    for (const { shared, derived, other: left } of both) {
      expect(shared).toBe(0);
      expect(derived).toBeGreaterThan(0);
      expect(left).toBe(0);
    }
  });

  test.each([
    ['another sum', [19_640_112], [18_700_000]],
    ['small numbers, which follow from any', [3, 4], [12]],
    ['of one digit, and far off', [4_980_000], [7_000_000]],
  ])('are not: %s', (_, one, other) => {
    expect(valuesInCommon(values(...one), values(...other)).derived).toBe(0);
  });

  it('are none where both write the value', () => {
    expect(valuesInCommon(values(359_500, 12), values(359_500))).toEqual({ shared: 1, derived: 0, other: 0 });
  });
});

it('tells how far the largest sums lie apart', () => {
  expect(distanceOfSums(['1150000', '2000'], ['1320000'])).toBeCloseTo(Math.log(1_320_000 / 1_150_000));
  expect(distanceOfSums(['1150000'], [])).toBeUndefined();
});
