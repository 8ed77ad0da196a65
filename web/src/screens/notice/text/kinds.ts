import { useWords, type WordKey } from '../../../words/use-words.ts';
import type { Mark } from './marks.ts';

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
  listed: 'listedParty',
} as const satisfies Partial<Record<Mark['kind'], WordKey<'terms'>>>;

/** What the kinds of marks are called. */
export function useKinds(): (kind: Mark['kind']) => string {
  const [terms, say] = [useWords('terms'), useWords('notice')];
  return (kind) => (kind === 'term' ? say('markTerm') : kind === 'finding' ? say('markFinding') : terms(KINDS[kind]));
}
