import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskOf, WordMasks } from './word-masks.ts';

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’ʼ](?=\p{L}))*/gu;

const ALL = { low: -1, high: -1 };

function wordsOf(text: string, most = 100): readonly (readonly [string, number])[] {
  const seen: (readonly [string, number])[] = [];
  new WordMasks(most, () => ALL).each(text, ALL, (start, end) => seen.push([text.slice(start, end), start]));
  return seen;
}

describe('WordMasks', () => {
  it('cuts words as the expression does that says what a word is', () => {
    const piece = fc.constantFrom(
      'a',
      'Я',
      'é',
      'e\u0301',
      '\u0301',
      "'",
      '’',
      'ʼ',
      '7',
      '½',
      '公',
      '𠮷',
      '𝟘',
      '😀',
      '\ud800',
      '\udc00',
      ' ',
      '-',
      '.',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        expect(wordsOf(text)).toEqual([...text.matchAll(WORD)].map(({ 0: word, index }) => [word, index]));
      }),
      { numRuns: 500 },
    );
  });

  it('works out the mask of a word once, until there are too many', () => {
    const made: string[] = [];
    const masks = new WordMasks(3, (word) => {
      made.push(word);
      return ALL;
    });
    masks.each('a b a c b d d', ALL, () => {});
    expect(made).toEqual(['a', 'b', 'c', 'd']);
    masks.each('a', ALL, () => {});
    expect(made.at(-1)).toBe('a');
  });

  it('shows words that may have a key, and hardly any others', () => {
    const words = Array.from({ length: 2_000 }, (_, n) => `w${n}`);
    const masks = new WordMasks(10_000, (word) => maskOf([word]));
    for (let round = 0; round < 2; round += 1) {
      const shown: string[] = [];
      masks.each(words.join(' '), maskOf(['w7']), (start, end) => shown.push(words.join(' ').slice(start, end)));
      expect(shown).toContain('w7');
      expect(shown.length).toBeLessThan(100);
    }
  });
});
