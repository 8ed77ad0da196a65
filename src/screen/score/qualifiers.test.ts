import { describe, expect, test } from 'vitest';
import type { NameQuery } from '../../model/party.ts';
import { qualifiersOf, weighQualifiers } from './qualifiers.ts';

const weigh = (a: Omit<NameQuery, 'name'>, b: Omit<NameQuery, 'name'>): ReturnType<typeof weighQualifiers> =>
  weighQualifiers(qualifiersOf({ name: '', ...a }), qualifiersOf({ name: '', ...b }));
const born = (a: string, b: string): ReturnType<typeof weighQualifiers> => weigh({ birthDates: [a] }, { birthDates: [b] });

describe('dates of birth', () => {
  test('the nearer they are, the more they say', () => {
    const nearer = ['1960-02-03', '1960-03-02', '1960', '1960-02-08', '1960-11-28', '1961-11-28', '1963-11-28', '1978-11-28'];
    const said = nearer.map((date) => born('1960-02-03', date).logit);
    expect(said).toEqual(said.toSorted((a, b) => b - a));
    expect(said[0]).toBeGreaterThan(3);
    expect(said.at(-1)).toBeLessThan(-3);
  });

  test('say what they are, in plain words', () => {
    expect(born('1960-02-03', '1960-03-02').for).toEqual(['born 1960-02-03, listed 1960-03-02: day and month exchanged']);
    expect(born('1960-02-03', '1971').against).toEqual(['born 1960-02-03 against 1971']);
  });

  test('the best of several counts', () => {
    expect(weigh({ birthDates: ['1960-02-03'] }, { birthDates: ['1971', '1960-02-03'] }).logit).toBe(
      born('1960-02-03', '1960-02-03').logit,
    );
  });

  test('what is no date is left out', () => {
    expect(born('3 Feb 1960', '1960-02-03')).toMatchObject({ logit: 0, agrees: false });
  });
});

test('one country of several is enough, in any case; none in common speaks against', () => {
  expect(weigh({ countries: ['RU', 'by'] }, { countries: ['By '] })).toMatchObject({ agrees: true, for: ['country agrees (BY)'] });
  const other = weigh({ countries: ['ru'] }, { countries: ['cn'] });
  expect(other.logit).toBeLessThan(0);
  expect(other.against).toEqual(['country RU against CN']);
});

test('an identifier is certain unless its check digits fail', () => {
  expect(weigh({ identifiers: ['ИНН 7707083893'] }, { identifiers: ['7707083893'] })).toMatchObject({ certain: true, agrees: true });
  expect(weigh({ identifiers: ['7707083894'] }, { identifiers: ['7707083894'] })).toMatchObject({ certain: false, agrees: true });
  expect(weigh({ identifiers: ['123'] }, { identifiers: ['123'] })).toMatchObject({ certain: false, agrees: false });
});

test('what only one side knows says nothing', () => {
  const facts = { countries: ['ru'], birthDates: ['1960'], identifiers: ['7707083893'] };
  expect(weigh(facts, {})).toEqual({ logit: 0, certain: false, agrees: false, for: [], against: [] });
  expect(weigh({}, facts)).toEqual({ logit: 0, certain: false, agrees: false, for: [], against: [] });
});

describe('identifiers', () => {
  test('one whose check digits hold decides; one of no scheme that we check only helps', () => {
    expect(weigh({ identifiers: ['7707083893'] }, { identifiers: ['ИНН 7707083893'] })).toMatchObject({ certain: true, agrees: true });
    expect(weigh({ identifiers: ['AB1234'] }, { identifiers: ['AB-1234'] })).toMatchObject({ certain: false, agrees: true });
  });

  test('of several that agree the one that can be checked is taken', () => {
    const both = { identifiers: ['AB1234', '7707083893'] };
    expect(weigh(both, both).certain).toBe(true);
  });
});
