import { expect, test } from 'vitest';
import type { Mark } from './marks.ts';
import { namedWordsOf } from './named-words.ts';

const good = (start: number, end: number, concept: string): Mark => ({
  start,
  end,
  kind: 'good',
  counted: true,
  mention: { start, end, kind: 'good', text: '', lang: 'zh', counted: true, strength: 'hard', concept },
});

test('words with a gloss stand once each, in the order of the text; words without one do not', () => {
  const text = '干扰器和探测器，干扰器';
  const marks = [good(0, 3, 'jammer'), good(4, 7, 'detector'), good(8, 11, 'jammer'), good(3, 4, 'and')];
  const glossOf = (mark: Mark): string | undefined => {
    const concept = 'mention' in mark ? mark.mention.concept : undefined;
    return concept === 'and' ? undefined : concept;
  };
  expect(namedWordsOf(text, marks, glossOf)).toEqual([
    { text: '干扰器', kind: 'good', gloss: 'jammer' },
    { text: '探测器', kind: 'good', gloss: 'detector' },
  ]);
});
