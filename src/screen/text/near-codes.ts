import { STAMPS } from './cover-table.ts';
import { nextRound } from './rounds.ts';
import type { TextWords } from './text-words.ts';
import type { WordEntries } from './word-entries.ts';

/** The codes of the words around an anchor, and at which of them each stands. Used again for each anchor. */
export class NearCodes {
  /** Place of the anchor among the words, and how many there are: at most 32. */
  anchor = 0;
  size = 0;
  readonly #entries: WordEntries;
  /** By the low bits of a code: the round in which it was seen last, and the words that had it then, a bit each. */
  readonly #rounds = new Uint32Array(STAMPS);
  readonly #places = new Uint32Array(STAMPS);
  #round = 0;

  constructor(entries: WordEntries) {
    this.#entries = entries;
  }

  /** Reads words `first` to `last` around word `n`. */
  read({ entry }: TextWords, n: number, first: number, last: number): void {
    const { pool } = this.#entries;
    const round = (this.#round = nextRound(this.#round));
    this.anchor = n - first;
    this.size = last - first + 1;
    for (let m = first; m <= last; m += 1) {
      const at = entry[m]!;
      const head = pool[at]!;
      const from = at + 1 + (head & 0xf);
      const to = from + ((head >>> 4) & 0xf);
      const bit = 1 << (m - first);
      for (let k = from; k < to; k += 1) {
        const low = pool[k]! & (STAMPS - 1);
        this.#places[low] = this.#rounds[low] === round ? this.#places[low]! | bit : bit;
        this.#rounds[low] = round;
      }
    }
  }

  /** The words that have a code with these low bits, a bit each. */
  of(low: number): number {
    return this.#rounds[low] === this.#round ? this.#places[low]! : 0;
  }

  /** Of words that belong to a name, those that stand with the anchor: with at most {@link GAP} strange words between them. All words from the first to the last of them. */
  runOf(belonging: number): number {
    const { anchor, size } = this;
    let first = anchor;
    let last = anchor;
    for (let m = anchor - 1; m >= 0 && first - m <= GAP + 1; m -= 1) if ((belonging & (1 << m)) !== 0) first = m;
    for (let m = anchor + 1; m < size && m - last <= GAP + 1; m += 1) if ((belonging & (1 << m)) !== 0) last = m;
    return ((2 << last) - 1) & ~((1 << first) - 1);
  }
}

/** Strange words between two words of a name, at most. */
export const GAP = 2;
