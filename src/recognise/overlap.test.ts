import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longestOnly } from './overlap.ts';

const found = fc.array(
  fc
    .tuple(fc.nat(12), fc.integer({ min: 1, max: 6 }), fc.constantFrom('a', 'b'))
    .map(([from, length, id]) => ({ start: from, end: from + length, from, to: from + length, id })),
  { maxLength: 20 },
);

it('keeps a find exactly where none strictly longer holds it, and one of equals', () => {
  fc.assert(
    fc.property(found, (all) => {
      const kept = longestOnly(
        all,
        ({ id }) => id,
        () => 0,
      );
      const expected = all.filter(
        (one) => !all.some((other) => other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from),
      );
      const key = ({ from, to, id }: { from: number; to: number; id: string }): string => `${from}-${to}-${id}`;
      expect(new Set(kept.map(key))).toEqual(new Set(expected.map(key)));
      expect(kept.map(key).length).toBe(new Set(kept.map(key)).size);
      expect(kept.map(({ from }) => from)).toEqual(kept.map(({ from }) => from).toSorted((a, b) => a - b));
    }),
  );
});
