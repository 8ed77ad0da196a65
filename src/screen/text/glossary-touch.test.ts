import { describe, expect, it } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { latinise } from '../name/latinise.ts';
import { phraseAt } from '../name/phrases.ts';
import { tokensOf } from '../name/tokens.ts';
import { GlossaryTouch } from './glossary-touch.ts';
import { GlossaryWords } from './glossary-words.ts';

describe('words of which the glossary may say something', () => {
  const knowledge = compileNameKnowledge(loadNameCatalogue());
  const touch = new GlossaryTouch(knowledge, new GlossaryWords(knowledge));

  it.each(['методический', 'методическим', 'методическовского'])(
    'are those that go on a phrase, whatever their ending: научно %s',
    (word) => {
      const tokens = tokensOf(`научно ${word}`);
      expect(phraseAt(tokens, 0, knowledge)?.tokens).toBe(2);
      const first = knowledge.phrases.next.get('научно');
      expect(first !== undefined && touch.goesOn(first, word)).toBe(true);
      expect(touch.isPlain(tokens[1]!, latinise(word))).toBe(false);
    },
  );
});
