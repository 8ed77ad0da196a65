import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NameFamily } from './name-part.ts';
import { namePieces } from './name-pieces.ts';

const trimmed = (name: string, family: NameFamily = 'organisation'): readonly string[] =>
  namePieces(name, family).map((piece) => piece.trim());

test.each([
  ['Baltorix Elektronika (BALTEL)', ['Baltorix Elektronika (BALTEL)', 'Baltorix Elektronika', 'BALTEL']],
  ['BEE, Baltorix Elektronika Export', ['BEE, Baltorix Elektronika Export', 'Baltorix Elektronika Export']],
  ['Baltorix Elektronika Export, BEE', ['Baltorix Elektronika Export, BEE', 'Baltorix Elektronika Export']],
  ['ORV, Baltorix Elektronika Export', ['ORV, Baltorix Elektronika Export']],
  ['Baltorix / Балторикс', ['Baltorix / Балторикс', 'Baltorix', 'Балторикс']],
  ['АО «Полное», АО «Краткое»', ['АО «Полное», АО «Краткое»', 'АО «Полное»', 'АО «Краткое»']],
  ['Baltorix LLC, formerly Beta', ['Baltorix LLC, formerly Beta', 'Baltorix LLC', 'Beta']],
  ['Baltorix, ФГБУ «Краткое»', ['Baltorix, ФГБУ «Краткое»', 'Baltorix', 'ФГБУ «Краткое»']],
  ['Imar Azin trading as Baltorix Motors', ['Imar Azin trading as Baltorix Motors', 'Imar Azin', 'Baltorix Motors']],
  ['Baltorix Holdings T/A Vendalux', ['Baltorix Holdings T/A Vendalux', 'Baltorix Holdings', 'Vendalux']],
  [
    'Baltorix Inc. d/b/a Vendalux, f/k/a Beta Tools',
    ['Baltorix Inc. d/b/a Vendalux, f/k/a Beta Tools', 'Baltorix Inc.', 'Vendalux', 'Beta Tools'],
  ],
  ['Baltorix Ltd, previously known as Vendalux', ['Baltorix Ltd, previously known as Vendalux', 'Baltorix Ltd', 'Vendalux']],
  ['Kalmin, a division of Baltorix Ltd', ['Kalmin, a division of Baltorix Ltd', 'Kalmin', 'Baltorix Ltd']],
  ['Baltorix S.A., anciennement Vendalux', ['Baltorix S.A., anciennement Vendalux', 'Baltorix S.A.', 'Vendalux']],
  ['Dbase Alias Trading', ['Dbase Alias Trading', 'Dbase', 'Trading']],
  ['Formerly Baltorix', ['Formerly Baltorix']],
  ['Import/Export Beta', ['Import/Export Beta']],
  ['Beta, Inc.', ['Beta, Inc.']],
])('an organisation that is written with several names has each: %s', (name, pieces) => {
  expect(trimmed(name)).toEqual(pieces);
});

test.each([
  ['Elena Sorokina (née Baranova)', ['Elena Baranova', 'Elena Sorokina']],
  ['Elena Petrova née Ivanova', ['Elena Ivanova', 'Elena Petrova']],
  ['Sorokina, Elena (nee Baranova)', [', Elena Baranova', 'Sorokina, Elena']],
  ['Maria Orvanik geb. Vogel', ['Maria Vogel', 'Maria Orvanik']],
  ['Сорокина Елена Викторовна (урождённая Баранова)', ['Елена Викторовна Баранова', 'Сорокина Елена Викторовна']],
  ['Иванова (Петрова) Мария Сергеевна', ['Петрова Мария Сергеевна', 'Иванова Мария Сергеевна']],
])('a person has the name before marriage too: %s', (name, names) => {
  const pieces = namePieces(name, 'person').map((piece) => piece.replaceAll(/[\s)(]+/g, ' ').trim());
  expect(pieces).toEqual(expect.arrayContaining([...names]));
  for (const piece of namePieces(name, 'person')) expect(piece.length).toBe(name.length);
});

test.each(['Bee Nee Tan', 'Renée Dupont', 'Nee Orvanik', 'Irène née Martin'])('%s was not married', (name) => {
  expect(namePieces(name, 'person').map((piece) => piece.replaceAll(/\s+/g, ' ').trim())).not.toContain(name.split(' ').at(-1));
  expect(namePieces(name, 'person').length).toBeLessThan(3);
});

test.each([
  ['Baltor Star (ex Orvanik III)', ['Baltor Star (ex Orvanik III)', 'Baltor Star', 'Orvanik III']],
  ['Baltor Star (formerly: Orvanik)', ['Baltor Star (formerly: Orvanik)', 'Baltor Star', 'Orvanik']],
  ['Baltor Star (Exeter)', ['Baltor Star (Exeter)', 'Baltor Star']],
])('a ship has the name that it had before: %s', (name, pieces) => {
  expect(trimmed(name, 'vessel')).toEqual(pieces);
});

test('of a person only what stands in brackets is left out', () => {
  expect(trimmed('Gerald (Gerry) Orvanik / Owner', 'person')).toEqual(['Gerald (Gerry) Orvanik / Owner', 'Gerald         Orvanik / Owner']);
});

test.each([
  ['Oldan Verrick alias El Monte', ['Oldan Verrick alias El Monte', 'Oldan Verrick', 'El Monte']],
  ['Oldan Verrick, also known as Abu Tamrin', ['Oldan Verrick, also known as Abu Tamrin', 'Oldan Verrick', 'Abu Tamrin']],
  ['Oldan "El Flaco" Verrick', ['Oldan "El Flaco" Verrick', 'Oldan            Verrick']],
  ['Oldan Verrick alias Monte', ['Oldan Verrick alias Monte', 'Oldan Verrick']],
  ["Oldan 'Abd al-Verrick", ["Oldan 'Abd al-Verrick"]],
])('a person has the name on each side of an alias, and the one without a nickname: %s', (name, pieces) => {
  expect(trimmed(name, 'person')).toEqual(pieces);
});

test('a piece has its letters where the whole name has them', () => {
  const part = fc.constantFrom(
    'Beta',
    '(',
    ')',
    ' / ',
    '; ',
    ' - ',
    ', АО «',
    '王伟',
    '[',
    '（',
    '）',
    ' ',
    'x',
    ' alias ',
    ' t/a ',
    ' "Bo" ',
  );
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

test('of a chain of forefathers the last alone is left', () => {
  expect(trimmed('Orvan bin Kalim bin Zeidar bin Ladrin', 'person').map((piece) => piece.replace(/\s+/g, ' '))).toEqual([
    'Orvan bin Kalim bin Zeidar bin Ladrin',
    'Orvan bin Ladrin',
  ]);
  expect(trimmed('Orvan bin Kalim Ladrin', 'person')).toEqual(['Orvan bin Kalim Ladrin']);
  expect(trimmed('Orvan bin Kalim bin Ladrin Trading')).toEqual(['Orvan bin Kalim bin Ladrin Trading']);
});
