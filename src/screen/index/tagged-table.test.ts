import fc from 'fast-check';
import { expect, test } from 'vitest';
import { taggedTable, valueBits } from './tagged-table.ts';

test('gives every number under its hash, and of others only those whose hash ends and begins alike', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: 0xffffffff }), fc.nat(999)), { maxLength: 4000, minLength: 1, size: 'max' }), (pairs) => {
      const { buckets, entries } = taggedTable(1000, (visit) => {
        for (const [hash, value] of pairs) visit(hash, value);
      });
      const [mask, low] = [buckets.length - 2, valueBits(1000)];
      expect(low).toBe(1023);
      const found = (hash: number): readonly number[] =>
        [...entries.subarray(buckets[hash & mask], buckets[(hash & mask) + 1])]
          .filter((entry) => ((entry ^ hash) & ~low) === 0)
          .map((entry) => entry & low);
      for (const [hash, value] of pairs) expect(found(hash)).toContain(value);
      expect(entries.length).toBe(pairs.length);
    }),
    { numRuns: 30 },
  );
}, 120_000);

test('counts the bits of a number', () => {
  expect([0, 1, 2, 3, 4, 5, 1024, 1025].map(valueBits)).toEqual([1, 1, 1, 3, 3, 7, 1023, 2047]);
});
