import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDates } from './list-date.ts';

describe('dates as lists write them', () => {
  test.each([
    ['10 Dec 1948', ['1948-12-10']],
    ['1963', ['1963']],
    ['Mar 1962', ['1962-03']],
    ['June 21, 2022', ['2022-06-21']],
    ['24.6.1964 or 25.6.1964', ['1964-06-24', '1964-06-25']],
    ['1979, 1980 or 1981', ['1979', '1980', '1981']],
    ['circa 1962', ['1962']],
    ['1951 to 1953', ['1951', '1952', '1953']],
    ['01 Mar 1965 to 31 Mar 1965', ['1965-03']],
    ['01 Jan 1973 to 31 Dec 1973', ['1973']],
    ['25-Jun-08', ['2008-06-25']],
    ['dd/mm/1950', ['1950']],
    ['00/05/1950', ['1950-05']],
    ['1971-00-00', ['1971']],
    ['8.5.1967 Gender: female', ['1967-05-08']],
  ])('%s', (text, dates) => {
    expect(readDates(text)).toEqual(dates);
  });

  test.each(['not-a-date', '31.2.1999', '1960s', 'before 1964', '24/06/1402', '1900 to 1990', '12 or so', ''])('keeps out %j', (text) => {
    expect(readDates(text)).toBeUndefined();
  });

  test('the order of day and month is the file’s, unless a number above 12 says otherwise', () => {
    expect(readDates('3/4/1980', 'day-first')).toEqual(['1980-04-03']);
    expect(readDates('3/4/1980', 'month-first')).toEqual(['1980-03-04']);
    expect(readDates('9/14/93', 'day-first')).toEqual(['1993-09-14']);
    expect(readDates('14/9/93', 'month-first')).toEqual(['1993-09-14']);
  });

  test('whatever comes in, what comes out is a date', () => {
    const pieces = fc.constantFrom('1', '12', '31', '1999', '.', '/', '-', ' ', 'or', 'Jan', 'to', '(', ')', 'circa', '00', 'x');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        for (const date of readDates(parts.join('')) ?? []) {
          expect(date).toMatch(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/);
          expect(Number.isNaN(Date.parse(date))).toBe(false);
        }
      }),
    );
  });
});
