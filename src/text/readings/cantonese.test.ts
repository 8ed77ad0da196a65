import { expect, test } from 'vitest';
import { cantoneseOf } from './cantonese.ts';
import { hongKongSpellings } from './hong-kong-spelling.ts';

/** The first spelling of each character. */
const first = (name: string): string => Array.from(name, (char) => cantoneseOf(char)[0]).join(' ');

test.each([
  ['陈志明', 'chan chi ming'],
  ['陳志明', 'chan chi ming'],
  ['黄伟强', 'wong wai keung'],
  ['張家輝', 'cheung ka fai'],
  ['李嘉诚', 'lee ka shing'],
  ['吴正文', 'ng ching man'],
  ['梁振英', 'leung chun ying'],
  ['林鄭月娥', 'lam cheng yuet ngo'],
  ['董建華', 'tung kin wah'],
  ['曾蔭權', 'tsang yam kuen'],
])('%s is %s', (name, spelling) => {
  expect(first(name)).toBe(spelling);
});

test('the name of Chiang Kai-shek is among the spellings', () => {
  expect(cantoneseOf('蒋')).toContain('chiang');
  expect(first('介石')).toBe('kai shek');
});

test('surnames have their spellings of the south of Fujian and of the Hakka too', () => {
  expect(cantoneseOf('陈')).toContain('tan');
  expect(cantoneseOf('林')).toContain('lim');
  expect(cantoneseOf('王')).toContain('ong');
  expect(cantoneseOf('吴')).toContain('goh');
});

test('what is not one Han character has no spelling', () => {
  for (const text of ['', 'a', '陈志', '김']) expect(cantoneseOf(text)).toEqual([]);
});

test('syllables are spelt as registers do', () => {
  expect(hongKongSpellings('zoeng')[0]).toBe('cheung');
  expect(hongKongSpellings('gwok')[0]).toBe('kwok');
  expect(hongKongSpellings('jyun')[0]).toBe('yuen');
  expect(hongKongSpellings('ngaai')).toContain('ai');
});
