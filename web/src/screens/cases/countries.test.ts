import { expect, test } from 'vitest';
import { countryFinder } from './countries.ts';

test('a country is found by its name in the language of the reader or in English, and by its code', () => {
  const find = countryFinder('ru');
  expect(['Казахстан', 'kazakhstan', ' KZ ', 'kz'].map(find)).toEqual(['KZ', 'KZ', 'KZ', 'KZ']);
  expect(countryFinder('zh')('哈萨克斯坦')).toBe('KZ');
  expect(['Atlantis', 'QQQ', ''].map(find)).toEqual([undefined, undefined, undefined]);
});
