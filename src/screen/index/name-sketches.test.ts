import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KINDS } from '../score/encoded-name.ts';
import { IN_JOINT, IN_OTHER_PART, leastTotal, mostLevel, sketchNames } from './name-sketches.ts';
import { COUNTS_OF_LEVELS, weightOfLevels } from './weight-levels.ts';

interface Part {
  readonly kind: number;
  readonly weight: number;
  readonly unit: number;
}

const part = fc.record({ kind: fc.nat(KINDS.length - 1), weight: fc.nat(255), unit: fc.nat(5) });
/** A name of some parts, and all of them written together as the unit beside. */
const name = fc.record({ parts: fc.array(part, { minLength: 1, maxLength: 12 }), joined: fc.nat(5) });

function sketched(names: readonly { readonly parts: readonly Part[]; readonly joined: number }[]): ReturnType<typeof sketchNames> {
  const data: number[] = [];
  const offsets: number[] = [];
  for (const { parts, joined } of names) {
    offsets.push(data.length);
    data.push(parts.length | (1 << 8));
    for (const { kind, weight, unit } of parts) data.push(kind | (1 << 4) | (weight << 8), unit);
    data.push(parts.length << 8, joined);
  }
  return sketchNames({
    names: names.length,
    units: 6,
    nameOffsets: Uint32Array.from([...offsets, data.length]),
    nameData: Uint32Array.from(data),
    nameParty: new Uint32Array(names.length),
    nameInfo: new Uint32Array(names.length),
    partySchema: new Uint8Array(1),
  });
}

const sum = (weights: readonly number[]): number => weights.reduce((all, weight) => all + weight, 0) / 200;

test('no unit weighs more in any name than its uses say, and no name less than is kept of it', () => {
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), (names) => {
      const { totals, unitUses } = sketched(names);
      for (const [n, { parts, joined }] of names.entries()) {
        const total = sum(parts.map(({ weight }) => weight));
        expect(leastTotal(totals[n]!)).toBeLessThanOrEqual(Math.max(total, 0.05));
        expect(weightOfLevels(COUNTS_OF_LEVELS[mostLevel(unitUses[joined]!)]!)).toBeGreaterThanOrEqual(total);
        expect(unitUses[joined]! & IN_JOINT).toBe(IN_JOINT);
        for (const { kind, unit } of parts) {
          expect(weightOfLevels(COUNTS_OF_LEVELS[mostLevel(unitUses[unit]!)]!)).toBeGreaterThanOrEqual(
            sum(parts.filter((other) => other.unit === unit).map((other) => other.weight)),
          );
          if (KINDS[kind] !== 'word') expect(unitUses[unit]! & IN_OTHER_PART).toBe(IN_OTHER_PART);
        }
      }
    }),
  );
});

test('weights are kept so near that a form is told from a word', () => {
  const { totals, unitUses } = sketched([
    {
      parts: [
        { kind: 4, weight: 6, unit: 0 },
        { kind: 0, weight: 200, unit: 1 },
      ],
      joined: 2,
    },
  ]);
  expect(weightOfLevels(COUNTS_OF_LEVELS[mostLevel(unitUses[0]!)]!)).toBeLessThan(0.05);
  expect(weightOfLevels(COUNTS_OF_LEVELS[mostLevel(unitUses[1]!)]!)).toBeLessThan(1.05);
  expect(leastTotal(totals[0]!)).toBeGreaterThan(0.98);
});
