import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowedEdits, keySimilarity } from '../score/key-similarity.ts';
import { bitsSet, eachDeletion, signatureOf } from './deletions.ts';

function hashesOf(key: string): ReadonlySet<number> {
  const hashes = new Set<number>();
  eachDeletion(key, (hash) => hashes.add(hash));
  return hashes;
}

const letters = 'aeiokstmrZ';
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 14 });
const slips = fc.array(fc.tuple(fc.nat(13), fc.constantFrom('less', 'other', 'more', 'swap'), fc.constantFrom(...letters)), {
  maxLength: 2,
});

test('words that are alike at all share a deletion, and differ in few letters: a look-up by them misses none', () => {
  let alike = 0;
  fc.assert(
    fc.property(word, slips, (one, changes) => {
      let other = one;
      for (const [place, slip, letter] of changes) {
        const at = place % Math.max(1, other.length);
        const [before, after] = [other.slice(0, at), other.slice(at)];
        if (slip === 'less') other = before + after.slice(1);
        else if (slip === 'other') other = before + letter + after.slice(1);
        else if (slip === 'more') other = before + letter + after;
        else other = before + after.charAt(1) + after.charAt(0) + after.slice(2);
      }
      if (keySimilarity(one, other) === 0) return;
      alike += 1;
      const hashes = hashesOf(other);
      expect(
        [...hashesOf(one)].some((hash) => hashes.has(hash)),
        `${one}, ${other}`,
      ).toBe(true);
      expect(bitsSet(signatureOf(one) ^ signatureOf(other))).toBeLessThanOrEqual(2 * allowedEdits(one.length));
    }),
    { numRuns: 3000 },
  );
  expect(alike).toBeGreaterThan(1000);
});
