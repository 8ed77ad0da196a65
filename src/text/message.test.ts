import { expect, test } from 'vitest';
import { saysSomething } from './message.ts';

test.each([
  ['', false],
  ['ab1', false],
  ['招标公告', true],
  [`a${'\u0301'.repeat(5000)}b ★ 3 — 4`, true],
])('%j says four letters or digits: %s', (text, says) => {
  expect(saysSomething(text, 4)).toBe(says);
});

test('a text of signs is looked through in time', () => {
  const start = performance.now();
  expect(saysSomething(`abc${'★'.repeat(5_000_000)}`, 4)).toBe(false);
  expect(performance.now() - start).toBeLessThan(1000);
});
