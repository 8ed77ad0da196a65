import { expect, test } from 'vitest';
import { cutTitle } from './cut-title.ts';

test('a title that people write stands whole', () => {
  const title = 'Закупка радиолокационных станций обнаружения малоразмерных целей для нужд заказчика, '.repeat(3);
  expect(cutTitle(title)).toBe(title);
  expect(cutTitle('关于采购热像仪的公告'.repeat(15))).toBe('关于采购热像仪的公告'.repeat(15));
  expect(cutTitle('')).toBe('');
});

test('one that would fill a screen ends at a word, Han sooner, and never within a character', () => {
  const latin = cutTitle('thermal imager '.repeat(200));
  expect(latin).toMatch(/^(?:thermal imager )+(?:thermal|thermal imager)$/);
  expect(latin.length).toBeLessThanOrEqual(240);
  expect(cutTitle('热像仪'.repeat(1000))).toHaveLength(120);
  expect(cutTitle('😀'.repeat(1000))).toBe('😀'.repeat(240));
});
