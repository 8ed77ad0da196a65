import { expect, test } from 'vitest';
import type { AlignedPart, NamePartKind, PartLink } from '../../src/model/match.ts';
import { missClass } from './miss-class.ts';

function part(a: string | null, b: string | null, kind: NamePartKind, link: PartLink): AlignedPart {
  return { a, b, kind, link, similarity: link === 'different' || link === 'missing' ? 0 : 1 };
}

const FORM = part('有限公司', 'Ltd', 'form', 'translation');

test('a brand that neither sounds nor means the same has no link', () => {
  expect(missClass('欧瑞有限公司', 'Zblqvick Ltd', 0.1, [part('欧瑞', 'Zblqvick', 'word', 'different'), FORM], 0.4)).toBe('no link');
});

test('an everyday word that was not translated is missing in the glossary', () => {
  expect(missClass('日出有限公司', 'Global Ltd', 0.1, [part('日出', 'Global', 'word', 'different'), FORM], 0.4)).toBe('glossary');
});

test('unmatched words with the same consonants are a matter of sound', () => {
  expect(missClass('汉斯顿有限公司', 'Hansidun Ltd', 0.1, [part('汉斯顿', 'Hansidun', 'word', 'different'), FORM], 0.4)).toBe('sound');
});

test('where distinctive words correspond, others ranked higher; what outscores all was not retrieved', () => {
  const matched = [part('海格', 'Haige', 'word', 'reading'), FORM];
  expect(missClass('海格有限公司', 'Haige Ltd', 0.5, matched, 0.9)).toBe('ranking');
  expect(missClass('海格有限公司', 'Haige Ltd', 0.95, matched, 0.6)).toBe('retrieval');
});
