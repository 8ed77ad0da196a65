import type { Shingles } from '../shingles.ts';
import { AskedShingles } from './asked-shingles.ts';
import { ShingleSet, type DistinctShingles } from './distinct-shingles.ts';
import { Frequencies } from './frequencies.ts';
import { GrowingUint32 } from './growing.ts';
import { leastStanding, postingOf, textOf } from './posting.ts';
import { Postings } from './postings.ts';
import type { Segment } from './segment.ts';
import { TextWeights } from './text-weights.ts';

/** A text that may have something in common with the one that was asked about. */
export interface Candidate {
  readonly text: number;
  /** Which share of the rare shingles that stand for the shorter of the two is in both, weighted as containment is; about 1 where it is all. */
  readonly share: number;
}

/** What an index is kept as. */
export interface CopyIndexParts {
  readonly frequencies: Frequencies;
  readonly segments: readonly Segment[];
  /** Of each text how many shingles stand for it. */
  readonly standing: Uint32Array<ArrayBuffer>;
}

export interface CopyIndexOptions {
  /** So many shingles in a row have one that stands for them; {@link STRETCH} unless told. */
  readonly stretch?: number;
  /** Whether it is asked, too, how many of the shingles that stand for a text are in both, whatever they weigh; unless told it is. */
  readonly byNumber?: boolean;
  /** Postings that grow before they are sealed; a power of two. */
  readonly fresh?: number;
}

const STRETCH = 32;
/** So many stand for a text at least, where it has so many. */
const FEWEST = 8;
/** Shingles that more texts have stand for none and are not asked for: in a small collection … */
const COMMON = 16;
/** … and in a large one, as a share of all texts. */
const COMMON_SHARE = 0.001;
const FRESH = 1 << 18;
/** Texts looked at for one shingle. */
const MOST_OF_SHINGLE = 1 << 14;
const MOST_CANDIDATES = 64;
/**
 * What a candidate has of this at least, by weight and by number: among few texts, where the first were taken in before it was known what is rare, and among
 * many, where many have so much by chance, as a name that hardly any other has.
 */
const LEAST_SHARE = { few: 0.08, many: 0.1 } as const;
const LEAST_NUMBER = { few: 0.1, many: 0.2 } as const;
const FEW = 100_000;
const MANY = 1_000_000;
/** Beside a text that has all a copy has so much, at least, of what it has. */
const LEAST_OF_BEST = 0.2;

/** How many shingles stand for a text, and what they weigh. */
interface Standing {
  readonly count: number;
  readonly weight: number;
}

function emptyParts(): CopyIndexParts {
  return { frequencies: new Frequencies(), segments: [], standing: new Uint32Array(0) };
}

/**
 * Finds texts by their rarest shingles. A text is known by the rarest shingle of each stretch of it, and asked for with all that it has: so a notice is
 * found inside a digest, and the digest by the notice. What is rare is counted in the texts themselves, those that came before. Texts are numbered from 0.
 * Cost: linear in the shingles of a text; some microseconds for each thousand characters.
 */
export class CopyIndex {
  readonly frequencies: Frequencies;
  readonly #postings: Postings;
  readonly #stretch: number;
  readonly #byNumber: boolean;
  /** Of each text how many shingles stand for it. */
  readonly #texts: GrowingUint32;
  readonly #set = new ShingleSet();
  readonly #asked = new AskedShingles(MOST_OF_SHINGLE);
  readonly #found = new TextWeights();
  #times = new Uint16Array(1 << 13);
  #standing = new Uint32Array(1 << 13);
  #isStanding = new Uint8Array(1 << 13);

  constructor(parts: CopyIndexParts = emptyParts(), { stretch = STRETCH, byNumber = true, fresh = FRESH }: CopyIndexOptions = {}) {
    this.#postings = new Postings(parts.segments, fresh);
    this.#stretch = stretch;
    this.#byNumber = byNumber;
    this.frequencies = parts.frequencies;
    this.#texts = new GrowingUint32(parts.standing);
  }

  get texts(): number {
    return this.#texts.length;
  }

  /** Texts like this one, best first, without those that `isLeftOut` says. */
  find(shingles: Shingles, isLeftOut: (text: number) => boolean = () => false): readonly Candidate[] {
    const distinct = this.#count(shingles);
    return this.#find(distinct, this.#stand(distinct), isLeftOut);
  }

  /**
   * Takes a text in; gives the texts like it that were there before, best first, without those that `isLeftOut` says. `isKnown` says from these that it need
   * not be taken in; then there is no number.
   */
  add(
    shingles: Shingles,
    isKnown: (candidates: readonly Candidate[]) => boolean = () => false,
    isLeftOut: (text: number) => boolean = () => false,
  ): { readonly text?: number; readonly candidates: readonly Candidate[] } {
    const distinct = this.#count(shingles);
    const own = this.#stand(distinct);
    const candidates = this.#find(distinct, own, isLeftOut);
    if (isKnown(candidates)) return { candidates };
    const text = this.texts;
    this.#post(distinct, own.count, text);
    this.frequencies.add(distinct.hashes, distinct.count);
    return { text, candidates };
  }

  /** What the index is kept as. Arrays are its own, and hold until the next text comes. */
  parts(): CopyIndexParts {
    return { frequencies: this.frequencies, segments: this.#postings.segments(), standing: this.#texts.view() };
  }

  /** The different shingles of a text, and in how many texts each stands. */
  #count(shingles: Shingles): DistinctShingles {
    const distinct = this.#set.of(shingles);
    if (this.#times.length < distinct.count) {
      this.#times = new Uint16Array(distinct.hashes.length);
      this.#standing = new Uint32Array(distinct.hashes.length);
      this.#isStanding = new Uint8Array(distinct.hashes.length);
    }
    for (let n = 0; n < distinct.count; n += 1) this.#times[n] = this.frequencies.of(distinct.hashes[n]!);
    return distinct;
  }

  #find(distinct: DistinctShingles, own: Standing, isLeftOut: (text: number) => boolean): readonly Candidate[] {
    this.#weigh(distinct, own.count);
    const { size, postings, weights, times } = this.#found;
    // What stands for another is about as rare as what stands for this one: what it weighed when it was taken in, among fewer texts, says less.
    const mean = own.weight / own.count;
    const least = this.#among(LEAST_SHARE);
    const leastMet = this.#byNumber ? this.#among(LEAST_NUMBER) : 0;
    const candidates: Candidate[] = [];
    let best = 0;
    for (let n = 0; n < size; n += 1) {
      const weight = weights[n]!;
      const met = times[n]!;
      // What stands for it at least is known here, how much it is exactly is not at hand.
      const atLeast = Math.min(own.count, leastStanding(postings[n]!));
      if (met < leastMet * atLeast || weight < least * mean * atLeast) continue;
      const text = textOf(postings[n]!);
      const shorter = Math.max(1, Math.min(own.count, this.#texts.at(text)));
      const share = weight / (mean * shorter);
      if (share < least || met < leastMet * shorter || isLeftOut(text)) continue;
      best = Math.max(best, share);
      candidates.push({ text, share });
    }
    const ofBest = Math.min(1, best) * LEAST_OF_BEST;
    return candidates
      .filter(({ share }) => share >= ofBest)
      .toSorted((x, y) => y.share - x.share || x.text - y.text)
      .slice(0, MOST_CANDIDATES);
  }

  /**
   * Weighs for each text what stands for it of the shingles that are asked for: the telling ones, and of the first `standing` that stand for the text itself
   * those that are common too.
   */
  #weigh(distinct: DistinctShingles, standing: number): void {
    const { frequencies } = this;
    const common = this.#common();
    const times = this.#times;
    const asked = this.#asked;
    asked.clear();
    const ask = (one: number): void => {
      if (frequencies.isPosted(distinct.hashes[one]!)) asked.add(distinct.hashes[one]!, frequencies.weightAt(times[one]!));
    };
    for (let n = 0; n < distinct.count; n += 1) if (times[n]! > 0 && times[n]! <= common) ask(n);
    for (let n = 0; n < standing; n += 1) if (times[this.#standing[n]!]! > common) ask(this.#standing[n]!);
    this.#postings.weigh(asked, this.#found);
  }

  /** Of the text's shingles the first `standing` that stand for it are posted. */
  #post(distinct: DistinctShingles, standing: number, text: number): void {
    const posting = postingOf(text, standing);
    for (let n = 0; n < standing; n += 1) {
      const hash = distinct.hashes[this.#standing[n]!]!;
      this.#postings.add(hash, posting);
      this.frequencies.post(hash);
    }
    this.#texts.push(standing);
  }

  /**
   * Which shingles stand for a text: the rarest of each stretch, each once, without those that say nothing. Where hardly any is left they all stand: everything
   * that it says was said many times, and it is one more copy. Fills `#standing`.
   */
  #stand(distinct: DistinctShingles): Standing {
    const telling = this.#rarest(distinct, this.#common());
    const wanted = Math.min(FEWEST, distinct.length);
    return telling.count * 2 < wanted ? this.#rarest(distinct, Infinity) : telling;
  }

  #rarest({ count: distinct, length, which, hashes }: DistinctShingles, common: number): Standing {
    const times = this.#times;
    const stretch = Math.max(1, Math.min(this.#stretch, Math.ceil(length / FEWEST)));
    let count = 0;
    let weight = 0;
    const isStanding = this.#isStanding.fill(0, 0, distinct);
    for (let start = 0; start < length; start += stretch) {
      const end = Math.min(length, start + stretch);
      let rarest = which[start]!;
      for (let n = start + 1; n < end; n += 1) {
        const one = which[n]!;
        if (times[one]! < times[rarest]! || (times[one] === times[rarest] && hashes[one]! < hashes[rarest]!)) rarest = one;
      }
      if (isStanding[rarest] === 1 || times[rarest]! > common) continue;
      isStanding[rarest] = 1;
      this.#standing[count] = rarest;
      count += 1;
      weight += this.frequencies.weightAt(times[rarest]!);
    }
    return { count, weight };
  }

  #common(): number {
    return Math.max(COMMON, this.texts * COMMON_SHARE);
  }

  /** What holds among so many texts as there are. */
  #among({ few, many }: { readonly few: number; readonly many: number }): number {
    const share = Math.log(this.texts / FEW) / Math.log(MANY / FEW);
    return few + (many - few) * Math.max(0, Math.min(1, share));
  }
}
