import { expect, test } from 'vitest';
import { splitAliases } from './eu-aliases.ts';

test.each([
  ['Иван Петрович ИВАНОВ; Ivan IVANOV', ['Иван Петрович ИВАНОВ', 'Ivan IVANOV']],
  ['Общество «Центр» (ООО «Центр»); OOO Tsentr', ['Общество «Центр»', 'ООО «Центр»', 'OOO Tsentr']],
  ['T-Motor / 江西新拓实业有限公司', ['T-Motor', '江西新拓实业有限公司']],
  ['Chinese:; Text of image; 陽光電子科技有限公司', ['陽光電子科技有限公司']],
  ['Zavod Motor (Завод Мотор)', ['Zavod Motor', 'Завод Мотор']],
  ['Dmitri Ivanovich PETROV (Dmitriy PETROV)', ['Dmitri Ivanovich PETROV', 'Dmitriy PETROV']],
  ['Holding Company (Russia)', ['Holding Company (Russia)']],
  ['(a.k.a. Motor Works); a.k.a. MW Ltd', ['Motor Works', 'MW Ltd']],
  ['', []],
])('%j', (cell, names) => {
  expect(splitAliases(cell)).toEqual(names);
});
