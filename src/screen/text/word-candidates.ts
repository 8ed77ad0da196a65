import type { FinderTables } from './finder-file.ts';
import { pairHash } from './key-code.ts';
import type { ListedNames } from './listed-names.ts';
import { MARK, type TextWords } from './text-words.ts';
import type { WordEntries } from './word-entries.ts';

/** Words on either side of an anchor that are looked at. */
const REACH = 8;
/** Share of a name's weight that must stand near its anchor, by codes. */
const LEAST_COVER = 0.55;
/** Names looked at, and names handed on, for one anchor at one place. */
const MOST_LOOKED_AT = 400;
const MOST_CANDIDATES = 20;
const STAMPS = 1 << 16;

/** A name that the words around an anchor may be. */
export interface Candidate {
  readonly name: number;
  readonly cover: number;
  /** Weight of all its parts. */
  readonly weight: number;
}

/** Finds, around one word of a text, the listed names that have this word as anchor and enough of their other parts near. */
export class WordCandidates {
  readonly #tables: FinderTables;
  readonly #names: ListedNames;
  readonly #entries: WordEntries;
  readonly #bitMask: number;
  readonly #bucketMask: number;
  readonly #stamps = new Uint32Array(STAMPS);
  readonly #seen: Uint32Array;
  #round = 0;
  #weight = 0;
  #stamped = false;

  constructor(tables: FinderTables, names: ListedNames, entries: WordEntries) {
    this.#tables = tables;
    this.#names = names;
    this.#entries = entries;
    this.#bitMask = tables.pairBits.length * 32 - 1;
    this.#bucketMask = tables.pairBuckets.length - 2;
    this.#seen = new Uint32Array(names.count);
  }

  /** Candidates at word `n`, the best covered first. `first` and `last`: the words around it that no stop parts from it. */
  at(words: TextWords, n: number): { readonly candidates: readonly Candidate[]; readonly first: number; readonly last: number } {
    const { pool } = this.#entries;
    const entry = words.entry[n]!;
    const anchors = pool[entry]! & 0xf;
    if (anchors === 0) return NONE;
    let first = n;
    while (first > 0 && first > n - REACH && (words.marks[first]! & MARK.stop) === 0) first -= 1;
    let last = n;
    while (last + 1 < words.words && last < n + REACH && (words.marks[last + 1]! & MARK.stop) === 0) last += 1;
    let found: Candidate[] | undefined;
    this.#round += 1;
    this.#stamped = false;
    const { pairBits } = this.#tables;
    for (let a = 1; a <= anchors; a += 1) {
      const unit = pool[entry + a]!;
      const alone = pairHash(unit, 0);
      if ((pairBits[(alone & this.#bitMask) >>> 5]! & (1 << (alone & 31))) !== 0) found = this.#take(words, first, last, alone, found);
      for (let m = first; m <= last; m += 1) {
        const other = words.entry[m]!;
        const head = pool[other]!;
        const from = other + 1 + (head & 0xf);
        const to = from + ((head >>> 4) & 0xf);
        for (let at = from; at < to; at += 1) {
          const hash = pairHash(unit, pool[at]!);
          if ((pairBits[(hash & this.#bitMask) >>> 5]! & (1 << (hash & 31))) !== 0) found = this.#take(words, first, last, hash, found);
        }
      }
    }
    if (found === undefined || found.length === 0) return NONE;
    if (found.length > 1) found.sort((x, y) => y.cover - x.cover || y.weight - x.weight || x.name - y.name);
    return { candidates: found.slice(0, MOST_CANDIDATES), first, last };
  }

  #take(words: TextWords, first: number, last: number, hash: number, found: Candidate[] | undefined): Candidate[] | undefined {
    const { pairBuckets, pairNames } = this.#tables;
    const bucket = hash & this.#bucketMask;
    const from = pairBuckets[bucket]!;
    const to = Math.min(pairBuckets[bucket + 1]!, from + MOST_LOOKED_AT);
    let candidates = found;
    for (let at = from; at < to; at += 1) {
      const name = pairNames[at]!;
      if (this.#seen[name] === this.#round) continue;
      this.#seen[name] = this.#round;
      if (!this.#stamped) this.#stamp(words, first, last);
      const cover = this.#coverOf(name);
      if (cover >= LEAST_COVER) (candidates ??= []).push({ name, cover, weight: this.#weight });
    }
    return candidates;
  }

  #stamp(words: TextWords, first: number, last: number): void {
    this.#stamped = true;
    const { pool } = this.#entries;
    for (let m = first; m <= last; m += 1) {
      const entry = words.entry[m]!;
      const head = pool[entry]!;
      const from = entry + 1 + (head & 0xf);
      const to = from + ((head >>> 4) & 0xf);
      for (let at = from; at < to; at += 1) this.#stamps[pool[at]! & (STAMPS - 1)] = this.#round;
    }
  }

  /** Share of the name's weight whose codes stand in the window. */
  #coverOf(name: number): number {
    const { data, offsets } = this.#names;
    const { unitCode } = this.#tables;
    let at = offsets[name]!;
    const parts = data[at]! & 0xff;
    at += 1;
    let [sum, covered] = [0, 0];
    for (let n = 0; n < parts; n += 1) {
      const head = data[at]!;
      const keys = (head >>> 4) & 0xf;
      const weight = (head >>> 8) & 0xff;
      sum += weight;
      for (let k = 1; k <= keys; k += 1) {
        const code = unitCode[data[at + k]!]!;
        if (code !== 0 && this.#stamps[code & (STAMPS - 1)] === this.#round) {
          covered += weight;
          break;
        }
      }
      at += 1 + keys;
    }
    this.#weight = sum;
    return sum === 0 ? 0 : covered / sum;
  }
}

const NONE = { candidates: [], first: 0, last: 0 } as const;
