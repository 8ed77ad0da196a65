import type { NameKnowledge } from '../knowledge.ts';

/** What was worked out for words by some knowledge: words are few and come again. Bounded: when `most` are known, all are forgotten. */
export class WordMemory<T> {
  readonly #most: number;
  readonly #all = new WeakMap<NameKnowledge, Map<string, T>>();

  constructor(most: number) {
    this.#most = most;
  }

  /** The words that are known, with room for one more; to be asked for anew for each word. */
  of(knowledge: NameKnowledge): Map<string, T> {
    let words = this.#all.get(knowledge);
    if (words === undefined || words.size >= this.#most) this.#all.set(knowledge, (words = new Map<string, T>()));
    return words;
  }
}
