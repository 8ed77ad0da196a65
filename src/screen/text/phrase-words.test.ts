import { describe, expect, it } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { tokensOf } from '../name/tokens.ts';
import { GlossaryWords } from './glossary-words.ts';
import { PhraseWords } from './phrase-words.ts';

describe('words of phrases', () => {
  const knowledge = compileNameKnowledge(loadNameCatalogue());
  const phrases = new PhraseWords(knowledge, new GlossaryWords(knowledge));
  const meant = (text: string): readonly string[] => {
    const [first, second] = tokensOf(text);
    const begun = first && phrases.begunBy(first);
    const keys: string[] = [];
    if (begun && second) phrases.goOn(begun, second, ({ key }) => keys.push(key));
    return keys;
  };

  it.each([
    ['research institute', '#institute'],
    ['Nizhny Novgorod', '#nizhny-novgorod'],
    ['судостроительного завода', '#shipyard'],
  ])('mean what a phrase means that goes on with the second: %s', (text, key) => {
    expect(meant(text)).toContain(key);
  });

  it.each(['research crow', 'Nizhny valve', 'научный насос', 'crow institute'])('mean nothing more otherwise: %s', (text) => {
    expect(meant(text)).toEqual([]);
  });
});
