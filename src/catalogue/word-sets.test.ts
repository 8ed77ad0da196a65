import { expect, it } from 'vitest';
import { DualwatchError } from '../model/errors.ts';
import { expandedTerms, readWordSets } from './word-sets.ts';

const sets = readWordSets({ name: 'word-sets.yaml', source: '- set: drones\n  lang: ru\n  list: |\n    БПЛА\n    дрон|ов\n' });

it('a line with a set stands for a term with each of its words, another for itself', () => {
  expect(expandedTerms('обнаружени|е <drones>', 'ru', sets)).toEqual(['обнаружени|е БПЛА', 'обнаружени|е дрон|ов']);
  expect(expandedTerms('радар|', 'ru', sets)).toEqual(['радар|']);
});

it('names a set that its language has not', () => {
  expect(() => expandedTerms('<drones>侦测', 'zh', sets)).toThrow(DualwatchError);
  expect(() => expandedTerms('<drones>侦测', 'zh', sets)).toThrow(/no set "drones" of zh/);
});
