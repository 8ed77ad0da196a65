import { NEEDS_FORM, NEEDS_FORM_NEAR, NEEDS_FORM_TOO } from './anchors.ts';
import { Cover, STAMPS } from './cover-table.ts';
import { PAIR, type FinderTables } from './finder-file.ts';
import { ALONE, maskBitOf, otherBitOf, pairBitOf, pairHash, pairLine } from './key-code.ts';
import type { ListedNames } from './listed-names.ts';
import { MOST_LOOKED_AT } from './pair-order.ts';
import type { TextWords } from './text-words.ts';
import type { WordEntries } from './word-entries.ts';
import { NearCodes } from './near-codes.ts';
import { nextRound } from './rounds.ts';
import { LONG_WORD } from './whole-name.ts';
import { WORD, mayBegin } from './word-kinds.ts';
import { MARK } from './word-marks.ts';

/** Words on either side of an anchor that are looked at. */
const REACH = 8;
/** Words on either side among which a second word of the name must be. */
const PAIR_REACH = 6;
/** How far from a name of one word its form may begin, and other things that speak for it stand. */
const FORM_WITHIN = 5;
const NEAR_WITHIN = 2;
const FORM_NEAR_WITHIN = 4;
/** Digits of a number that may be an identifier. */
const IDENTIFIER = 7;
/** Kinds of words that may help a name near them. */
const HELPING = WORD.form | WORD.title | WORD.place | WORD.number | WORD.begins;
/** Names handed on for one anchor at one place. */
const MOST_CANDIDATES = 20;

/** A name that the words around an anchor may be. */
export interface Candidate {
  readonly name: number;
  readonly cover: number;
  /** Words among which its parts are. */
  readonly first: number;
  readonly last: number;
  /** Weight of all its parts. */
  readonly weight: number;
}

/** Finds, around one word of a text, the listed names that have this word as anchor and enough of their other parts near. */
export class WordCandidates {
  readonly #tables: FinderTables;
  readonly #cover: Cover;
  readonly #entries: WordEntries;
  readonly #bitMask: number;
  readonly #bucketMask: number;
  readonly #near: NearCodes;
  readonly #seen: Uint32Array;
  #round = 0;
  #nearRead = false;
  /** Words around the anchor that no stop parts from it. */
  #first = 0;
  #last = 0;
  /** A form, a title or quotation marks beside the word; or at least a place near it. */
  #looked = false;
  #formed = false;
  #formedNear = false;
  #helped = false;
  /** Whether a form or quotation marks stand anywhere around the word; -1 where it is not known yet. */
  #marked = -1;

  constructor(tables: FinderTables, names: ListedNames, entries: WordEntries) {
    this.#tables = tables;
    this.#cover = new Cover(tables);
    this.#entries = entries;
    this.#near = new NearCodes(entries);
    this.#bitMask = tables.pairBits.length * 32 - 1;
    this.#bucketMask = tables.pairBuckets.length - 2;
    this.#seen = new Uint32Array(names.count);
  }

  /** Candidates at word `n`, the best covered first. `first` and `last`: the words around it that no stop parts from it. */
  at(words: TextWords, n: number): { readonly candidates: readonly Candidate[]; readonly first: number; readonly last: number } {
    const { head, low, high, besideLow, besideHigh, marks } = words;
    const anchors = head[n]! & 0xf;
    const kinds = head[n]! >>> 8;
    if (anchors === 0 || ((marks[n]! & MARK.capital) === 0 && (kinds & (WORD.rare | WORD.number)) === 0)) return NONE;
    const asksLow = besideLow[n]!;
    const asksHigh = besideHigh[n]!;
    // The words near that have a code which an anchor here stands with, a bit each.
    let near = 0;
    let first = n;
    for (const farthest = Math.max(0, n - PAIR_REACH); ; first -= 1) {
      if (((low[first]! & asksLow) | (high[first]! & asksHigh)) !== 0) near |= 1 << (first - n + PAIR_REACH);
      if (first === farthest || (marks[first]! & MARK.stop) !== 0) break;
    }
    let last = n;
    for (const farthest = Math.min(words.words - 1, n + PAIR_REACH); last < farthest && (marks[last + 1]! & MARK.stop) === 0;) {
      last += 1;
      if (((low[last]! & asksLow) | (high[last]! & asksHigh)) !== 0) near |= 1 << (last - n + PAIR_REACH);
    }
    if (near === 0 && (asksLow & ALONE) === 0) return NONE;
    while (first > 0 && first > n - REACH && (marks[first]! & MARK.stop) === 0) first -= 1;
    while (last + 1 < words.words && last < n + REACH && (marks[last + 1]! & MARK.stop) === 0) last += 1;
    this.#first = first;
    this.#last = last;
    this.#looked = false;
    const alone = (asksLow & ALONE) !== 0 && (this.#isLongRare(words, n) || this.#isHelped(words, n));
    if (near === 0 && !alone) return NONE;
    let found: Candidate[] | undefined;
    this.#round = nextRound(this.#round);
    this.#nearRead = false;
    this.#marked = -1;
    const { pairBits } = this.#tables;
    const { pool, masks } = this.#entries;
    const entry = words.entry[n]!;
    for (let a = entry + 1; a <= entry + anchors; a += 1) {
      const unit = pool[a]!;
      const anchorLow = masks[a * 2]!;
      const anchorHigh = masks[a * 2 + 1]!;
      if (alone && (anchorLow & ALONE) !== 0) found = this.#take(words, n, pairHash(unit, 0), found);
      const line = pairLine(unit, this.#bitMask);
      for (let left = near; left !== 0; left &= left - 1) {
        const m = n - PAIR_REACH + lowest(left);
        if (((low[m]! & anchorLow) | (high[m]! & anchorHigh)) === 0) continue;
        const begin = words.entry[m]! + 1 + (head[m]! & 0xf);
        const end = begin + ((head[m]! >>> 4) & 0xf);
        for (let at = begin; at < end; at += 1) {
          const code = pool[at]!;
          // The line is that of other anchors too.
          const place = maskBitOf(code);
          if (((place < 32 ? anchorLow : anchorHigh) & (1 << place)) === 0) continue;
          const bit = line | pairBitOf(code);
          if ((pairBits[bit >>> 5]! & (1 << bit)) === 0) continue;
          const other = line | otherBitOf(code);
          if ((pairBits[other >>> 5]! & (1 << other)) !== 0) found = this.#take(words, n, pairHash(unit, code), found);
        }
      }
    }
    if (found === undefined) return NONE;
    if (found.length > 1) found.sort((x, y) => y.cover - x.cover || y.weight - x.weight || x.name - y.name);
    return { candidates: found.slice(0, MOST_CANDIDATES), first, last };
  }

  #isLongRare({ head, start, end }: TextWords, n: number): boolean {
    return ((head[n]! >>> 8) & WORD.rare) !== 0 && end[n]! - start[n]! >= LONG_WORD;
  }

  #isHelped(words: TextWords, n: number): boolean {
    this.#lookAround(words, n);
    return this.#helped;
  }

  #isFormed(words: TextWords, n: number): boolean {
    this.#lookAround(words, n);
    return this.#formed;
  }

  #isFormedNear(words: TextWords, n: number): boolean {
    this.#lookAround(words, n);
    return this.#formedNear;
  }

  /** Whether a form or quotation marks may belong to any name among the words. */
  #hasFormOrQuotes({ head, marks }: TextWords): boolean {
    if (this.#marked < 0) {
      this.#marked = 0;
      for (let m = this.#first; m <= this.#last && this.#marked === 0; m += 1)
        if ((marks[m]! & MARK.quoted) !== 0 || ((head[m]! >>> 8) & WORD.form) !== 0) this.#marked = 1;
    }
    return this.#marked > 0;
  }

  /** A cheap look at what names without two telling words need near them. */
  #lookAround(words: TextWords, n: number): void {
    if (this.#looked) return;
    this.#looked = true;
    const { head } = words;
    this.#formed = false;
    let helped = false;
    let near = false;
    for (let m = Math.max(this.#first, n - FORM_WITHIN); m <= Math.min(this.#last, n + FORM_NEAR_WITHIN); m += 1) {
      const kinds = head[m]! >>> 8;
      if ((kinds & HELPING) === 0 && (words.marks[m]! & MARK.quoted) === 0) continue;
      const next = m + 1 < words.words ? head[m + 1]! >>> 8 : 0;
      const quoted = m <= n && (words.marks[m]! & MARK.quoted) !== 0;
      const form = m !== n && (kinds & WORD.form) !== 0;
      if (((m < n || m === n + 1) && mayBegin(kinds, next)) || (quoted && m >= n - NEAR_WITHIN) || (form && m >= n - 1 && m <= n + 1))
        this.#formed = true;
      if ((quoted || form) && m >= n - FORM_NEAR_WITHIN) near = true;
      if (m === n) continue;
      if ((kinds & WORD.title) !== 0 && m < n && m >= n - NEAR_WITHIN) this.#formed = true;
      if ((kinds & (WORD.title | WORD.place | WORD.form)) !== 0 && m >= n - NEAR_WITHIN && m <= n + NEAR_WITHIN) helped = true;
      if (m > n && m <= n + NEAR_WITHIN && (kinds & WORD.number) !== 0 && words.end[m]! - words.start[m]! >= IDENTIFIER)
        this.#formed = true;
    }
    this.#formedNear = near || this.#formed;
    this.#helped = helped || this.#formed;
  }

  #take(words: TextWords, anchor: number, hash: number, found: Candidate[] | undefined): Candidate[] | undefined {
    const { pairBuckets, pairs } = this.#tables;
    const bucket = hash & this.#bucketMask;
    const from = pairBuckets[bucket]!;
    const to = Math.min(pairBuckets[bucket + 1]!, from + MOST_LOOKED_AT) * PAIR.size;
    let candidates = found;
    // Names that ask for the same stand one after another.
    let lastNeed = -1;
    let met = false;
    let lastRow = -1;
    let cover = 0;
    for (let at = from * PAIR.size; at < to; at += PAIR.size) {
      if (pairs[at + PAIR.hash] !== hash) continue;
      const need = pairs[at + PAIR.need]!;
      if (need !== lastNeed) {
        lastNeed = need;
        met = this.#meets(words, anchor, need);
      }
      if (!met) continue;
      const row = pairs[at + PAIR.row]!;
      if (row !== lastRow) {
        if (!this.#nearRead) this.#readNear(words, anchor);
        lastRow = row;
        cover = this.#cover.of(row, this.#near);
      }
      if (cover === 0) continue;
      const name = pairs[at + PAIR.name]!;
      if (this.#seen[name] === this.#round) continue;
      this.#seen[name] = this.#round;
      const { run, weight } = this.#cover;
      (candidates ??= []).push({ name, cover, weight, first: this.#first + lowest(run), last: this.#first + 31 - Math.clz32(run) });
    }
    return candidates;
  }

  #meets(words: TextWords, anchor: number, need: number): boolean {
    if (need === 0) return true;
    if (need === NEEDS_FORM) return this.#isFormed(words, anchor);
    if (need === NEEDS_FORM_NEAR) return this.#isFormedNear(words, anchor);
    return (need < NEEDS_FORM_TOO || this.#hasFormOrQuotes(words)) && this.#stands(words, anchor, need);
  }

  #stands(words: TextWords, anchor: number, code: number): boolean {
    if (!this.#nearRead) this.#readNear(words, anchor);
    return this.#near.of(code & (STAMPS - 1)) !== 0;
  }

  #readNear(words: TextWords, anchor: number): void {
    this.#nearRead = true;
    this.#near.read(words, anchor, this.#first, this.#last);
  }
}

/** Place of the lowest bit. */
function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

const NONE = { candidates: [], first: 0, last: 0 } as const;
