import { hasBit, type Bits } from './bits.ts';

/** What a place in lists goes by. */
export interface Standing {
  readonly priority: number;
  readonly firstSeenAt: string;
  readonly num: number;
}

/** By priority, then newest first, then the later number. */
export function compareStanding(one: Standing, other: Standing): number {
  return one.priority === other.priority ? compareAge(one, other) : other.priority - one.priority;
}

/** Newest first, then the later number. */
export function compareAge(one: Standing, other: Standing): number {
  if (one.firstSeenAt !== other.firstSeenAt) return one.firstSeenAt < other.firstSeenAt ? 1 : -1;
  return other.num - one.num;
}

/** More changes at once cost less sorted anew than one by one, each some 5 µs among 100,000. */
const FEW = 4000;

/**
 * Numbers of all notices in the order of lists. They lie side by side: whoever looks for a page among few of them passes by 100,000 without following a pointer
 * to each.
 */
export class Order {
  #nums = new Int32Array(0);
  #length = 0;
  readonly #standing = new Map<number, Standing>();
  readonly #compare: typeof compareStanding;

  constructor(compare = compareStanding) {
    this.#compare = compare;
  }

  get length(): number {
    return this.#length;
  }

  /** Where each stands, in no order. */
  standing(): Iterable<Standing> {
    return this.#standing.values();
  }

  /** All anew. */
  reset(all: readonly Standing[]): void {
    this.#standing.clear();
    for (const one of all) this.#standing.set(one.num, one);
    this.#nums = Int32Array.from(all.toSorted(this.#compare), ({ num }) => num);
    this.#length = all.length;
  }

  /** Takes in where these stand now; those that do not any more are gone. Most changes of a notice leave it where it stands. */
  change(nums: readonly number[], now: ReadonlyMap<number, Standing>): void {
    const [gone, coming]: [Standing[], Standing[]] = [[], []];
    for (const num of nums) {
      const [before, after] = [this.#standing.get(num), now.get(num)];
      if (before !== undefined && after !== undefined && this.#compare(before, after) === 0) continue;
      if (before !== undefined) gone.push(before);
      if (after !== undefined) coming.push(after);
    }
    if (gone.length + coming.length > FEW) {
      for (const { num } of gone) this.#standing.delete(num);
      return this.reset([...this.#standing.values(), ...coming]);
    }
    for (const one of gone) this.#takeOut(one);
    for (const one of coming) this.#putIn(one);
  }

  /** First place that is behind `place`, which need not stand here. */
  placeAfter(place: Standing): number {
    let [low, high] = [0, this.#length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = this.#standing.get(this.#nums[middle] ?? 0);
      if (at !== undefined && this.#compare(at, place) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** `limit` of those that are in `among`, from place `from` on, without the first `skip` of them. */
  page(among: Bits, from: number, skip: number, limit: number): readonly number[] {
    const [nums, length] = [this.#nums, this.#length];
    const found: number[] = [];
    let left = skip;
    for (let at = from; at < length && found.length < limit; at += 1) {
      const num = nums[at] ?? 0;
      if (!hasBit(among, num)) continue;
      if (left > 0) left -= 1;
      else found.push(num);
    }
    return found;
  }

  #takeOut(one: Standing): void {
    const place = this.placeAfter(one) - 1;
    this.#nums.copyWithin(place, place + 1, this.#length);
    this.#length -= 1;
    this.#standing.delete(one.num);
  }

  #putIn(one: Standing): void {
    const place = this.placeAfter(one);
    if (this.#length === this.#nums.length) {
      const more = new Int32Array(this.#length + 1024);
      more.set(this.#nums);
      this.#nums = more;
    }
    this.#nums.copyWithin(place + 1, place, this.#length);
    this.#nums[place] = one.num;
    this.#length += 1;
    this.#standing.set(one.num, one);
  }
}
