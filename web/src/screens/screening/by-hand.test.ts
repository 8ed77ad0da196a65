import { expect, it } from 'vitest';
import { isByHand } from './by-hand.ts';

it('tells names that were written in from a file of customers, whatever it is called', () => {
  const file = { name: 'request', sha256: '', bytes: 9 };
  expect(isByHand({ file: null })).toBe(true);
  expect(isByHand({ file, columns: {} })).toBe(true);
  expect(isByHand({ file, columns: { name: 'firm' } })).toBe(false);
  expect(isByHand({ file: { ...file, name: 'customers.csv' }, columns: {} })).toBe(false);
});
