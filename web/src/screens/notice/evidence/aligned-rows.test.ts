import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alignedRows, type Piece } from './aligned-rows.ts';

const told = (pieces: readonly Piece[]): string => pieces.map(({ same, text }) => (same ? text : `[${text}]`)).join('');

it('sets two texts beside each other by paragraphs, what each has of its own marked within', () => {
  const [a, b] = ['采购通知\n采购干扰器 20 套。\n联系我会。', '关于采购通知\n采购干扰器 35 套。\n联系我会。转载'];
  const rows = alignedRows(
    [
      { a: [0, 11], b: [2, 13] },
      { a: [13, 22], b: [15, 24] },
    ],
    a,
    b,
  );
  expect(rows.map((row) => [told(row.a), told(row.b)])).toEqual([
    ['采购通知\n', '[关于]采购通知\n'],
    ['采购干扰器 [20] 套。\n', '采购干扰器 [35] 套。\n'],
    ['联系我会。', '联系我会。[转载]'],
  ]);
});

it('shows all of both texts once and in order, whatever was aligned', () => {
  const range = fc.tuple(fc.nat(50), fc.nat(10)).map(([start, size]): readonly [number, number] => [start, start + size]);
  const text = fc.array(fc.constantFrom('a', '采', '\n', ' '), { minLength: 40, maxLength: 60 }).map((all) => all.join(''));
  fc.assert(
    fc.property(fc.array(fc.record({ a: range, b: range }), { maxLength: 8 }), text, text, (aligned, a, b) => {
      const rows = alignedRows(aligned, a, b);
      expect(rows.flatMap((row) => row.a.map((piece) => piece.text)).join('')).toBe(a);
      expect(rows.flatMap((row) => row.b.map((piece) => piece.text)).join('')).toBe(b);
    }),
  );
});
