import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordMemory } from './word-memory.ts';

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’ʼ](?=\p{L}))*/gu;

function wordsOf(text: string, most = 100): readonly (readonly [string, number])[] {
  const seen: (readonly [string, number])[] = [];
  new WordMemory(most, (word) => word).each(text, (word, start, end) => {
    expect(text.slice(start, end)).toBe(word);
    seen.push([word, start]);
  });
  return seen;
}

describe('WordMemory', () => {
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

  it('makes of a word once what it is, until there are too many', () => {
    const made: string[] = [];
    const memory = new WordMemory(3, (word) => made.push(word));
    memory.each('a b a c b d', () => {});
    expect(made).toEqual(['a', 'b', 'c', 'd']);
    memory.of('d');
    expect(made).toHaveLength(4);
    memory.of('a');
    expect(made.at(-1)).toBe('a');
  });
});
