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
  expect(analyseName('블라디은행', 'person', KNOWLEDGE).parts).toHaveLength(1);
  expect(analyseName('오르바닉', 'organisation', KNOWLEDGE).parts).toHaveLength(1);
});

test.each([
  ['박근혜', ['박', '근혜']],
  ['이명박', ['이', '명박']],
  ['김구', ['김', '구']],
  ['남궁민수', ['남궁', '민수']],
  ['블라디미르', ['블라디미르']],
  ['박 근혜', ['박', '근혜']],
])('a Korean is called by surname and given name: %s', (name, words) => {
  const { parts } = analyseName(name, 'person', KNOWLEDGE);
  expect(parts.map(({ text }) => text)).toEqual(words);
  expect(parts.map(({ kind }) => kind)).toEqual(words.map(() => 'word'));
});

test('a Korean name alone is no certainty', () => {
  const { parts } = analyseName('김병철', 'person', KNOWLEDGE);
  for (const { bits } of parts) expect(bits).toBeLessThanOrEqual(11);
});
