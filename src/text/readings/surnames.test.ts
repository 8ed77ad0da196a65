import { expect, test } from 'vitest';
import { hanSurname } from './surnames.ts';
import { TWO_CHARACTER_SURNAMES } from './surnames-data.ts';

test.each([
  ['王伟', 1, 'wang'],
  ['单雄信', 1, 'shan'],
  ['曾国藩', 1, 'zeng'],
  ['解放', 1, 'xie'],
  ['仇英', 1, 'qiu'],
  ['区启荣', 1, 'ou'],
  ['吕布', 1, 'lv'],
  ['尉迟恭', 2, 'yuchi'],
  ['司馬懿', 2, 'sima'],
  ['歐陽修', 2, 'ouyang'],
  ['張偉', 1, 'zhang'],
] as const)('%s begins with a surname of %i, read %s', (name, length, reading) => {
  const surname = hanSurname(name);
  expect(surname?.length).toBe(length);
  expect(surname?.readings[0]).toBe(reading);
});

test('no surname is found where none is', () => {
  for (const name of ['', '陈', 'Wang Wei', '某人', 'アリ']) expect(hanSurname(name)).toBeUndefined();
});

test('every surname of two characters is found before a given name', () => {
  for (const [surname, reading] of TWO_CHARACTER_SURNAMES) expect(hanSurname(`${surname}明`)).toEqual({ length: 2, readings: [reading] });
});
