import { expect, test } from 'vitest';
import { loadNameCatalogue } from '../catalogue/name-catalogue.ts';
import { compileNameKnowledge } from './knowledge.ts';

const { brandsSpelled } = compileNameKnowledge(loadNameCatalogue());

test('words that names are made of are known by their spelling in Latin letters, whatever alphabet they are of', () => {
  expect(brandsSpelled.get('granit')).toEqual(['#granite']);
  expect(brandsSpelled.get('granat')).toEqual(['#garnet']);
  expect(brandsSpelled.get('rubin')).toEqual(['#ruby']);
  expect(brandsSpelled.get('zavod')).toBeUndefined();
});
