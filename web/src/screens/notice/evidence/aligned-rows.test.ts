import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alignedRows } from './aligned-rows.ts';

it('sets two texts beside each other, what each has of its own between what both have', () => {
  expect(
    alignedRows(
      [
        { a: [10, 20], b: [0, 10] },
        { a: [25, 30], b: [10, 15] },
      ],
      40,
      18,
    ),
  ).toEqual([
    { same: false, a: [0, 10], b: null },
    { same: true, a: [10, 20], b: [0, 10] },
    { same: false, a: [20, 25], b: null },
    { same: true, a: [25, 30], b: [10, 15] },
    { same: false, a: [30, 40], b: [15, 18] },
  ]);
});

it('shows all of both texts once and in order, whatever was aligned', () => {
  const range = fc.tuple(fc.nat(50), fc.nat(10)).map(([start, size]): readonly [number, number] => [start, start + size]);
  fc.assert(
    fc.property(fc.array(fc.record({ a: range, b: range }), { maxLength: 8 }), (aligned) => {
      const rows = alignedRows(aligned, 55, 52);
      for (const [side, length] of [
        ['a', 55],
        ['b', 52],
      ] as const) {
        let at = 0;
        for (const row of rows) {
          const range = row[side];
          if (range === null) continue;
          expect(range[0]).toBe(at);
          [, at] = range;
        }
        expect(at).toBe(length);
      }
    }),
  );
});
