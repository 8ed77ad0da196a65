import { expect, test } from 'vitest';
import { hangulOfCyrillic } from './hangul-of-cyrillic.ts';
import { pinyinOfPalladius } from './palladius.ts';

test.each([
  ['си', 'xi'],
  ['цзиньпин', 'jinping'],
  ['ван', 'wang'],
  ['чжижун', 'zhirong'],
  ['хуавей', 'huawei'],
  ['юйхуань', 'yuhuan'],
  ['чанъань', 'changan'],
  ['люй', 'lv'],
  ['цюань', 'quan'],
])('%s may be %s', (cyrillic, pinyin) => {
  expect(pinyinOfPalladius(cyrillic)).toContain(pinyin);
});

test.each(['петров', 'строй', '', 'рынок', 'петровань', 'ваньпетр', 'цзиньстрпин', 'цзиньстроительпин'])('"%s" is no Chinese', (word) => {
  expect(pinyinOfPalladius(word)).toEqual([]);
});

test('a long word of nothing but such syllables takes no time', () => {
  expect(pinyinOfPalladius('а'.repeat(20))).toEqual([]);
  expect(pinyinOfPalladius('ань'.repeat(5000))).toEqual([]);
});

test('Korean syllables as Russian writes them', () => {
  expect(hangulOfCyrillic('чен')).toContain('정');
  expect(hangulOfCyrillic('ын')).toEqual(['은']);
  expect(hangulOfCyrillic('иван')).toEqual([]);
});
