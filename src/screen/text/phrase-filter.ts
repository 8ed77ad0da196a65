import type { PhraseNode } from '../knowledge.ts';
import { LEAST_STEM, LONGEST_ENDING } from '../name/phrases.ts';
import { WordFilter, hashStep } from './word-filter.ts';

/** Says which words may be one of the words of some phrases: as it stands there, or a stem of it and an ending. Never says no of a word that is one. */
export class PhraseFilter {
  readonly #words: WordFilter;
  readonly #stems: WordFilter;

  /** `nodes`: the words, each with what the phrase is so far. */
  constructor(nodes: Iterable<readonly [word: string, node: PhraseNode]>) {
    const words = new Set<string>();
    const stems = new Set<string>();
    for (const [word, { stem }] of nodes) {
      words.add(word);
      if (stem !== undefined) stems.add(word);
    }
    this.#words = new WordFilter(words);
    this.#stems = new WordFilter(stems);
  }

  /** `prefix`: {@link hashStep} of the first letters, by how many they are. */
  may(prefix: Int32Array, length: number): boolean {
    if (this.mayAsItStands(prefix, length)) return true;
    for (let n = Math.max(LEAST_STEM, length - LONGEST_ENDING); n <= length; n += 1) if (this.#stems.mayHave(prefix[n]!)) return true;
    return false;
  }

  /** The same of a word without an ending. */
  mayAsItStands(prefix: Int32Array, length: number): boolean {
    return this.#words.mayHave(prefix[length]!);
  }

  mayWord(word: string): boolean {
    const prefix = new Int32Array(word.length + 1);
    for (let at = 0; at < word.length; at += 1) prefix[at + 1] = hashStep(prefix[at]!, word.charCodeAt(at));
    return this.may(prefix, word.length);
  }
}
