import type { AskedShingles } from './asked-shingles.ts';
import { FreshPostings } from './fresh-postings.ts';
import { mergeSegments, sizeOf, weighInSegment, type Segment } from './segment.ts';
import type { TextWeights } from './text-weights.ts';

/** Segments are not merged into larger ones than that. */
const LARGE = 1 << 24;
/** A segment is merged with one of which it has so much at least: a posting is moved some times more, and there are few segments to look into. */
const SHARE = 1 / 4;

/** For which texts each shingle stands: segments that are sealed, and one that grows. */
export class Postings {
  readonly #segments: Segment[];
  readonly #fresh: FreshPostings;

  /** `most` may grow before they are sealed; a power of two. */
  constructor(segments: readonly Segment[], most: number) {
    this.#segments = [...segments];
    this.#fresh = new FreshPostings(most);
  }

  add(hash: number, posting: number): void {
    if (!this.#fresh.fits(1)) this.#seal();
    this.#fresh.add(hash, posting);
  }

  /** Weighs the texts for which the shingles stand that are asked for, in place of what was weighed before. */
  weigh(asked: AskedShingles, into: TextWeights): void {
    into.clear();
    this.#fresh.weigh(asked, into);
    for (const segment of this.#segments) weighInSegment(segment, asked, into);
  }

  /** All of them, sealed. */
  segments(): readonly Segment[] {
    if (this.#fresh.count > 0) this.#seal();
    return [...this.#segments];
  }

  /** Seals what grows, and merges segments that are not much larger than what comes behind them: there are few of them, and each posting is moved few times. */
  #seal(): void {
    this.#segments.push(this.#fresh.seal());
    this.#fresh.clear();
    for (;;) {
      const last = this.#segments.at(-1);
      const before = this.#segments.at(-2);
      if (last === undefined || before === undefined || sizeOf(last) < sizeOf(before) * SHARE) return;
      if (sizeOf(before) + sizeOf(last) > LARGE) return;
      this.#segments.splice(-2, 2, mergeSegments(before, last));
    }
  }
}
