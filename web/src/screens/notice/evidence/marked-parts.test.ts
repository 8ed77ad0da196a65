import { expect, it } from 'vitest';
import { markedParts } from './marked-parts.ts';

const change = {
  a: [100, 108] as const,
  b: [90, 99] as const,
  before: '距离不小于3公里',
  after: '距离不小于12公里',
  marks: [
    { side: 'removed' as const, at: [105, 106] as const, text: '3' },
    { side: 'added' as const, at: [95, 97] as const, text: '12' },
  ],
};

it('marks the words that went or came within a sentence', () => {
  expect(markedParts(change, 'removed').map(({ text, marked }) => [text, marked])).toEqual([
    ['距离不小于', false],
    ['3', true],
    ['公里', false],
  ]);
  expect(markedParts(change, 'added').map(({ text, marked }) => [text, marked])).toEqual([
    ['距离不小于', false],
    ['12', true],
    ['公里', false],
  ]);
});

it('marks a sentence with nothing against it whole, and nothing where a side has none', () => {
  const alone = { ...change, b: null, after: null, marks: [] };
  expect(markedParts(alone, 'removed')).toEqual([{ start: 0, text: '距离不小于3公里', marked: true }]);
  expect(markedParts(alone, 'added')).toEqual([]);
});
