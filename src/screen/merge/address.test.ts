import { expect, test } from 'vitest';
import type { Address } from './address.ts';
import { addressKeys, readAddress, sameAddress } from './address.ts';

function read(text: string): Address {
  const address = readAddress(text);
  if (address === undefined) throw new Error(`${text} is no address`);
  return address;
}

test.each([
  ['221 Mill Street, Harlow', '221 Mill St., Harlow, CM20 2QT'],
  ['Quay House, 7 Orchard Lane, Leith, 64012', '7 Orchard Ln, LEITH 64012'],
  ['Mühlenstraße 14, 10243 Berlin', '14 Muehlen Street, Berlin'.replace('Muehlen', 'Mühlen')],
  ['Suite 900, 1450 N Hill Rd, Arden', '1450 North Hill Road Suite 900, Arden, 23208'],
  ['ул. Ленина, д. 5, Томск, 634000', 'ul. Lenina, 5, Tomsk 634000'],
])('%s = %s', (a, b) => {
  expect(sameAddress(read(a), read(b))).toBe(true);
  expect(addressKeys(read(a)).some((key) => addressKeys(read(b)).includes(key))).toBe(true);
});

test.each([
  ['221 Mill Street, Harlow', '212 Mill Street, Harlow'],
  ['123 E Main St, Arden, NV, 89132', '123 Main Street, Barlow NV 89132'],
  ['5 Lenin Street, Tomsk', '5 Lenin Avenue, Omsk'],
])('%s ≠ %s', (a, b) => {
  expect(sameAddress(read(a), read(b))).toBe(false);
});

test.each(['Moscow, Russia', 'Netherlands.', ''])('a town or country alone is no address: %s', (text) => {
  expect(readAddress(text)).toBeUndefined();
});
