import { expect, test } from 'vitest';
import { skeleton } from './skeleton.ts';
import { shortCodeOf, soundCodesOf } from './sound-codes.ts';
import { isTranscribed, syllablesOf, transcribedCodes } from './transcribed.ts';

test.each([
  ['普京', 'putin'],
  ['季姆琴科', 'timchenko'],
  ['根纳季', 'gennadi'],
  ['梅德韦杰夫', 'medvedev'],
  ['格拉西莫夫', 'gerasimov'],
  ['诺斯罗普', 'northrop'],
  ['特朗普', 'trump'],
  ['叶利钦', 'yeltsin'],
  ['埃隆', 'elon'],
  ['布什', 'bush'],
  ['默克尔', 'merkel'],
])('%s meets %s under one code at least', (han, latin) => {
  const codes = soundCodesOf(skeleton(latin));
  const own = transcribedCodes(syllablesOf(han));
  const short = shortCodeOf(skeleton(latin));
  expect(own.some((code) => codes.includes(code) || code === short)).toBe(true);
});

test('a word of many sounds has few codes', () => {
  expect(transcribedCodes(syllablesOf('季奇季奇季奇季奇季奇季奇'))).toHaveLength(10);
});

test.each(['卡拉什尼科夫', '苏霍伊', '瓦格纳', '图波列夫', '阿尔马兹'])('%s spells a foreign word', (piece) => {
  expect(isTranscribed(piece)).toBe(true);
});

test.each(['海康威视', '中芯国际', '航天电器', '华为', '马丁', ''])('%s does not', (piece) => {
  expect(isTranscribed(piece)).toBe(false);
});

test('beside a dot two characters are enough', () => {
  expect(isTranscribed('马丁', true)).toBe(true);
  expect(isTranscribed('公司', true)).toBe(false);
});
