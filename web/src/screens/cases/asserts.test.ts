import { expect, test } from 'vitest';
import { assertsOf, EMPTY_ASSERTS, unknownIn } from './asserts.ts';
import { countryFinder } from './countries.ts';

const codeOf = countryFinder('en');

test('words are told apart by the commas of whoever writes them', () => {
  expect(assertsOf({ ...EMPTY_ASSERTS, otherGoods: 'toys，household、 ', destinations: 'kz, United Arab Emirates' }, codeOf)).toEqual({
    otherGoods: ['toys', 'household'],
    destinations: ['KZ', 'AE'],
    purposes: [],
    published: null,
  });
  expect(assertsOf({ ...EMPTY_ASSERTS, published: 'no' }, codeOf).published).toBe(false);
});

test('what is no country is told, not sent', () => {
  const draft = { ...EMPTY_ASSERTS, destinations: 'Kazakhstan, Ruritania' };
  expect([assertsOf(draft, codeOf).destinations, unknownIn(draft, codeOf)]).toEqual([['KZ'], ['Ruritania']]);
});
