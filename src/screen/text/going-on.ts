import type { NameKnowledge, PhraseNode } from '../knowledge.ts';
import { LEAST_STEM, LONGEST_ENDING } from '../name/phrases.ts';
import { WordFilter, hashStep } from './word-filter.ts';

/**
 * Says which words may be the second of a form or title of several words: most that could begin one (research, с) are followed by something else. Never says no of
 * a word that is one.
 */
export class GoingOn {
  readonly #words: WordFilter;
  readonly #stems: WordFilter;

  /** `root`: phrases as they are written, or as they are spelled. */
  constructor(root: PhraseNode) {
    const words = new Set<string>();
    const stems = new Set<string>();
    for (const first of root.next.values())
      for (const [word, second] of first.next)
        if (leadsToForm(second)) {
          words.add(word);
          if (second.stem !== undefined) stems.add(word);
        }
    this.#words = new WordFilter(words);
    this.#stems = new WordFilter(stems);
  }

  /** `prefix`: {@link hashStep} of the first letters, by how many they are. */
  may(prefix: Int32Array, length: number): boolean {
    if (this.#words.mayHave(prefix[length]!)) return true;
    for (let n = Math.max(LEAST_STEM, length - LONGEST_ENDING); n <= length; n += 1) if (this.#stems.mayHave(prefix[n]!)) return true;
    return false;
  }

  mayWord(word: string): boolean {
    const prefix = new Int32Array(word.length + 1);
    for (let at = 0; at < word.length; at += 1) prefix[at + 1] = hashStep(prefix[at]!, word.charCodeAt(at));
    return this.may(prefix, word.length);
  }
}

/** Phrases of {@link GoingOn}: as written, and Cyrillic ones in Latin letters. */
export interface GoingOnWords {
  readonly written: GoingOn;
  readonly spelled: GoingOn;
}

export function goingOn({ phrases, spelledPhrases }: NameKnowledge): GoingOnWords {
  return { written: new GoingOn(phrases), spelled: new GoingOn(spelledPhrases) };
}

function leadsToForm({ units, stem, next }: PhraseNode): boolean {
  for (const unit of [...(units ?? []), ...(stem ?? [])]) if (unit.kind === 'form' || unit.kind === 'title') return true;
  for (const node of next.values()) if (leadsToForm(node)) return true;
  return false;
}
