import { expect, it } from 'vitest';
import { limitOf, readAs } from './figures.ts';

const of = (comparator: Parameters<typeof limitOf>[0]['comparator'], low: number | null, high: number | null, unit: string): string =>
  limitOf({ start: 0, end: 1, text: '', measured: '', label: null, comparator, low, high, unit, writtenUnit: unit, item: null }, 'en');

it.each([
  ['range', 400_000_000, 6_000_000_000, 'Hz', '400 MHz – 6 GHz'],
  ['>=', 8000, null, 'm', '≥ 8 km'],
  ['<', null, 0.5, 'm', '< 0.5 m'],
  ['=', 327_680, 327_680, 'px', '327,680 px'],
  ['about', 2_500_000, null, 'm', '≈ 2,500 km'],
  ['range', null, 50, '°C', '… – 50 °C'],
] as const)('%s %s %s %s is %s', (comparator, low, high, unit, said) => {
  expect(of(comparator, low, high, unit)).toBe(said);
});

it.each([
  ['=', 50, 50, '50 Hz', undefined],
  ['range', 400_000_000, 6_000_000_000, '400 MHz–6 GHz', undefined],
  ['>=', 8, null, '8 Hz', '≥ 8 Hz'],
] as const)('%s %s %s beside "%s" is %s', (comparator, low, high, text, said) => {
  const parameter = { start: 0, end: 1, text, measured: '', label: null, comparator, low, high, unit: 'Hz', writtenUnit: 'Hz', item: null };
  expect(readAs(parameter, 'en')).toBe(said);
});
