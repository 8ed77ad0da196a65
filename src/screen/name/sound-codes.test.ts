import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codesOf, consonants, hasSoundCode, shortCodeOf, soundCodesOf } from './sound-codes.ts';
import { skeleton } from './skeleton.ts';

const shared = (a: string, b: string): boolean => codesOf(skeleton(a)).some((code) => codesOf(skeleton(b)).includes(code));

test.each([
  ['sikaiwoke', 'skywalk'],
  ['aodesi', 'odes'],
  ['muhammad', 'mohamed'],
  ['hezbollah', 'hizballah'],
])('a foreign word and what another script makes of it share a code: %s, %s', (a, b) => {
  expect(shared(a, b)).toBe(true);
});

test.each([
  ['baltorix', 'kranz'],
  ['li', 'lu'],
  ['ao', 'ou'],
])('%s and %s share none', (a, b) => {
  expect(shared(a, b)).toBe(false);
});

test('too few sounds say nothing', () => {
  for (const key of ['', 'a', 'li', 'wu', 'aeiou']) expect(codesOf(key)).toEqual([]);
});

test('consonants count once where they stand twice', () => {
  expect(consonants('hezbolah')).toBe('hzblh');
  expect(consonants('babab')).toBe('b');
});

test('codes of sound are what replacing letter by letter gives', () => {
  const classOf = (letter: string): string =>
    ['Pbpvf', 'Tdt', 'Kgkh', 'SszSZCX', 'Llr', 'Mm', 'Nn'].find((all) => all.includes(letter, 1))?.charAt(0) ?? '';
  const plainly = (key: string): readonly string[] => {
    const code = ((/^[aeiou]/.test(key) ? 'A' : '') + Array.from(key.replaceAll(/ng(?![aeiou])/g, 'n'), classOf).join(''))
      .replaceAll('NP', 'MP')
      .replaceAll(/(.)\1+/g, '$1');
    const smooth = code.charAt(0) + code.slice(1).replaceAll('L', '');
    return [...new Set([code, smooth])].filter((one) => one.length >= 3).map((one) => `%${one}`);
  };
  const key = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyznnnggppSZCX019王é'), maxLength: 20 });
  fc.assert(
    fc.property(key, (word) => {
      expect(soundCodesOf(word)).toEqual(plainly(word));
    }),
    { numRuns: 5_000 },
  );
});

test('words of two sounds have a code that only foreign words in Han ask for', () => {
  expect(shortCodeOf('buS')).toBe('%PS');
  expect(shortCodeOf('merkel')).toBe('%MK');
  expect(shortCodeOf('putin')).toBeUndefined();
  expect(codesOf('buS')).not.toContain('%PS');
  expect(hasSoundCode('buS', '%PS')).toBe(true);
  expect(hasSoundCode('buS', '~bS')).toBe(true);
  expect(hasSoundCode('putin', '%PTN')).toBe(true);
  expect(hasSoundCode('putin', '%PT')).toBe(false);
});
