import { MENTION_WORDS } from '../../../parts/term-keys.ts';
import { useWords } from '../../../words/use-words.ts';
import type { Mark } from './marks.ts';

/** What the kinds of marks are called. */
export function useKinds(): (kind: Mark['kind']) => string {
  const [terms, say] = [useWords('terms'), useWords('notice')];
  return (kind) => (kind === 'term' ? say('markTerm') : kind === 'finding' ? say('markFinding') : terms(MENTION_WORDS[kind]));
}
