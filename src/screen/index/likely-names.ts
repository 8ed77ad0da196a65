import type { MetNames } from './met-names.ts';
import type { NameBound } from './name-bound.ts';
import type { NameHeads } from './name-heads.ts';
import { kindIn, leastTotal } from './name-sketches.ts';
import { weightOfLevels } from './weight-levels.ts';

/** So many names are looked at before the first of them is visited. */
const AT_ONCE = 64;
/** The end of most encoded names, from their beginning. */
const FURTHER = 12;

/** Names that are looked at at once: what lies apart in memory is asked for all together, where one name after the other would be waited for. */
export class LikelyNames {
  size = 0;
  readonly names = new Int32Array(AT_ONCE);
  readonly #sketches = new Uint32Array(AT_ONCE);
  readonly #shares = new Float64Array(AT_ONCE);
  readonly #heads: NameHeads;
  readonly #data: Uint32Array;
  /** Sum of what was read to have it near; nobody asks for it. */
  protected fetched = 0;

  /** `data`: the encoded names. */
  constructor(heads: NameHeads, data: Uint32Array) {
    this.#heads = heads;
    this.#data = data;
  }

  isFull(): boolean {
    return this.size === AT_ONCE;
  }

  /**
   * Takes, in place of those here, the next names of a group: from the one at the place `from` among those met on, whose followers `next` tells. Gives the place of the one that comes
   * then, or -1. Of their weight `most` can correspond at most, and `unread` more than what their postings say.
   */
  take(
    met: Pick<MetNames, 'names' | 'weight'>,
    next: Int32Array,
    from: number,
    { most, unread }: { readonly most: number; readonly unread: number },
  ): number {
    const { names, weight } = met;
    const chosen = this.names;
    const sketches = this.#sketches;
    const shares = this.#shares;
    const heads = this.#heads;
    let n = from;
    let size = 0;
    for (; n !== -1 && size < AT_ONCE; n = next[n]!) {
      const name = names[n]!;
      chosen[size] = name;
      sketches[size] = heads.sketchOf(name);
      shares[size] = Math.min(most, weightOfLevels(weight[n]!) + unread) / leastTotal(heads.totalOf(name));
      size += 1;
    }
    this.size = size;
    return n;
  }

  /** Adds a name that was looked at. */
  addChosen(name: number): void {
    this.names[this.size] = name;
    this.size += 1;
  }

  /** Drops the names of other kinds than `fits` (by `kindNumber`), and those that cannot reach the floor by the bound, where there is one. */
  choose(bound: NameBound | undefined, joins: boolean, floor: number, fits: Uint8Array): void {
    const sketches = this.#sketches;
    const shares = this.#shares;
    const { names, size: count } = this;
    let size = 0;
    for (let n = 0; n < count; n += 1) {
      const sketch = sketches[n]!;
      const share = shares[n]!;
      if (fits[kindIn(sketch)] === 0) continue;
      if (bound !== undefined && !(joins ? bound.reachesJoined(sketch, floor, share) : bound.reaches(sketch, floor, share))) continue;
      names[size] = names[n]!;
      size += 1;
    }
    this.size = size;
  }

  /** Has the processor bring the encoded names near. */
  fetch(): void {
    let read = 0;
    for (let n = 0; n < this.size; n += 1) {
      const offset = this.#heads.offsetOf(this.names[n]!);
      read += this.#data[offset]! + this.#data[offset + FURTHER]!;
    }
    // Kept, so that the compiler does not leave the reading out.
    this.fetched = read;
  }
}
