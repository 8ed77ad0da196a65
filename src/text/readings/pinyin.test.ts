import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PINYIN_TABLE } from './pinyin-table.ts';
import { PINYIN_SYLLABLES, pinyinOf, pinyinSpellings, splitPinyin } from './pinyin.ts';

const syllable = fc.constantFrom(...PINYIN_SYLLABLES);

test('characters have their readings, the most usual first', () => {
  expect(pinyinOf('王')).toEqual(['wang']);
  expect(pinyinOf('单')).toEqual(['dan', 'shan', 'chan']);
  expect(pinyinOf('曾')).toEqual(['ceng', 'zeng']);
  expect(pinyinOf('吕')[0]).toBe('lv');
  expect(pinyinOf('〇')).toEqual(['ling']);
});

test('traditional characters and those of the extensions are read too', () => {
  expect(pinyinOf('龍')).toEqual(['long']);
  expect(pinyinOf('陳')[0]).toBe('chen');
  expect(pinyinOf('㛃')).toEqual(['jie']);
});

test('what is not one Han character has no reading', () => {
  for (const text of ['', 'a', '|', ' ', '王伟', 'ア', '금', '\ud840']) expect(pinyinOf(text)).toEqual([]);
});

test('every syllable is read from its first character', () => {
  expect(PINYIN_SYLLABLES.size).toBeGreaterThan(390);
  for (const line of PINYIN_TABLE.trim().split('\n')) {
    const [reading = '', chars = ''] = line.split(' ');
    for (const char of chars.replaceAll('|', '').slice(0, 1)) expect(pinyinOf(char)).toContain(reading);
  }
});

test('every syllable and every spelling of ü parses back', () => {
  for (const one of PINYIN_SYLLABLES) expect(splitPinyin(one)[0]).toEqual([one]);
  expect(pinyinSpellings('lv')).toEqual(['lv', 'lyu', 'lu']);
  expect(pinyinSpellings('wang')).toEqual(['wang']);
  expect(splitPinyin('lyu')).toEqual([['lv']]);
  for (const word of ['smithming', 'mingsmith', 'xiaosmithming']) expect(splitPinyin(word)).toEqual([]);
  expect(splitPinyin('lue')[0]).toEqual(['lve']);
});

test('tokens split into syllables, the likeliest first', () => {
  expect(splitPinyin('xiaoming')).toEqual([
    ['xiao', 'ming'],
    ['xi', 'ao', 'ming'],
  ]);
  expect(splitPinyin("Xi'an")).toEqual([['xi', 'an']]);
  expect(splitPinyin('ze-dong')).toEqual([['ze', 'dong']]);
  expect(splitPinyin('fangan')[0]).toEqual(['fan', 'gan']);
  expect(splitPinyin('Lǚ')).toEqual([['lv']]);
});

test('what is no pinyin does not split', () => {
  for (const token of ['', "'", 'smith', 'hsiao', 'xiaox', 'x'.repeat(10_000)]) expect(splitPinyin(token)).toEqual([]);
});

test('joined syllables split into themselves, among at most 8', () => {
  fc.assert(
    fc.property(syllable, syllable, (a, b) => {
      const splits = splitPinyin(a + b);
      expect(splits.length).toBeLessThanOrEqual(8);
      expect(splits.map((split) => split.join(' '))).toContain(`${a} ${b}`);
    }),
  );
  fc.assert(
    fc.property(fc.array(syllable, { minLength: 1, maxLength: 5 }), (syllables) => {
      expect(splitPinyin(syllables.join("'"))).toContainEqual(syllables);
    }),
  );
});
