import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokensOf } from './tokens.ts';

/** `text` of each token, and what it is in the name as written. */
function read(name: string): readonly (readonly [string, string])[] {
  return tokensOf(name).map(({ text, start, end }) => [text, name.slice(start, end)] as const);
}

test.each([
  ["O'Brien", [['obrien', "O'Brien"]]],
  ['Oʻzbekiston', [['ozbekiston', 'Oʻzbekiston']]],
  ['Oʼzbek', [['ozbek', 'Oʼzbek']]],
  ['Соловʼёв', [['соловев', 'Соловʼёв']]],
  [
    'ʻAli ʿAbd',
    [
      ['ali', 'Ali'],
      ['abd', 'Abd'],
    ],
  ],
])('an apostrophe is no letter, whatever Unicode calls it: %s', (name, tokens) => {
  expect(read(name)).toEqual(tokens);
});

test.each([
  ['S.A.R.L. Beta', ['sarl', 'beta']],
  ['А.С. Орваник', ['ас', 'орваник']],
  ['Orvanik A. S.', ['orvanik', 'a', 's']],
  ['Orvanik J.Beta', ['orvanik', 'j', 'beta']],
])('letters with nothing but dots between them are one token: %s', (name, texts) => {
  expect(tokensOf(name).map(({ text }) => text)).toEqual(texts);
});

test('a Latin letter alone among Cyrillic words is the Cyrillic one', () => {
  expect(tokensOf('Общество C Ограниченной')[1]).toMatchObject({ text: 'с', script: 'cyrillic', start: 9, end: 10 });
  expect(tokensOf('Vitamin C Factory')[1]).toMatchObject({ text: 'c', script: 'latin' });
});

test.each([
  ['NikolayevichOrvanik', ['Nikolayevich', 'Orvanik']],
  ['«ГазпромБанк» ООО', ['Газпром', 'Банк', 'ООО']],
  ['McDonald', ['McDonald']],
])('words that lost the blank between them are told by a capital: %s', (name, written) => {
  expect(read(name).map(([, text]) => text)).toEqual(written);
});

test.each([
  ['𠮷野家', [['𠮷野家', '𠮷野家']]],
  ['佐々木健二', [['佐々木健二', '佐々木健二']]],
  [
    'e\u0301te\u0301 x\u0301\u0302\u0303',
    [
      ['ete', 'e\u0301te\u0301'],
      ['x', 'x\u0301\u0302\u0303'],
    ],
  ],
  ['\ud800abc\udc00', [['abc', 'abc']]],
  [
    'ﬁnance Ⅳ',
    [
      ['finance', 'ﬁnance'],
      ['iv', 'Ⅳ'],
    ],
  ],
  [
    '2nd Beta',
    [
      ['2', '2nd'],
      ['beta', 'Beta'],
    ],
  ],
])('offsets are those of the name as written: %s', (name, tokens) => {
  expect(read(name)).toEqual(tokens);
});

describe('for any text', () => {
  const piece = fc.constantFrom(
    'Ab',
    'c',
    "'",
    'ʻ',
    'ʼ',
    '.',
    ' ',
    '-',
    'Ж',
    'шо',
    '王',
    '厂',
    '\u0301',
    '\ud83d\ude00',
    '\ud840',
    'ﬁ',
    '7',
    'É',
    'ß',
    'İ',
    '(',
    '\u200f',
    '㏞',
    '½',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.array(piece, { maxLength: 25 }).map((all) => all.join('')),
  );

  test('tokens stand in order, share nothing but one character that stands for several words (㏞, ½), and each lies in the text', () => {
    fc.assert(
      fc.property(text, (name) => {
        let last = 0;
        for (const { text: word, start, end } of tokensOf(name)) {
          expect(word).not.toBe('');
          const shared = name.slice(start, last);
          expect(shared === '' || shared.normalize('NFKC') !== shared.normalize('NFC'), JSON.stringify(shared)).toBe(true);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(name.length);
      }),
      { numRuns: 300 },
    );
  });

  test('a word of plain letters is found where it was written', () => {
    const word = fc.constantFrom('orvanik', 'beta', 'завод', 'ёлка');
    fc.assert(
      fc.property(text, word, (name, one) => {
        // A line break keeps what stands before from touching it.
        const written = `${name}\n; ${one} ;`;
        const token = tokensOf(written).at(-1);
        expect(token && written.slice(token.start, token.end)).toBe(one);
      }),
      { numRuns: 200 },
    );
  });
});
