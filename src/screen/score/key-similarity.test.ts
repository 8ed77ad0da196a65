import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowedEdits, keySimilarity } from './key-similarity.ts';

/** Fewest edits (a letter more, less, other, or two neighbours exchanged once) by the whole table, slowly. */
function edits(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => table[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      const row = table[i] ?? [];
      row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1), swapped);
    }
  return at(a.length, b.length);
}

const word = fc.string({ unit: fc.constantFrom(...'aeiokstmrZ'), maxLength: 12 });
/** A word and what a few slips make of it. */
const pair = fc
  .tuple(
    word,
    fc.array(fc.tuple(fc.nat(11), fc.constantFrom('less', 'other', 'more', 'swap'), fc.constantFrom(...'aeist')), { maxLength: 3 }),
  )
  .map(([one, slips]): readonly [string, string] => {
    let other = one;
    for (const [at, slip, letter] of slips) {
      const [before, after] = [other.slice(0, at), other.slice(at)];
      if (slip === 'less') other = before + after.slice(1);
      else if (slip === 'other') other = before + letter + after.slice(1);
      else if (slip === 'more') other = before + letter + after;
      else other = before + after.charAt(1) + after.charAt(0) + after.slice(2);
    }
    return [one, other];
  });

test('is the same both ways, 1 for equal words alone, and 0 beyond the edits that the shorter word may have', () => {
  fc.assert(
    fc.property(pair, ([a, b]) => {
      const similarity = keySimilarity(a, b);
      expect(keySimilarity(b, a)).toBeCloseTo(similarity, 10);
      expect(similarity === 1).toBe(a === b);
      expect(similarity).toBeGreaterThanOrEqual(0);
      if (edits(a, b) > allowedEdits(Math.min(a.length, b.length))) expect(similarity).toBe(0);
    }),
    { numRuns: 3000 },
  );
});

test('a single slip in a long word is seen, wherever it is', () => {
  const long = fc.string({ unit: fc.constantFrom(...'aeiokstmr'), minLength: 8, maxLength: 16 });
  fc.assert(
    fc.property(long, fc.nat(15), fc.constantFrom(...'aeist'), (one, place, letter) => {
      const at = place % one.length;
      for (const other of [
        one.slice(0, at) + one.slice(at + 1),
        one.slice(0, at) + letter + one.slice(at),
        one.slice(0, at) + letter + one.slice(at + 1),
      ])
        expect(keySimilarity(one, other)).toBeGreaterThan(0.5);
    }),
  );
});

test.each([
  ['muhamad', 'mohamed', 0.87],
  ['hezbolah', 'hizbalah', 0.87],
  ['petrov', 'petrof', 0.8],
])('what transliterations disagree about is little: %s, %s', (a, b, least) => {
  expect(keySimilarity(a, b)).toBeGreaterThanOrEqual(least);
});

test.each([
  ['li', 'lu'],
  ['fang', 'gang'],
  ['kim', 'kims'],
])('in a short word one letter is much: %s, %s', (a, b) => {
  expect(keySimilarity(a, b)).toBeLessThan(0.7);
});

test('a short word with one strange letter is alike, also where two cheaper edits would do', () => {
  expect(keySimilarity('uhgem', 'uhem')).toBeGreaterThan(0.6);
  expect(keySimilarity('uhgem', 'ugem')).toBeGreaterThan(0.6);
  expect(keySimilarity('uhgem', 'ukem')).toBe(0);
});

test('words with other digits are not alike', () => {
  expect(keySimilarity('orvanik54', 'orvanik54')).toBe(1);
  expect(keySimilarity('orvanik54', 'orvanik55')).toBe(0);
  expect(keySimilarity('orvanik54', 'orvanik')).toBe(0);
  expect(keySimilarity('orvanik54', 'orvenik54')).toBeGreaterThan(0.7);
});
