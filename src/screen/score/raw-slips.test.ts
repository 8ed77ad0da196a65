import fc from 'fast-check';
import { expect, test } from 'vitest';
import { skeleton } from '../name/skeleton.ts';
import { keySimilarity } from './key-similarity.ts';
import { rawLikeness, rawSlipsOf } from './raw-slips.ts';

const likeness = (written: string, meant: string): number => rawLikeness(rawSlipsOf(written), skeleton(meant));

test.each([
  ['ctharif', 'charif', 'a letter inside a digraph'],
  ['kahlil', 'khalil', 'letters exchanged across one'],
  ['maazher', 'mazaher', 'letters exchanged so that they look like one'],
  ['baluu', 'baluku', 'a letter gone between two that are now read as one'],
  ['sheikp', 'sheikh', 'a digraph with a wrong letter'],
  ['jelaxic', 'jelavic', 'an x, which is read as two'],
  ['inoov', 'ionov', 'a doubled vowel'],
  ['shxokhin', 'shokhin', 'an x too many'],
  ['chrinov', 'chirnov', 'letters exchanged into a sound of three'],
  ['chteche', 'cheche', 'a letter too many that makes a sound of four'],
])('%s may be %s: %s', (written, meant) => {
  expect(keySimilarity(skeleton(written), skeleton(meant)) || likeness(written, meant)).toBeGreaterThan(0.49);
  expect(likeness(written, meant)).toBeGreaterThan(0.49);
});

test.each([
  ['orlov', 'orlova'],
  ['khan', 'kim'],
  ['ali', 'al'],
])('%s and %s differ otherwise, or are too short', (written, meant) => {
  expect(likeness(written, meant)).toBe(0);
});

/** Words as names have them: of syllables. */
const word = fc
  .array(fc.constantFrom(...'sha khi ba lu mo zhe tsa ri nov ev yan gha dhi che al ak ne'.split(' ')), { minLength: 2, maxLength: 4 })
  .map((syllables) => syllables.join(''));

test('a letter too many, or two exchanged, leaves a likeness', () => {
  fc.assert(
    fc.property(word, fc.nat(11), fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), fc.boolean(), (meant, place, letter, exchange) => {
      const at = 1 + (place % (meant.length - 2));
      const written = exchange
        ? meant.slice(0, at) + meant.charAt(at + 1) + meant.charAt(at) + meant.slice(at + 2)
        : meant.slice(0, at) + letter + meant.slice(at);
      const [a, b] = [skeleton(written), skeleton(meant)];
      if (a.length < 4 || b.length < 4) return;
      expect(Math.max(keySimilarity(a, b), likeness(written, meant))).toBeGreaterThan(0);
    }),
  );
});

test('what is written is no slip of itself', () => {
  fc.assert(
    fc.property(word, (one) => {
      expect(rawSlipsOf(one).exact.has(skeleton(one))).toBe(false);
    }),
  );
});
