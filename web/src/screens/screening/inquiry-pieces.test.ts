import { expect, it } from 'vitest';
import type { Mention } from '../../api/routes.gen.ts';
import { inquiryPieces } from './inquiry-pieces.ts';

const mention = (start: number, end: number, kind: Mention['kind']): Mention => ({
  start,
  end,
  kind,
  text: '',
  lang: 'en',
  counted: true,
  strength: 'hard',
});

it('cuts a text at its marks, listed parties first, and loses no character', () => {
  const text = 'jammers for Beta LLC, Moscow';
  const pieces = inquiryPieces(
    text,
    [mention(0, 7, 'good'), mention(12, 20, 'party'), mention(22, 28, 'place'), mention(20, 99, 'code')],
    [{ start: 12, end: 20, caption: 'Beta' }],
  );
  expect(pieces.map(({ text: piece, kind, listed }) => [piece, kind, listed])).toEqual([
    ['jammers', 'good', null],
    [' for ', null, null],
    ['Beta LLC', 'listed', 'Beta'],
    [', ', null, null],
    ['Moscow', 'place', null],
  ]);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
});

it('passes over a listed party that does not stand in the text', () => {
  expect(inquiryPieces('ab', [], [{ start: 0, end: 0, caption: 'Beta' }])).toHaveLength(1);
});
