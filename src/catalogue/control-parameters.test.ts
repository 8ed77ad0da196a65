import { expect, test } from 'vitest';
import { loadControlConditions } from './control-conditions.ts';
import { loadControlParameters } from './control-parameters.ts';
import { entriesOf } from './controls.ts';
import { loadControls } from './load-controls.ts';
import { loadParameterWords } from './parameter-words.ts';
import { loadUnits, toBase, unitsByName } from './units.ts';

const controls = loadControls();
const thresholds = [...controls.lists.values()].flatMap(({ entries }) => entries.flatMap((entry) => entry.thresholds));

test('every label that a limit is looked for under exists', () => {
  const labels = new Set(loadParameterWords().labels.map(({ id }) => id));
  const strangers = [...loadControlParameters().values()].flatMap(({ labels: wanted }) => wanted.filter((id) => !labels.has(id)));
  expect(strangers).toEqual([]);
});

test('every parameter that is mapped is a name of some limit, and nine in ten limits have a unit that we read', () => {
  const named = new Set(thresholds.map(({ parameter }) => parameter));
  expect([...loadControlParameters().keys()].filter((name) => !named.has(name))).toEqual([]);
  const units = unitsByName(loadUnits());
  const read = thresholds.filter(({ unit }) => units.has(unit.normalize('NFKC')));
  expect(read.length / thresholds.length).toBeGreaterThan(0.9);
});

test('every entry with a condition in words exists', () => {
  const missing = [...loadControlConditions().needs.keys()].filter((reference) => entriesOf(controls, reference).length === 0);
  expect(missing).toEqual([]);
});

test('units have the values that they have elsewhere', () => {
  const units = unitsByName(loadUnits());
  const base = (name: string, value: number): readonly unknown[] => {
    const unit = units.get(name);
    return unit === undefined ? [] : [toBase(unit, value), unit.base];
  };
  expect(base('km', 5)).toEqual([5000, 'm']);
  expect(base('dBm', 40)).toEqual([10, 'W']);
  expect(base('C', 55)).toEqual([328.15, 'K']);
  expect(base('km/h', 46.3)).toEqual([12.8611111111, 'm/s']);
  expect(base('', 5)).toEqual([5, '']);
});
