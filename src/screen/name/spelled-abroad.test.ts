import { expect, test } from 'vitest';
import { spellingsAbroad } from './spelled-abroad.ts';

test.each([
  ['xolmatov', 'holmatov'],
  ['prigojine', 'prigojin'],
  ['gueorgui', 'georgi'],
  ['khrusjtsjov', 'khrushtchov'],
  ['medvedjev', 'medvedev'],
  ['mpakas', 'bakas'],
  ['chaoui', 'shawi'],
  ['dharif', 'zarif'],
  ['orwaszenka', 'orwashenka'],
  ['halavanau', 'galavanav'],
  ['hancharou', 'gancharov'],
  ['sakalouski', 'sakalovski'],
  ['pachinian', 'pashinian'],
  ['sjojgoe', 'shojgu'],
  ['hruscsov', 'hrushchov'],
])('%s is spelled %s', (word, spelled) => {
  expect(spellingsAbroad(word)).toEqual([spelled]);
});

test.each(['orvanik', 'xiaohong', 'guarani', 'chavez', 'mamadou', 'rousseau'])('%s is spelled in no other way', (word) => {
  expect(spellingsAbroad(word)).toEqual([]);
});
