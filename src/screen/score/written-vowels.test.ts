import { expect, test } from 'vitest';
import { latinise } from '../name/latinise.ts';
import { skeleton } from '../name/skeleton.ts';
import { longVowelsOf } from './written-vowels.ts';

const fit = (arabic: string, latin: string): boolean => longVowelsOf(arabic)(skeleton(latinise(latin)));

test.each([
  ['حسين', 'hussein'],
  ['حسن', 'hassane'],
  ['سعيد', 'saeed'],
  ['عبدالله', 'abdullah'],
  ['الواحد', 'wahed'],
  ['الجروشة', 'jarousheh'],
  ['موسی', 'mousa'],
  ['جمال', 'jemal'],
  ['نوروزی', 'nowruzi'],
  ['قربان‌زاده', 'ghorbanzadeh'],
  ['محمّد', 'muhammad'],
])('%s is spelled with the vowels of %s', (arabic, latin) => {
  expect(fit(arabic, latin)).toBe(true);
});

test.each([
  ['حسين', 'hassan'],
  ['حسن', 'hussein'],
  ['سعيد', 'saad'],
  ['سالم', 'silim'],
  ['محمود', 'muhamad'],
])('%s is not spelled with those of %s', (arabic, latin) => {
  expect(fit(arabic, latin)).toBe(false);
});

test('words of other consonants are left to others', () => {
  expect(fit('حسين', 'hossam aldin')).toBe(true);
});

test('a long word of many readings is told in time', () => {
  expect(fit('و'.repeat(60), 'u'.repeat(60))).toBe(true);
});
