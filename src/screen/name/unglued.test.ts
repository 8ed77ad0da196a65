import { expect, test } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { compareNames } from '../compare.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { ungluedKeys } from './unglued.ts';

const KNOWLEDGE = compileNameKnowledge(loadNameCatalogue());

test.each([
  ['zvartofze', ['zvarto']],
  ['orvanikgroup', ['orvanik']],
  ['llctrading', ['#trade']],
  ['orvanik', []],
])('%s holds %j', (word, keys) => {
  expect(ungluedKeys(word, KNOWLEDGE)).toEqual(keys);
});

test.each([
  ['Orvanik ZvartoFZE', 'Orvanik Zvarto FZE'],
  ['ORVANIKGROUP HELIOTROPE S.R.O.', 'ORVANIK GROUP HELIOTROPE S.R.O.'],
  ['Orvanik Zvart sanik LLC', 'Orvanik Zvartsanik LLC'],
])('%s is %s', (asked, listed) => {
  expect(compareNames({ name: asked, schema: 'Company' }, { name: listed, schema: 'Company' }, KNOWLEDGE).score).toBeGreaterThan(0.7);
});
