import { expect, test } from 'vitest';
import { vietnameseOfCyrillic } from './vietnamese-of-cyrillic.ts';

test.each([
  ['зунг', 'dung'],
  ['зяп', 'giap'],
  ['чан', 'tran'],
  ['чыонг', 'truong'],
  ['куанг', 'quang'],
  ['куок', 'quoc'],
  ['минь', 'minh'],
  ['ань', 'anh'],
  ['суан', 'xuan'],
  ['фук', 'phuc'],
  ['хюэ', 'hue'],
  ['тяу', 'chau'],
  ['нгуен', 'nguyen'],
])('%s may be %s', (word, syllable) => {
  expect(vietnameseOfCyrillic(word)).toContain(syllable);
});

test.each(['иван', 'лев', 'нина', 'петров', 'зззз', ''])('%s is no syllable', (word) => {
  expect(vietnameseOfCyrillic(word)).toEqual([]);
});
