import { describe, expect, test } from 'vitest';
import { checkIdentifier, normaliseIdentifier } from './identifiers.ts';

/** Numbers whose check digits hold; the first of each scheme is the published example or that of a well-known public company. */
const HOLD: readonly (readonly [string, string])[] = [
  ['USCC', '91350100M000100Y43'],
  ['LEI', '5493001KJTIIGC8Y1R12'],
  ['OGRN', '1027700132195'],
  ['OGRNIP', '304500116000157'],
  ['INN', '7707083893'],
  ['INN', '500100732259'],
  ['IMO', '9074729'],
];

describe.each(HOLD)('%s %s', (kind, id) => {
  test('holds', () => {
    expect(checkIdentifier(id)).toEqual({ kind, holds: true });
  });

  test('does not with any one digit changed', () => {
    for (let at = 0; at < id.length; at += 1) {
      const digit = Number(id[at]);
      if (Number.isNaN(digit)) continue;
      const changed = `${id.slice(0, at)}${(digit + 1) % 10}${id.slice(at + 1)}`;
      // A changed first digit may make it a number of no scheme.
      expect(checkIdentifier(changed).holds ?? false, changed).toBe(false);
    }
  });
});

test('what fits no scheme says nothing of check digits', () => {
  for (const id of ['', 'AB7204518', '12', '7'.repeat(40)]) expect(checkIdentifier(id)).toEqual({ kind: undefined, holds: undefined });
});

test.each([
  ['ИНН 7707083893', '7707083893'],
  ['77-07-083893', '7707083893'],
  ['ОГРН: 1027700132195', '1027700132195'],
  ['imo９０７４７２９', '9074729'],
  ['91350100m000100y43', '91350100M000100Y43'],
  ['INNOVA 12', 'INNOVA12'],
])('%s is %s', (written, id) => {
  expect(normaliseIdentifier(written)).toBe(id);
});
