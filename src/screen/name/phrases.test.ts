import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { phraseAt } from './phrases.ts';
import { tokensOf } from './tokens.ts';

const knowledge = compileNameKnowledge(loadNameCatalogue());
/** Words that begin phrases, go on with them, end in cases, have slips, and are none. */
const WORDS = [...knowledge.phrases.next.entries()]
  .flatMap(([word, { next }]) => [word, ...next.keys()])
  .concat('общества', 'заводом', 'Otkrytoe', 'Aktsionernoe', 'Limted', 'Compny', 'Zvezda', 'Вектралон', '702', 'S.A.', '研究所', 'Παλας');

describe('phrases of the glossary', () => {
  it('are the same whatever was asked for before', () => {
    const texts = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(texts, (text) => {
        const tokens = tokensOf(text);
        // What is remembered belongs to one object of knowledge.
        for (const at of tokens.keys()) expect(phraseAt(tokens, at, knowledge)).toEqual(phraseAt(tokens, at, { ...knowledge }));
      }),
      { numRuns: 2_000 },
    );
  });

  it('are found longest first, also behind a word that is one by itself', () => {
    const lengths = ['Limited Liability Company', 'Limited', 'Limited Liability Company'].map(
      (text) => phraseAt(tokensOf(text), 0, knowledge)?.tokens,
    );
    expect(lengths).toEqual([3, 1, 3]);
  });
});
