import { useGlossary } from '../../api/glossary.ts';
import type { Mention } from '../../api/routes.gen.ts';
import { useWords } from '../../words/use-words.ts';

const KINDS = {
  good: 'mentionGood',
  party: 'mentionParty',
  place: 'mentionPlace',
  parameter: 'mentionParameter',
  code: 'mentionCode',
  tradeName: 'mentionTradeName',
  intent: 'mentionIntent',
  date: 'mentionDate',
  contact: 'mentionContact',
} as const;

/** What a mention names, in the reader's language. */
export function useMentionName(): (mention: Mention) => string {
  const word = useWords('terms');
  const { goods, intent, country } = useGlossary();
  return ({ kind, concept, id }) => {
    if (concept !== undefined) return goods(concept);
    const name = kind === 'intent' && id !== undefined ? intent(id) : kind === 'place' && id !== undefined ? country(id.slice(0, 2)) : id;
    return name === undefined ? word(KINDS[kind]) : `${word(KINDS[kind])}: ${name}`;
  };
}
