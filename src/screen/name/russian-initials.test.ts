import { expect, test } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { analyseName } from './analyse.ts';
import { isRussianAbbreviation, russianInitials, russianKey } from './russian-initials.ts';

const KNOWLEDGE = compileNameKnowledge(loadNameCatalogue());

test.each([
  ['JSC Central Institute of Aviation Motors', 'циам'],
  ['Central Research Institute of Materials', 'цниим'],
  ['Central Institute of Aviation Motors named after P. Orvanik', 'циам'],
])('%s is abbreviated %s in Russian', (name, letters) => {
  expect(russianInitials(analyseName(name, 'organisation', KNOWLEDGE).parts)?.key).toBe(russianKey(letters));
});

test.each(['Zvartomekh Institute of Aviation Motors', 'Research Institute', 'LLC', ''])('%s is not abbreviated', (name) => {
  expect(russianInitials(analyseName(name, 'organisation', KNOWLEDGE).parts)).toBeUndefined();
});

test('an abbreviation has four to eight Cyrillic capitals', () => {
  expect(['ЦНИИМ', 'КМТ', 'Звар', 'ZVAR', 'ЦИАМ'].map(isRussianAbbreviation)).toEqual([true, false, false, false, true]);
});
