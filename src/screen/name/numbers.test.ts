import { expect, test } from 'vitest';
import { hanNumber, romanNumber } from './numbers.ts';

test.each([
  ['七〇二', 702],
  ['七零二', 702],
  ['十二', 12],
  ['二十', 20],
  ['三十八', 38],
  ['一百零八', 108],
  ['第三', 3],
  ['第七〇二', 702],
])('%s is %i', (text, value) => {
  expect(hanNumber(text)).toBe(value);
});

test.each(['三', '第', '三亚', '', '702', '一二三四五六七八'])('%s is no number in Han', (text) => {
  expect(hanNumber(text)).toBeUndefined();
});

test('roman numbers from II to XXXIX', () => {
  expect(['ii', 'iv', 'ix', 'xiv', 'xx', 'xxi', 'xxxix'].map(romanNumber)).toEqual([2, 4, 9, 14, 20, 21, 39]);
  expect(['i', 'iiii', 'vv', 'xxl', 'mix'].map(romanNumber)).toEqual([undefined, undefined, undefined, undefined, undefined]);
});
