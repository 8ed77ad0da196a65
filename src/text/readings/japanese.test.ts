import { expect, test } from 'vitest';
import { JAPANESE_GIVEN_NAMES, JAPANESE_NAME_PARTS } from './japanese-given-names-table.ts';
import { JAPANESE_SURNAMES } from './japanese-surnames-table.ts';
import { japaneseReadings } from './japanese.ts';

test.each([
  ['山田太郎', 'yamada taro'],
  ['安倍晋三', 'abe shinzo'],
  ['高橋 洋子', 'takahashi yoko'],
  ['渡邊和夫', 'watanabe kazuo'],
  ['佐々木健二', 'sasaki kenji'],
  ['佐佐木健二', 'sasaki kenji'],
  ['小泽一郎', 'ozawa ichiro'],
  ['小澤一郎', 'ozawa ichiro'],
  ['伊藤博文', 'ito hirofumi'],
  ['林明', 'hayashi akira'],
])('%s is %s', (name, reading) => {
  expect(japaneseReadings(name)[0]).toBe(reading);
});

test('several readings are given, at most 6', () => {
  expect(japaneseReadings('河野太郎')).toEqual(['kono taro', 'kawano taro']);
  expect(japaneseReadings('高橋洋子').length).toBeLessThanOrEqual(6);
});

test('Chinese names and other texts are not read', () => {
  for (const name of ['王伟', '李明', '张志强', '林郑月娥', '', '山', '山田', '太郎', 'Yamada', '山'.repeat(1000)])
    expect(japaneseReadings(name)).toEqual([]);
});

test('every entry of the tables is well formed', () => {
  for (const table of [JAPANESE_SURNAMES, JAPANESE_GIVEN_NAMES, JAPANESE_NAME_PARTS.replace('\n|', '\n')])
    for (const entry of table.trim().split(/[|\n]/u)) expect(entry).toMatch(/^[\p{sc=Han}\p{sc=Hira}々]+ [a-z]+(?:,[a-z]+)*$/u);
});
