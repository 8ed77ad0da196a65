import { useGlossary } from '../../api/glossary.ts';
import type { Mention } from '../../api/routes.gen.ts';
import { MENTION_WORDS } from '../../parts/term-keys.ts';
import { useWords } from '../../words/use-words.ts';

/** What a mention names, in the reader's language. */
export function useMentionName(): (mention: Mention) => string {
  const word = useWords('terms');
  const { goods, intent, country } = useGlossary();
  return ({ kind, concept, id }) => {
    if (concept !== undefined) return goods(concept);
    const name = kind === 'intent' && id !== undefined ? intent(id) : kind === 'place' && id !== undefined ? country(id.slice(0, 2)) : id;
    return name === undefined ? word(MENTION_WORDS[kind]) : `${word(MENTION_WORDS[kind])}: ${name}`;
  };
}
