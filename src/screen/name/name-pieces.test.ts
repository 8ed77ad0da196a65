import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namePieces } from './name-pieces.ts';

const trimmed = (name: string, family: 'person' | 'organisation' = 'organisation'): readonly string[] =>
  namePieces(name, family).map((piece) => piece.trim());

test.each([
  ['Baltorix Elektronika (BALTEL)', ['Baltorix Elektronika (BALTEL)', 'Baltorix Elektronika', 'BALTEL']],
  ['Baltorix / Балторикс', ['Baltorix / Балторикс', 'Baltorix', 'Балторикс']],
  ['АО «Полное», АО «Краткое»', ['АО «Полное», АО «Краткое»', 'АО «Полное»', 'АО «Краткое»']],
  ['Baltorix LLC, formerly Beta', ['Baltorix LLC, formerly Beta', 'Baltorix LLC', 'Beta']],
  ['Baltorix, ФГБУ «Краткое»', ['Baltorix, ФГБУ «Краткое»', 'Baltorix', 'ФГБУ «Краткое»']],
  ['Import/Export Beta', ['Import/Export Beta']],
  ['Beta, Inc.', ['Beta, Inc.']],
])('an organisation that is written with several names has each: %s', (name, pieces) => {
  expect(trimmed(name)).toEqual(pieces);
});

test('of a person only what stands in brackets is left out', () => {
  expect(trimmed('Gerald (Gerry) Orvanik / Owner', 'person')).toEqual(['Gerald (Gerry) Orvanik / Owner', 'Gerald         Orvanik / Owner']);
});

test('a piece has its letters where the whole name has them', () => {
  const part = fc.constantFrom('Beta', '(', ')', ' / ', '; ', ' - ', ', АО «', '王伟', '[', '（', '）', ' ', 'x');
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 12 }).map((all) => all.join('')),
      fc.constantFrom('person' as const, 'organisation' as const),
      (name, family) => {
        const [whole, ...pieces] = namePieces(name, family);
        expect(whole).toBe(name);
        expect(pieces.length).toBeLessThan(6);
        for (const piece of pieces) {
          expect(piece).toHaveLength(name.length);
          for (let at = 0; at < name.length; at += 1) expect([name[at], ' ']).toContain(piece[at]);
        }
      },
    ),
  );
});
