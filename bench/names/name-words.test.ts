import { expect, test } from 'vitest';
import { plainKey, scriptOfName } from './name-words.ts';

test('most letters decide the script, Kana beside Han is Japanese', () => {
  expect(scriptOfName('ООО «Бета» (LLC)')).toBe('Cyrillic');
  expect(scriptOfName('深圳市海格有限公司')).toBe('Han');
  expect(scriptOfName('株式会社ヤマダ精機')).toBe('Kana');
  expect(scriptOfName('42')).toBe('other');
});

test('order, case, marks and script do not change the key', () => {
  expect(plainKey('Иванов, Пётр')).toBe(plainKey('PETR IVANOV'));
});
