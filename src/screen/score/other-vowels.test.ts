import { expect, test } from 'vitest';
import { haveOtherVowels } from './other-vowels.ts';

test.each([
  ['zaher', 'zahar'],
  ['galavanav', 'golovanov'],
  ['dardakil', 'derdukal'],
  ['fahri', 'fahre'],
])('%s and %s differ in vowels alone', (a, b) => {
  expect(haveOtherVowels(a, b)).toBe(true);
});

test.each([
  ['bruno', 'briana'],
  ['putin', 'potanin'],
  ['karim', 'akram'],
  ['marin', 'marina'],
  ['said', 'saad'],
])('%s and %s are two names', (a, b) => {
  expect(haveOtherVowels(a, b)).toBe(false);
});
