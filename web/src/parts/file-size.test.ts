import { expect, it } from 'vitest';
import { fileSize } from './file-size.ts';

it.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [1000, '1 kB'],
  [834_400, '834 kB'],
  [3_449_000, '3.4 MB'],
  [5_000_000_000, '5 GB'],
])('%d bytes are %s', (bytes, said) => {
  expect(fileSize(bytes, 'en')).toBe(said);
});

it('is written as each language writes it', () => {
  expect(['zh', 'ru', 'uk'].map((language) => fileSize(3_449_000, language))).toEqual(['3.4 MB', '3,4 МБ', '3,4 МБ']);
});
