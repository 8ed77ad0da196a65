import { describe, expect, it } from 'vitest';
import { isBirthDate, nameQueries, NO_FACTS, wrongCountries } from './name-queries.ts';

describe('names that are asked about', () => {
  it('takes one a line, each once, without empty lines', () => {
    expect(nameQueries(' Beta LLC \r\n\n  海格  通信\nBeta LLC\n', NO_FACTS)).toEqual([{ name: 'Beta LLC' }, { name: '海格 通信' }]);
  });
  it('gives facts of one bearer to a single name alone, countries and kind to all', () => {
    const facts = { schema: 'Person', countries: 'ru, by', birthDate: '1958', identifiers: '7707083893; X 1' } as const;
    expect(nameQueries('Пётр Ильин', facts)).toEqual([
      { name: 'Пётр Ильин', schema: 'Person', countries: ['ru', 'by'], birthDates: ['1958'], identifiers: ['7707083893', 'X 1'] },
    ]);
    expect(nameQueries('a\nb', facts)[1]).toEqual({ name: 'b', schema: 'Person', countries: ['ru', 'by'] });
  });
  it('says which countries and dates are none', () => {
    expect(wrongCountries('RU; Kazakhstan cn 7')).toEqual(['Kazakhstan', '7']);
    expect([isBirthDate(''), isBirthDate('1961-05'), isBirthDate('5.3.1961')]).toEqual([true, true, false]);
  });
});
