import { expect, test } from 'vitest';
import { assertsOf, EMPTY_ASSERTS } from './asserts.ts';

test('words are told apart by the commas of whoever writes them', () => {
  expect(assertsOf({ ...EMPTY_ASSERTS, otherGoods: 'toys，household、 ', destinations: 'kz, ae' })).toEqual({
    otherGoods: ['toys', 'household'],
    destinations: ['KZ', 'AE'],
    purposes: [],
    published: null,
  });
  expect(assertsOf({ ...EMPTY_ASSERTS, published: 'no' }).published).toBe(false);
});
