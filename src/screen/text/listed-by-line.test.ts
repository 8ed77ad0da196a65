import { expect, it } from 'vitest';
import { finderOf } from '../testing/finder-of.ts';

const FIRMS = ['VORKONA RADIO SYSTEMS LLC', 'VORKONA MARINE TRADING LLC', 'BABARCHE STEEL TUBES COMPANY LLC', 'Tisserand Gearworks Ltd'];
const BODIES = ['ООО Ромашкин Радиоприбор', 'ООО Ромашкин Авиаремонт', 'АО Лютиков Оптика'];

it.each([
  ['forms behind them', FIRMS],
  ['forms before them', BODIES],
])('names one a line, with no sign between them and %s, are each found by itself', (_, names) => {
  const finder = finderOf(names.map((name, n) => [`p${n}`, 'Company', name]));
  const text = `${names.join('\n')}\n`;
  expect(finder.find(text).map(({ start, end }) => text.slice(start, end))).toEqual(names);
});

it.each(['Tisserand\nGearworks Ltd', 'Tisserand Gearworks\nLtd', 'Ltd\nTisserand Gearworks'])(
  'a name broken over a line keeps its form: %j',
  (name) => {
    const finder = finderOf([['p', 'Company', 'Tisserand Gearworks Ltd']]);
    const text = `The pumps came from ${name} in March`;
    expect(finder.find(text).map(({ start, end }) => text.slice(start, end))).toEqual([name]);
  },
);
