import type { NameKnowledge, PhraseNode } from '../knowledge.ts';
import { PhraseFilter } from './phrase-filter.ts';

/**
 * Which words may be the second of a form or title of several words: most that could begin one (research, с) are followed by something else. Phrases as they are
 * written, and Cyrillic ones in Latin letters.
 */
export interface GoingOnWords {
  readonly written: PhraseFilter;
  readonly spelled: PhraseFilter;
}

export function goingOn({ phrases, spelledPhrases }: NameKnowledge): GoingOnWords {
  return { written: new PhraseFilter(secondWords(phrases)), spelled: new PhraseFilter(secondWords(spelledPhrases)) };
}

function* secondWords(root: PhraseNode): Iterable<readonly [word: string, node: PhraseNode]> {
  for (const first of root.next.values()) for (const second of first.next) if (leadsToForm(second[1])) yield second;
}

function leadsToForm({ units, stem, next }: PhraseNode): boolean {
  for (const unit of [...(units ?? []), ...(stem ?? [])]) if (unit.kind === 'form' || unit.kind === 'title') return true;
  for (const node of next.values()) if (leadsToForm(node)) return true;
  return false;
}
