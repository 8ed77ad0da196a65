import { expect, test } from 'vitest';
import { pinyinOfCantonese } from './cantonese-given.ts';

test.each([
  ['kwong', 'yiu', 'chan', 'guangyao'],
  ['ka', 'shing', 'li', 'jiacheng'],
  ['chun', 'ying', 'leung', 'zhenying'],
])('%s %s of the family %s may be %s', (first, second, surname, pinyin) => {
  expect(pinyinOfCantonese(first, second, surname)).toContain(pinyin);
});

test('what may be pinyin as it stands is left alone, and so is what is no such syllable', () => {
  expect(pinyinOfCantonese('chun', 'ying', 'li')).toEqual([]);
  expect(pinyinOfCantonese('robert', 'yiu', 'chan')).toEqual([]);
});

test('a few readings at most', () => {
  expect(pinyinOfCantonese('kai', 'kwan', 'wong').length).toBeLessThanOrEqual(6);
});
