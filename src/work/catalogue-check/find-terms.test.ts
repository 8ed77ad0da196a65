import { expect, test } from 'vitest';
import { packagedCatalogue } from '../packaged/catalogue.ts';
import { findTerms } from './find-terms.ts';

const found = (words: string): readonly string[] => findTerms(packagedCatalogue(), words).map(({ concept }) => concept);

test.each(['thermal camera', 'Thermal  CAMERA', '热像仪', 'тепловизор', 'тепловизорами', 'тепловізор'])(
  '"%s" is a term of thermal imagers, in whatever language and form',
  (words) => {
    expect(found(words)).toContain('thermal_imaging');
  },
);

test('all of the words stand in one term, and the shortest such term is told', () => {
  const all = findTerms(packagedCatalogue(), 'drone jammer');
  const jammer = all.find(({ concept }) => concept === 'counter_uav_jam');
  expect(jammer?.term.text.replaceAll('|', '').toLowerCase()).toMatch(/drone.*jammer/);
  for (const { term } of all) expect(term.text.replaceAll('|', '').toLowerCase()).toMatch(/drone.*jammer|jammer.*drone/);
});

test('nothing and words of no goods find nothing', () => {
  expect(found('  ')).toEqual([]);
  expect(found('wedding cake')).toEqual([]);
});
