import { expect, test } from 'vitest';
import { fitsOneLine } from './fits-one-line.ts';

test('words that a phone shows in one line are not broken under their gloss', () => {
  expect(fitsOneLine('детекторов дронов')).toBe(true);
  expect(fitsOneLine('комплексов подавления БПЛА')).toBe(true);
  expect(fitsOneLine('无人机通信频段干扰发生器')).toBe(true);
});

test('longer ones may be broken, or they would leave the page', () => {
  expect(fitsOneLine('КОМПЛЕКСОВ ПОДАВЛЕНИЯ БПЛА')).toBe(false);
  expect(fitsOneLine('комплексов подавления беспилотников')).toBe(false);
  expect(fitsOneLine('无人机'.repeat(6))).toBe(false);
  expect(fitsOneLine('a'.repeat(5_000_000))).toBe(false);
});

test('a line break of the text is none of the glossed words', () => {
  expect(fitsOneLine('дронов\nи')).toBe(false);
});
