import { expect, test } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { analyseName } from './analyse.ts';

const KNOWLEDGE = compileNameKnowledge(loadNameCatalogue());

test.each([
  ['삼성전자', ['삼성', '전자']],
  ['조선광선은행 평양', ['조선', '광선', '은행', '평양']],
])('%s is cut into its words, each where it stands', (name, words) => {
  const { parts } = analyseName(name, 'organisation', KNOWLEDGE);
  expect(parts.map(({ text }) => text)).toEqual(words);
  for (const { text, start, end } of parts) expect(name.slice(start, end)).toBe(text);
  expect(new Set(parts.map(({ group }) => group)).size).toBe(words.length);
});

test('a person, and a name without any word of the glossary, are left whole', () => {
  expect(analyseName('김은행', 'person', KNOWLEDGE).parts).toHaveLength(1);
  expect(analyseName('오르바닉', 'organisation', KNOWLEDGE).parts).toHaveLength(1);
});
