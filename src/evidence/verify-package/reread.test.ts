import { expect, it } from 'vitest';
import { standsThere } from './reread.ts';

const PAGE = {
  text: 'Access to this page is denied.\nPlease enable cookies and try again later.',
  visible: 'Reference 18.2f. Contact the desk of the harbour.',
};

it.each<[stands: boolean, text: string, masked: boolean]>([
  [true, 'Access to this page\nis denied. Please enable cookies\n\nand try again later.', false],
  [true, 'Contact the desk of the harbour\nReference 18.2f', false],
  [true, 'Contact •••••• of the harbour', true],
  [false, 'Contact •••••• of the harbour', false],
  [false, 'Access to this page is granted.', false],
  [false, 'Access to this page denied.', false],
  [false, 'Please enable cookies and do not try again later.', false],
  [false, 'Reference 18.3f', false],
  [false, 'Please enable cookies and contact the desk of the harbour.', false],
])('%s: the page says %j', (stands, text, masked) => {
  expect(standsThere(text, PAGE, masked)).toBe(stands);
});

it('no word can be left out or put in anywhere in a long line', () => {
  const line = Array.from({ length: 40 }, (_, n) => `w${n}`);
  const page = { text: line.join(' '), visible: '' };
  for (let at = 1; at < line.length - 1; at += 1) {
    expect(standsThere(line.toSpliced(at, 1).join(' '), page, false)).toBe(false);
    expect(standsThere(line.toSpliced(at, 0, 'x').join(' '), page, false)).toBe(false);
  }
});

it('a page and a line that were made to be slow are held against each other', () => {
  const page = { text: 'a'.repeat(1_000_000), visible: '' };
  expect(standsThere(`${'a'.repeat(150_000)}b${'a'.repeat(150_000)}`, page, false)).toBe(false);
  expect(standsThere(Array.from({ length: 2000 }, (_, n) => 'a'.repeat(n)).join('\n'), page, false)).toBe(true);
});
