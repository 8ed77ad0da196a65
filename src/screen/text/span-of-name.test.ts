import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasCode, type CodesOfName } from './codes-of-names.ts';
import { maskBitOf } from './key-code.ts';
import { runsOfName, type WordRun } from './span-of-name.ts';
import { TextWords } from './text-words.ts';
import type { WordEntries } from './word-entries.ts';
import { MARK } from './word-marks.ts';

/** Words of a text by the code that each has, with its marks, and a name of some codes. */
interface Text {
  readonly words: readonly (readonly [code: number, marks: number])[];
  readonly name: readonly number[];
}

const text = fc.record({
  words: fc.array(fc.tuple(fc.integer({ min: 3, max: 12 }), fc.constantFrom(0, 0, 0, MARK.comma, MARK.quoted)), {
    minLength: 1,
    maxLength: 17,
  }),
  name: fc.array(fc.integer({ min: 3, max: 12 }), { minLength: 1, maxLength: 6 }),
});

describe('runs of words that may be a name', () => {
  it('are the widest without too many strange words between, then narrower ones', () => {
    fc.assert(
      fc.property(text, fc.nat(16), ({ words, name }, place) => {
        const n = place % words.length;
        const runs = runsOfName(...read({ words, name }), n, { first: 0, last: words.length - 1 });
        const expected = [2, 1, 0].map((gap) => widest({ words, name }, n, gap, false));
        expected.push(widest({ words, name }, n, 0, true));
        const all = expected.map(({ first, last }) => `${first} ${last}`);
        expect(runs.map(({ first, last }) => `${first} ${last}`)).toEqual([...new Set(all)]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('go by codes, of which no two words share one by chance', () => {
    const [words, entries, codes] = read({
      words: [
        [3, 0],
        [4, 0],
      ],
      name: [4, 70_000],
    });
    expect(hasCode(words, entries, 0, codes.all)).toBe(false);
    expect(hasCode(words, entries, 1, codes.all)).toBe(true);
    expect(hasCode(words, entries, 1, codes.concepts)).toBe(false);
  });
});

/** The words from which on, and up to which, at most `gap` strange ones stand between two of the name's. */
function widest({ words, name }: Text, n: number, gap: number, parted: boolean): WordRun {
  const edge = (step: 1 | -1): number => {
    let to = n;
    let strange = 0;
    for (let m = n + step; m >= 0 && m < words.length && strange <= gap; m += step) {
      if (parted && (words[step === 1 ? m : m + 1]![1] & MARK.comma) !== 0) break;
      if (name.includes(words[m]![0])) {
        to = m;
        strange = 0;
      } else strange += 1;
    }
    return to;
  };
  return { first: edge(-1), last: edge(1) };
}

function read({ words: all, name }: Text): [TextWords, WordEntries, CodesOfName] {
  const words = new TextWords();
  const pool = new Uint32Array(all.length * 2);
  for (const [m, [code, marks]] of all.entries()) {
    const bit = maskBitOf(code);
    pool.set([1 << 4, code], m * 2);
    words.entry[m] = m * 2;
    words.head[m] = 1 << 4;
    words.marks[m] = marks;
    words.low[m] = bit < 32 ? 1 << bit : 0;
    words.high[m] = bit < 32 ? 0 : 1 << (bit & 31);
  }
  words.words = all.length;
  const bits = name.map((code) => maskBitOf(code));
  const half = (upper: boolean): number => bits.filter((bit) => bit >= 32 === upper).reduce((mask, bit) => mask | (1 << (bit & 31)), 0);
  const known: CodesOfName = {
    all: { codes: name, low: half(false), high: half(true) },
    concepts: { codes: [], low: 0, high: 0 },
    person: false,
  };
  return [words, { pool } as WordEntries, known];
}
