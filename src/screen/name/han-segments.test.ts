import { expect, test } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { segmentHan } from './han-segments.ts';

const { han, longestHan } = compileNameKnowledge(loadNameCatalogue());

/** Pieces with blanks between; words of the glossary in brackets. */
function cut(text: string): string {
  return segmentHan(text, han, longestHan)
    .map(({ start, end, word }) => (word === undefined ? text.slice(start, end) : `[${text.slice(start, end)}]`))
    .join(' ');
}

test.each([
  ['沈阳机械厂', '[沈阳] [机械] [厂]'],
  ['机械厂长', '[机械] [厂长]'],
  ['纽沃泰国际贸易有限公司', '纽沃泰 [国际] [贸易] [有限公司]'],
  ['贵州航天电器', '[贵州] [航天] [电器]'],
  ['第十二研究所', '[第十二] [研究所]'],
  ['第七〇二研究所', '第七〇二 [研究所]'],
  ['第七〇二海格', '第七〇二 海格'],
])('%s is %s', (text, pieces) => {
  expect(cut(text)).toBe(pieces);
});

test('pieces make up the whole text, whatever it is', () => {
  for (const text of ['', '厂', '厂厂厂', '第', '第七', '〇', '国'.repeat(400)]) {
    const pieces = segmentHan(text, han, longestHan);
    expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
  }
});
