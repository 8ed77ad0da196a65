import { expect, test } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { analyseName } from './analyse.ts';

const knowledge = compileNameKnowledge(loadNameCatalogue());

/** Words that weigh less than they do as a name of their own. */
const lightened = (name: string): readonly string[] => {
  const alone = (word: string): number => analyseName(word, 'person', knowledge).parts[0]?.weight ?? 0;
  return analyseName(name, 'person', knowledge)
    .parts.filter(({ kind, weight, text }) => kind === 'word' && weight < alone(text) * 0.99)
    .map(({ text }) => text);
};

test.each([
  ['George Herbert Walker Orvanik', ['Herbert', 'Walker']],
  ['ORVANIK, George Herbert Walker', ['Herbert', 'Walker']],
  ['ORVANIK BALTOR George Herbert', ['Herbert']],
  ['Emma Louise Orvanik', ['Louise']],
  ['John Paul Smith', ['Paul']],
])('middle names are light: %s', (name, middle) => {
  expect(lightened(name)).toEqual(middle);
});

test.each(['George Orvanik', 'Wong Kam Kong', 'Kim Jong Un', 'Иванов Иван Орваник', 'Lee Wai Man', ''])('there are none in %s', (name) => {
  expect(lightened(name)).toEqual([]);
});
