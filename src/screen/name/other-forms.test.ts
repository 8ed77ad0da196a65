import { expect, test } from 'vitest';
import { formTable, otherForms } from './other-forms.ts';

test('a form gives the others of all names that have it, by their skeletons', () => {
  const table = formTable([
    ['scott', 'sikete', 'skott'],
    ['fuho', 'huho'],
    ['houho', 'huho', 'bushi'],
  ]);
  expect(otherForms(table, 'skot')).toEqual(['sikete']);
  expect(otherForms(table, 'sikete')).toEqual(['skot']);
  expect(otherForms(table, 'huho')).toEqual(['fuho', 'buSi']);
  expect(otherForms(table, 'scott')).toEqual([]);
});

test('a table of many names gives each what is its own', () => {
  const names = Array.from({ length: 5000 }, (_, n) => [`a${letters(n)}`, `b${letters(n)}`]);
  const table = formTable(names);
  for (let n = 0; n < 5000; n += 1) expect(otherForms(table, `a${letters(n)}`)).toEqual([`b${letters(n)}`]);
  expect(otherForms(table, 'bana')).toEqual([]);
});

test('a table of nothing knows nothing', () => {
  expect(otherForms(formTable([]), 'skot')).toEqual([]);
});

/** A word of its own for every number, and its own skeleton. */
function letters(n: number): string {
  return Array.from(n.toString(5), (digit) => 'k' + 'aeiou'.charAt(Number(digit))).join('');
}
