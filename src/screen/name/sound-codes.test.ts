import { expect, test } from 'vitest';
import { codesOf, consonants } from './sound-codes.ts';
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
