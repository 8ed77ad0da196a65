import { expect, test } from 'vitest';
import { isAllowed, licenceProblems } from '../scripts/check-licences.ts';

test('every dependency has a licence that an Apache-2.0 program may live with', () => {
  expect(licenceProblems()).toEqual([]);
});

test('licence expressions are read as SPDX means them', () => {
  const allowed = new Set(['MIT', 'Apache-2.0']);
  expect(isAllowed('(MIT OR GPL-3.0-only)', allowed)).toBe(true);
  expect(isAllowed('MIT AND Apache-2.0', allowed)).toBe(true);
  expect(isAllowed('MIT AND AGPL-3.0-only', allowed)).toBe(false);
  expect(isAllowed('SEE LICENSE IN LICENSE.md', allowed)).toBe(false);
  expect(isAllowed('(MIT AND (GPL-2.0 OR BSD))', allowed)).toBe(false);
});
