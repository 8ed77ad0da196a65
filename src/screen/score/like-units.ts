/** Most entries of one query: units that are like one of its parts. */
export const POOL = 1 << 14;

/** For every unit of the listed names that is like something of a query: what, and how like. Nothing is allocated for a query. */
export class LikeUnits {
  /** Units that are like something, in the order found: from place 1 to `touched`. */
  touched = 0;
  readonly touchedUnit = new Int32Array(POOL + 1);
  /** By place: all parts of the query that the unit is like, as bits (joints count as their parts), and the first entry of its chain, or -1. */
  readonly maskAt = new Int32Array(POOL + 1);
  readonly headAt = new Int32Array(POOL + 1);
  /** By entry: the next of the unit's chain or -1, the part or joint of the query, how like, and the place of the unit. */
  readonly next = new Int32Array(POOL);
  readonly part = new Int8Array(POOL);
  readonly similarity = new Float64Array(POOL);
  readonly placeAt = new Int32Array(POOL);
  /** How many, those of one part or joint one after the other. */
  entries = 0;
  protected readonly entryUnit = new Int32Array(POOL);
  /** Which units have a place, a bit each: few do, and the processor keeps the bits at hand. */
  readonly #hasPlace: Int32Array;
  /** The place of each unit that has one. */
  readonly #place: Uint16Array;

  constructor(units: number) {
    this.#hasPlace = new Int32Array((units >>> 5) + 1);
    this.#place = new Uint16Array(units);
  }

  /** First entry of a unit's chain, or -1. */
  headOf(unit: number): number {
    return (this.#hasPlace[unit >>> 5]! & (1 << unit)) === 0 ? -1 : this.headAt[this.#place[unit]!]!;
  }

  /** All parts of the query that a unit is like, as bits. */
  maskOf(unit: number): number {
    return (this.#hasPlace[unit >>> 5]! & (1 << unit)) === 0 ? 0 : this.maskAt[this.#place[unit]!]!;
  }

  protected clear(): void {
    for (let at = 1; at <= this.touched; at += 1) this.#hasPlace[this.touchedUnit[at]! >>> 5] = 0;
    this.touched = 0;
    this.entries = 0;
  }

  /** Notes that a unit is like `part`, whose bits are `mask`. */
  protected add(unit: number, part: number, mask: number, similarity: number): void {
    let place = (this.#hasPlace[unit >>> 5]! & (1 << unit)) === 0 ? 0 : this.#place[unit]!;
    if (place !== 0)
      for (let known = this.headAt[place]!; known !== -1; known = this.next[known]!) {
        if (this.part[known] !== part) continue;
        if (similarity > this.similarity[known]!) this.similarity[known] = similarity;
        return;
      }
    const entry = this.entries;
    if (entry >= POOL) return;
    if (place === 0) {
      this.touched += 1;
      place = this.touched;
      this.#hasPlace[unit >>> 5]! |= 1 << unit;
      this.#place[unit] = place;
      this.touchedUnit[place] = unit;
      this.maskAt[place] = 0;
      this.headAt[place] = -1;
    }
    this.maskAt[place]! |= mask;
    this.entries = entry + 1;
    this.entryUnit[entry] = unit;
    this.part[entry] = part;
    this.placeAt[entry] = place;
    this.similarity[entry] = similarity;
    this.next[entry] = this.headAt[place]!;
    this.headAt[place] = entry;
  }
}
