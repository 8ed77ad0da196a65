import { expect, test } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { phraseAt } from './phrases.ts';
import { tokensOf } from './tokens.ts';

const KNOWLEDGE = compileNameKnowledge(loadNameCatalogue());
const meaning = (text: string): readonly string[] | undefined => phraseAt(tokensOf(text), 0, KNOWLEDGE)?.units.map(({ key }) => key);

test.each([
  ['радиомеханический', ['#radio', '#machinery']],
  ['радіомеханічного', ['#radio', '#machinery']],
  ['радиотурбинный', ['#radio', '#motor']],
  ['Radiomechanical', ['#radio', '#machinery']],
  ['Radiomekhanicheskiy', ['#radio', '#machinery']],
  // nouns are names
  ['Радиоторг', undefined],
  ['Radiotorg', undefined],
  // the first word is none of the glossary, or binds with no vowel
  ['Орванимеханический', undefined],
  ['заводмеханический', undefined],
])('%s', (text, expected) => {
  expect(meaning(text)).toEqual(expected);
});

test('a word of the glossary with an apostrophe is found', () => {
  expect(meaning("об'єднання")).toEqual(['#association']);
  expect(meaning('об’єднання')).toEqual(['#association']);
});

test('a long word costs no more than it has letters', () => {
  expect(meaning(`${'радио'.repeat(70)}механический`)).toBeUndefined();
});
