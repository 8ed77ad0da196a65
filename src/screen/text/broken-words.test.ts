import { expect, it } from 'vitest';
import { finderOf } from '../testing/finder-of.ts';
import { goesOnBelow, withoutBreaks } from './broken-words.ts';

it('words are put together that hyphens part at the ends of lines, and no others', () => {
  expect(withoutBreaks('Гособорон-\nимпорт и за-\r\n  вод')).toBe('Гособоронимпорт и завод');
  for (const text of ['Avia-import', 'Avia-\nImport', 'Avia -\nimport', 'page 1-\n2', '- \nimport'])
    expect(withoutBreaks(text)).toBeUndefined();
  for (const [text, end, start] of [
    ['Avia-\n\timport', 4, 7],
    ['Avia‐\r\nimport', 4, 7],
  ] as const)
    expect(goesOnBelow(text, end, start)).toBe(true);
  for (const [text, end, start] of [
    ['Avia-\nImport', 4, 6],
    ['Avia import', 4, 5],
    ['Avia-\n\nimport', 4, 7],
  ] as const)
    expect(goesOnBelow(text, end, start)).toBe(false);
});

it.each([
  ['Allied Business Concerns (Pvt) Ltd.', 'paid to Allied Business Con-\ncerns (Pvt) Ltd. in March'],
  ['Vektralon Navigation Instruments Plant', 'the Vektra-\nlon Navigation Instruments Plant said'],
  ['Gosoboronimport OJSC', 'договор с Гособорон-\nимпортом на поставку'],
])('%s is found where a word of it is broken, by itself', (listed, text) => {
  expect(
    finderOf([['x', 'Company', listed]])
      .find(text)
      .map(({ party }) => party),
  ).toEqual(['x']);
});
