import { ownSlice } from './own-slice.ts';
import type { RunWeights } from './run-weights.ts';
import type { WordRun } from './span-of-name.ts';
import type { TextWords } from './text-words.ts';
import type { WordEntries } from './word-entries.ts';
import { once, type KeysOfWords, type WordKeys } from './word-keys.ts';
import { MARK } from './word-marks.ts';

/** Words of a text that may be a name, and what they weigh, worked out when it is first asked for. */
export interface ReadRun {
  readonly words: readonly WordKeys[];
  readonly weights: () => RunWeights;
}

/** Reads runs of the words of a text: each word once, and each run once around one anchor. */
export class ReadRuns {
  readonly #words: TextWords;
  readonly #entries: WordEntries;
  readonly #keysOf: KeysOfWords;
  /** Keys of words by their entry, and whether they are in capitals; `null` where they are compared by sound. */
  readonly #keys = new Map<number, WordKeys | null>();
  /** By their first word and their length. */
  readonly #runs = new Map<number, ReadRun | null>();

  constructor(words: TextWords, entries: WordEntries, keysOf: KeysOfWords) {
    this.#words = words;
    this.#entries = entries;
    this.#keysOf = keysOf;
  }

  /** To be called at each anchor. */
  begin(): void {
    this.#runs.clear();
  }

  /** Forgets words: to be called whenever the entries of words may have been renewed. */
  forget(): void {
    this.#keys.clear();
    this.#runs.clear();
  }

  /** The words of a run; `null` where one of them is compared by sound. */
  of(text: string, run: WordRun): ReadRun | null {
    const which = run.first * LONGEST_RUN + run.last - run.first;
    let read = this.#runs.get(which);
    if (read === undefined) this.#runs.set(which, (read = this.#read(text, run)));
    return read;
  }

  #read(text: string, { first, last }: WordRun): ReadRun | null {
    const keys: WordKeys[] = [];
    for (let m = first; m <= last; m += 1) {
      const known = this.#keysAt(text, m);
      if (known === null) return null;
      keys.push(known);
    }
    const words = keys.map((one, m) => this.#keysOf.asItStands(one, keys[m + 1]));
    const { start, end } = this.#words;
    const isQuoted = (m: number): boolean => m > 0 && QUOTES.test(text.slice(end[first + m - 1], start[first + m]));
    return { words, weights: once(() => this.#keysOf.weightsOf(words, isQuoted)) };
  }

  #keysAt(text: string, m: number): WordKeys | null {
    const { start, end, entry, marks } = this.#words;
    const { pool } = this.#entries;
    const which = entry[m]! * 2 + ((marks[m]! & MARK.capitals) !== 0 ? 1 : 0);
    let known = this.#keys.get(which);
    if (known !== undefined) return known;
    const head = pool[entry[m]!]!;
    const from = entry[m]! + 1 + (head & 0xf);
    known = this.#keysOf.ofWord(ownSlice(text, start[m], end[m]), pool.slice(from, from + ((head >>> 4) & 0xf))) ?? null;
    this.#keys.set(which, known);
    return known;
  }
}

/** As `isKindOfBody` has them. */
const QUOTES = /[«“„‘"']/;

/** More words than any run has. */
const LONGEST_RUN = 64;
