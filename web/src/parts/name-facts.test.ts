import { describe, expect, it } from 'vitest';
import { nameFact } from './name-facts.ts';

describe('facts beside names', () => {
  it('takes apart what the comparison says, and leaves alone what it does not know', () => {
    expect(nameFact('named in full in the same text: Ян Орваник')).toEqual({ key: 'factInFull', values: { name: 'Ян Орваник' } });
    expect(nameFact('country agrees (CN)')).toEqual({ key: 'factCountry', values: { countries: 'CN' } });
    expect(nameFact('country RU, BY against CN')).toEqual({ key: 'factCountryAgainst', values: { countries: 'RU, BY', others: 'CN' } });
    expect(nameFact('born 1958-02-03, listed 1958-03-02: day and month exchanged')?.key).toBe('factBornSwapped');
    expect(nameFact('the numbers differ')).toEqual({ key: 'factNumbers', values: {} });
    expect(nameFact('something new')).toBeNull();
  });
});
