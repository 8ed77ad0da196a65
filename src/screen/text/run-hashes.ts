import { mixed } from './key-code.ts';
import type { WordRun } from './span-of-name.ts';
import type { TextWords } from './text-words.ts';

/**
 * Hashes of runs of words, 32 bits: of the words as they are written, with what stands between them, and of what they can be with the word behind them. All that the likeness of a run to a name
 * hangs on.
 */
export class RunHashes {
  readonly #words: TextWords;
  /** The run asked for last: names around one word mostly share it. */
  #first = -1;
  #last = -1;
  #hash = 0;

  constructor(words: TextWords) {
    this.#words = words;
  }

  /** To be called whenever words are read. */
  forget(): void {
    this.#first = -1;
  }

  of(text: string, { first, last }: WordRun): number {
    if (this.#first === first && this.#last === last) return this.#hash;
    const { entry, start, end } = this.#words;
    let hash = 0x811c9dc5;
    for (let m = first; m <= last; m += 1) hash = Math.imul(hash ^ entry[m]!, 0x01000193);
    hash = mixed(hash ^ (last - first));
    for (let at = start[first]!; at < end[last]!; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    this.#first = first;
    this.#last = last;
    return (this.#hash = mixed(hash));
  }
}
