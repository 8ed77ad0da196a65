import { expect, test } from 'vitest';
import { around, markedPieces } from './marked-pieces.ts';

test('a text is cut at its marks, and is whole again when put together', () => {
  const pieces = markedPieces('无人机 Bulat 探测器', [
    { start: 10, end: 13 },
    { start: 4, end: 9 },
  ]);
  expect(pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('')).toBe('无人机 [Bulat] [探测器]');
});

test('marks that overlap or touch are one, and what lies outside is left out', () => {
  const pieces = markedPieces('abcdef', [
    { start: 1, end: 3 },
    { start: 2, end: 4 },
    { start: 5, end: 50 },
    { start: 90, end: 91 },
  ]);
  expect(pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('')).toBe('a[bcd]e[f]');
});

test('the words around a mark stop at the ends of its line and never split a character', () => {
  const text = 'first line\nsecond Bulat here\nthird';
  const { start, text: words } = around(text, { start: 18, end: 23 });
  expect([start, words]).toEqual([11, 'second Bulat here']);
  const wide = `${'😀'.repeat(60)}x${'😀'.repeat(60)}`;
  expect(around(wide, { start: 120, end: 121 }, 91).text.isWellFormed()).toBe(true);
});
