import type { PhraseNode } from '../name/phrase-tree.ts';
import { LEAST_STEM, LONGEST_ENDING } from '../name/phrases.ts';
import { Recent } from '../recent.ts';
import { WordFilter } from './word-filter.ts';

/** Says which words may be one of the words of some phrases: as it stands there, or a stem of it and an ending. Never says no of a word that is one. */
export class PhraseFilter {
  readonly #words: WordFilter;
  readonly #stems: WordFilter;

  readonly #endings: RegExp;
  readonly #isEnding = new Recent<string, boolean>(MOST_ENDINGS);

  /** `nodes`: the words, each with what the phrase is so far. `endings`: what may stand behind a stem. */
  constructor(nodes: Iterable<readonly [word: string, node: PhraseNode]>, endings: RegExp) {
    this.#endings = endings;
    const words = new Set<string>();
    const stems = new Set<string>();
    for (const [word, { stem }] of nodes) {
      words.add(word);
      if (stem !== undefined) stems.add(word);
    }
    this.#words = new WordFilter(words);
    this.#stems = new WordFilter(stems);
  }

  /** `letters`: of the word, by their codes. `prefix`: {@link hashStep} of the first letters, by how many they are. */
  may(letters: ArrayLike<number>, prefix: Int32Array, length: number): boolean {
    if (this.#mayAsItStands(prefix, length)) return true;
    for (let n = Math.max(LEAST_STEM, length - LONGEST_ENDING); n <= length; n += 1)
      if (this.#stems.mayHave(prefix[n]!) && this.#endsWith(letters, n, length)) return true;
    return false;
  }

  /** The same of a word without an ending. */
  #mayAsItStands(prefix: Int32Array, length: number): boolean {
    return this.#words.mayHave(prefix[length]!);
  }

  #endsWith(letters: ArrayLike<number>, from: number, to: number): boolean {
    let ending = '';
    for (let at = from; at < to; at += 1) ending += String.fromCharCode(letters[at]!);
    return this.#isEnding.get(ending) ?? this.#isEnding.set(ending, this.#endings.test(ending));
  }
}

const MOST_ENDINGS = 2_000;
