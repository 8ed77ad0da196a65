import { expect, test } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import type { NameFamily } from '../name/name-part.ts';
import { skeleton } from '../name/skeleton.ts';
import { likenessLeft, syllablesLeft } from './two-names.ts';

const knowledge = compileNameKnowledge(loadNameCatalogue());
const left = (a: string, b: string, family: NameFamily = 'person'): number => likenessLeft(skeleton(a), skeleton(b), family, knowledge);

test.each([
  ['maria', 'marta'],
  ['rajesh', 'rakesh'],
  ['paul', 'paula'],
  ['mario', 'maria'],
  ['konstantinos', 'konstantina'],
  ['dilshod', 'dilshoda'],
  ['pereira', 'ferreira'],
  ['xiaohong', 'xiaodong'],
  ['jianguo', 'jianhua'],
])('%s and %s are two names, either way', (a, b) => {
  expect(left(a, b)).toBeLessThan(0.7);
  expect(left(b, a)).toBe(left(a, b));
});

test.each([
  ['maria', 'marua'],
  ['alexander', 'aleksander'],
  ['narendra', 'narendr'],
  ['jinping', 'jingping'],
  ['khrushchev', 'chruschtschow'],
  ['anna', 'hanna'],
])('%s may be %s', (a, b) => {
  expect(left(a, b)).toBe(1);
  expect(left(b, a)).toBe(1);
});

test('places, and words that firms are called by, are told apart in names of organisations alone', () => {
  expect(left('guangzhou', 'hangzhou', 'organisation')).toBe(0);
  expect(left('guangzhou', 'gaungzhou', 'organisation')).toBe(1);
  expect(left('guangzhou', 'canton', 'organisation')).toBe(1);
  expect(left('guangzhou', 'hangzhou', 'vessel')).toBe(1);
  expect(left('granit', 'granat', 'organisation')).toBe(0);
  expect(left('granit', 'grannit', 'organisation')).toBe(1);
});

test('nobody mistypes what Han reads: another syllable is another name, n for ng is not', () => {
  expect(syllablesLeft(skeleton('zhiqiang'), skeleton('zhigang'))).toBe(0);
  expect(syllablesLeft(skeleton('xiaoming'), skeleton('xiaomin'))).toBe(1);
  expect(syllablesLeft(skeleton('zhiqiang'), skeleton('hakimov'))).toBe(1);
});
