import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CommonUnits } from './common-units.ts';
import { levelIn, nameOf, postingsOf } from './postings.ts';
import { COUNTS_OF_LEVELS, weightOfLevels } from './weight-levels.ts';

/** Names of words alone, each a unit and its weight in 200ths, and perhaps the first two written together as a unit. */
const named = fc.record({
  words: fc.array(fc.record({ unit: fc.nat(4), weight: fc.integer({ min: 1, max: 255 }) }), { minLength: 2, maxLength: 14 }),
  joined: fc.option(fc.nat(4)),
});
type Named = typeof named extends fc.Arbitrary<infer Name> ? Name : never;

const UNITS = 5;

function postingsFor(names: readonly Named[]): ReturnType<typeof postingsOf> {
  const data: number[] = [];
  const offsets: number[] = [];
  for (const { words, joined } of names) {
    offsets.push(data.length);
    data.push(words.length | (joined === null ? 0 : 1 << 8));
    for (const { unit, weight } of words) data.push((1 << 4) | (weight << 8), unit);
    if (joined !== null) data.push(2 << 8, joined);
  }
  const none = { units: new Uint32Array(), names: new Uint32Array() };
  return postingsOf(UNITS, Uint32Array.from([...offsets, data.length]), Uint32Array.from(data), none);
}

test('each name has one posting by its parts and one by what is written together, which say no less than they weigh', () => {
  fc.assert(
    fc.property(fc.array(named, { minLength: 1, maxLength: 6 }), (names) => {
      const { postingOffsets, postings } = postingsFor(names);
      for (let unit = 0; unit < UNITS; unit += 1) {
        const its = Array.from(new Int32Array(postings.buffer).subarray(postingOffsets[unit], postingOffsets[unit + 1]));
        const weights = its.map((posting) => weightOfLevels(COUNTS_OF_LEVELS[levelIn(posting)]!));
        const holding = names.flatMap(({ words }, n) => (words.some((word) => word.unit === unit) ? [n] : []));
        const joined = names.flatMap((name, n) => (name.joined === unit ? [n] : []));
        expect(its.filter((posting) => posting >= 0).map(nameOf)).toEqual(holding);
        expect(its.filter((posting) => posting < 0).map(nameOf)).toEqual(joined);
        for (const [at, posting] of its.entries()) {
          const { words } = names[nameOf(posting)]!;
          const counted = posting < 0 ? words.slice(0, 2) : words.filter((word) => word.unit === unit);
          expect(weights[at]!).toBeGreaterThanOrEqual(counted.reduce((sum, { weight }) => sum + weight, 0) / 200);
        }
      }
    }),
  );
});

test('what is asked name by name of a common unit is what its postings say', () => {
  fc.assert(
    fc.property(fc.array(named, { minLength: 1, maxLength: 70 }), (names) => {
      const { postingOffsets, postings } = postingsFor(names);
      const common = new CommonUnits(new Int32Array(postings.buffer), names.length);
      for (let unit = 0; unit < UNITS; unit += 1) {
        if (postingOffsets[unit] === postingOffsets[unit + 1]) continue;
        const { isPart, joined } = common.of(postingOffsets[unit]!, postingOffsets[unit + 1]!);
        for (const [name, { words }] of names.entries())
          expect((isPart[name >>> 5]! & (1 << name)) !== 0).toBe(words.some((word) => word.unit === unit));
        expect(Array.from(joined, nameOf)).toEqual(names.flatMap((name, n) => (name.joined === unit ? [n] : [])));
      }
    }),
  );
});

test('a unit of one name in some dozens is common, one of a few names is not', () => {
  const common = new CommonUnits(new Int32Array(), 10_000);
  expect(common.isCommon(300)).toBe(true);
  expect(common.isCommon(30)).toBe(false);
});
