import { Recent } from '../recent.ts';
import { goesOnBelow, withoutBreaks } from './broken-words.ts';
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

/** A word as it is written, and its keys; `null` where it is compared by sound. */
interface ReadWord {
  readonly written: string;
  readonly keys: WordKeys | null;
}

/** Reads runs of the words of a text: each word once, and each run once around one anchor. */
export class ReadRuns {
  readonly #words: TextWords;
  readonly #entries: WordEntries;
  readonly #keysOf: KeysOfWords;
  /** Words by their entry and their first capitals, each as it was written last: others that share these are rare. */
  readonly #keys = new Map<number, ReadWord>();
  /** Words broken over lines, of which `TextWords` makes two. */
  readonly #broken = new Recent<string, WordKeys | null>(MOST_BROKEN);
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
    this.#broken.clear();
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
    const { start, end } = this.#words;
    const keys: WordKeys[] = [];
    const starts: number[] = [];
    for (let m = first; m <= last; m += 1) {
      const from = m;
      while (m < last && goesOnBelow(text, end[m]!, start[m + 1]!)) m += 1;
      const known = m === from ? this.#keysAt(text, m) : this.#keysOfBroken(text, from, m);
      if (known === null) return null;
      keys.push(known);
      starts.push(from);
    }
    const words = keys.map((one, m) => this.#keysOf.asItStands(one, keys[m + 1]));
    const isQuoted = (m: number): boolean => m > 0 && QUOTES.test(text.slice(end[starts[m]! - 1], start[starts[m]!]));
    return { words, weights: once(() => this.#keysOf.weightsOf(words, isQuoted)) };
  }

  #keysAt(text: string, m: number): WordKeys | null {
    const { start, end, entry, marks } = this.#words;
    const which = entry[m]! * (CAPITALS + 1) + (marks[m]! & CAPITALS);
    const known = this.#keys.get(which);
    if (known !== undefined && known.written.length === end[m]! - start[m]! && text.startsWith(known.written, start[m])) return known.keys;
    const written = ownSlice(text, start[m], end[m]);
    const keys = this.#keysOf.ofWord(written, this.#codesOf(entry[m]!)) ?? null;
    this.#keys.set(which, { written, keys });
    return keys;
  }

  /** Keys of words `first` to `last` as of one: of each of them, and of what they are without the hyphens between them. */
  #keysOfBroken(text: string, first: number, last: number): WordKeys | null {
    const { start, end, entry, words } = this.#words;
    const written = ownSlice(text, start[first], end[last]);
    const next = last + 1;
    const which = `${entry.subarray(first, next + 1).join(' ')} ${written}`;
    const known = this.#broken.get(which);
    if (known !== undefined) return known;
    const whole = withoutBreaks(written) ?? written;
    const alone = this.#entries.make(whole, 0, whole.length);
    const together = next < words ? this.#entries.before(alone, entry[next]!, text, start[next]!, end[next]!) : alone;
    const codes = [...entry.subarray(first, next), together].flatMap((one) => [...this.#codesOf(one)]);
    return this.#broken.set(which, this.#keysOf.ofWord(written, codes) ?? null);
  }

  #codesOf(entry: number): Uint32Array {
    const { pool } = this.#entries;
    const head = pool[entry]!;
    const from = entry + 1 + (head & 0xf);
    return pool.slice(from, from + ((head >>> 4) & 0xf));
  }
}

/** As `isKindOfBody` has them. */
const QUOTES = /[«“„‘"']/;

/** The marks of a word that say which of its first letters are capitals. */
const CAPITALS = MARK.capital | MARK.capitals;
const MOST_BROKEN = 1_000;
/** More words than any run has. */
const LONGEST_RUN = 64;
