import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldText } from '../text/fold.ts';
import { buildAlphabet } from './alphabet.ts';
import { buildAutomaton } from './automaton.ts';
import { classesOf } from './phrase.ts';
import { newWalked, walk } from './walk.ts';

const alphabet = buildAlphabet(['无人机反制', 'drone jammer', 'подавитель йё', '8543.70', 'ガ', '한']);
const automaton = buildAutomaton([[5, 8]], alphabet.size, alphabet.narrow);

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '无',
      '機',
      'ё',
      'й',
      'и',
      '\u0306',
      '\u0301',
      'É',
      'İ',
      'ﬁ',
      '㎏',
      '㍍',
      'ﷺ',
      '１',
      '\u3000',
      ' ',
      '\n',
      '\r',
      '\u00a0',
      '\u2029',
      '\u200b',
      '\u00ad',
      '\ufeff',
      '\ufe0f',
      '-',
      ',',
    ),
    fc.constantFrom(
      '\ud800',
      '\udc00',
      '\ud842\udfb7',
      '\ud835\udc00',
      '😀',
      '\u1100',
      '\u1161',
      'ｶ',
      'ﾞ',
      'а',
      'С',
      'o',
      '\u0000',
      '\uffff',
      '\uf900',
      '豈',
      '\u{2f800}',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 40,
});

it('folds as foldText does, unit by unit, and knows where each unit came from', () => {
  const walked = newWalked();
  fc.assert(
    fc.property(hostile, (text) => {
      walk(text, alphabet, automaton, walked);
      const { text: folded, originalSpan } = foldText(text, { keepLookAlikes: true });
      expect(Array.from(walked.classes.subarray(0, walked.length))).toEqual(classesOf(folded, alphabet));
      expect(Array.from(walked.starts.subarray(0, walked.length))).toEqual(
        Array.from(folded.split(''), (_, at) => originalSpan(at, at + 1).start),
      );
    }),
    { numRuns: 3000 },
  );
});

it('grows its buffers for what expands', () => {
  const walked = newWalked();
  walk('ﷺ'.repeat(3000), alphabet, automaton, walked);
  expect(walked.length).toBe(foldText('ﷺ').text.length * 3000);
});
