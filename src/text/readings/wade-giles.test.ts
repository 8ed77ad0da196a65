import { expect, test } from 'vitest';
import { PINYIN_SYLLABLES } from './pinyin.ts';
import { wadeGilesOf } from './wade-giles-syllable.ts';
import { pinyinOfWadeGiles } from './wade-giles.ts';

test('tokens with their marks have one reading', () => {
  expect(pinyinOfWadeGiles('hsiao-ming')).toEqual(['xiaoming']);
  expect(pinyinOfWadeGiles("ch'en")).toEqual(['chen']);
  expect(pinyinOfWadeGiles('Hsüeh')).toEqual(['xue']);
  expect(pinyinOfWadeGiles('hsiao-p’ing')).toEqual(['xiaoping']);
});

test('where an apostrophe may be missing, both readings count', () => {
  expect(pinyinOfWadeGiles('chang')).toEqual(['zhang', 'chang']);
  expect(pinyinOfWadeGiles('tsai')[0]).toBe('cai');
  expect(pinyinOfWadeGiles('teng')).toEqual(['deng', 'teng']);
});

test.each([
  ['tse-tung', 'zedong'],
  ['en-lai', 'enlai'],
  ['chung-cheng', 'zhongzheng'],
  ['ching-kuo', 'jingguo'],
  ['Tsetung', 'zedong'],
  ['Chiang', 'jiang'],
])('%s is %s', (token, pinyin) => {
  expect(pinyinOfWadeGiles(token)[0]).toBe(pinyin);
});

test('postal and customary spellings of surnames are known', () => {
  expect(pinyinOfWadeGiles('Soong')).toEqual(['song']);
  expect(pinyinOfWadeGiles('Hwang')).toContain('huang');
});

test('what is no Wade–Giles is not read', () => {
  for (const token of ['', '-', 'smith', 'xiao', 'zhang', 'tse-smith', 'smithchang', 'changsmith', 'a'.repeat(9999)])
    expect(pinyinOfWadeGiles(token)).toEqual([]);
});

test('every syllable reads back from each of its spellings, with and without marks', () => {
  for (const syllable of PINYIN_SYLLABLES) {
    for (const spelling of wadeGilesOf(syllable)) {
      expect(pinyinOfWadeGiles(spelling)).toContain(syllable);
      expect(pinyinOfWadeGiles(spelling.replaceAll("'", '').replaceAll('ü', 'u'))).toContain(syllable);
    }
  }
});
