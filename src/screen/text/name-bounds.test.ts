import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { buildScreenIndex } from '../index/build.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { listedNames } from './listed-names.ts';
import { mayMatter } from './may-matter.ts';
import { NameBounds } from './name-bounds.ts';

const bounds = new NameBounds(listedNames(buildScreenIndex([], compileNameKnowledge(loadNameCatalogue()))));

it('remembers of what may be a name and how it is written whether that may stand', () => {
  const possible = fc.record({
    person: fc.boolean(),
    words: fc.integer({ min: 0, max: 12 }),
    places: fc.integer({ min: 0, max: 6 }),
    trades: fc.integer({ min: 0, max: 12 }),
    bits: fc.integer({ min: 0, max: 1_500 }).map((tenths) => tenths / 10),
    longest: fc.integer({ min: 0, max: 30 }),
  });
  const looks = fc.record({
    capital: fc.boolean(),
    quoted: fc.boolean(),
    form: fc.boolean(),
    titled: fc.boolean(),
    isolated: fc.boolean(),
    hints: fc.integer({ min: 0, max: 31 }),
    han: fc.constant(false as const),
  });
  fc.assert(
    fc.property(possible, looks, fc.integer({ min: 0, max: 31 }), fc.boolean(), (some, look, hints, foreign) => {
      const may = mayMatter(some, look, hints, foreign);
      expect(bounds.mayMatter(some, look, hints, foreign)).toBe(may);
      expect(bounds.mayMatter(some, look, hints, foreign)).toBe(may);
    }),
    { numRuns: 20_000 },
  );
});
