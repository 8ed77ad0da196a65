import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PairMemory } from './pair-memory.ts';

describe('what is remembered of words and a name', () => {
  it('is what was found, nothing, or not known', () => {
    const pairs = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.nat(700_000), fc.option(fc.string(), { nil: undefined })),
      {
        maxLength: 10_000,
        size: 'max',
      },
    );
    fc.assert(
      fc.property(pairs, (all) => {
        const memory = new PairMemory<string>();
        const expected = new Map<string, string | undefined>();
        for (const [hash, name, value] of all) {
          memory.set(hash, name, value);
          expected.set(`${hash} ${name}`, value);
        }
        for (const [hash, name] of all) expect(memory.get(hash, name)).toBe(expected.get(`${hash} ${name}`));
        expect(memory.get(1, 700_001)).toBe(null);
        memory.clear();
        expect(all.every(([hash, name]) => memory.get(hash, name) === null)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
