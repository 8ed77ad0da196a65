import type { FoundTexts } from './found-texts.ts';
import { FreshPostings } from './fresh-postings.ts';
import { findInSegment, mergeSegments, type Segment } from './segment.ts';

/** Segments are not merged into larger ones than that. */
const LARGE = 1 << 23;

/** For which texts each shingle stands: segments that are sealed, and one that grows. */
export class Postings {
  readonly #segments: Segment[];
  readonly #fresh: FreshPostings;

  /** `most` may grow before they are sealed; a power of two. */
  constructor(segments: readonly Segment[], most: number) {
    this.#segments = [...segments];
    this.#fresh = new FreshPostings(most);
  }

  add(hash: number, text: number): void {
    if (!this.#fresh.fits(1)) this.#seal();
    this.#fresh.add(hash, text);
  }

  /** The texts that each of the first `count` keys stands for, in place of what was found before. */
  find(keys: Uint32Array, count: number, found: FoundTexts): void {
    found.clear(count);
    this.#fresh.find(keys, count, found);
    for (const segment of this.#segments) findInSegment(segment, keys, count, found);
  }

  /** All of them, sealed. */
  segments(): readonly Segment[] {
    if (this.#fresh.count > 0) this.#seal();
    return [...this.#segments];
  }

  /** Seals what grows, and merges segments of about one size: there are few of them, and each posting is moved few times. */
  #seal(): void {
    this.#segments.push(this.#fresh.seal());
    this.#fresh.clear();
    for (;;) {
      const last = this.#segments.at(-1);
      const before = this.#segments.at(-2);
      if (last === undefined || before === undefined || before.keys.length > last.keys.length * 1.5) return;
      if (before.keys.length + last.keys.length > LARGE) return;
      this.#segments.splice(-2, 2, mergeSegments([before, last]));
    }
  }
}
