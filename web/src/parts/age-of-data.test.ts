import { expect, it } from 'vitest';
import { dayOfText, yearsOld } from './age-of-data.ts';

const NOW = Date.parse('2026-11-26T12:00:00Z');

it('a text of a list is old after a year and a half, in whole years', () => {
  expect(['2026-09-21', '2025-08-01', '2025-05-01', '2024-02-23', '2022-12-04'].map((day) => yearsOld(day, NOW))).toEqual([
    null,
    null,
    1,
    2,
    3,
  ]);
  expect([yearsOld(undefined, NOW), yearsOld('', NOW)]).toEqual([null, null]);
});

it('the source of a finding names the day of its text', () => {
  expect(dayOfText('Regulation (EU) 833/2014, consolidated text of 2022-12-04 (text of 2022-12-04)')).toBe('2022-12-04');
  expect(dayOfText('red flag of the catalogue')).toBeUndefined();
});
