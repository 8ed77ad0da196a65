/** Keys are remembered at so many places: of the units that were looked at, few are looked at again soon, and all keys of a long list take as much memory as what it is searched by. */
const MOST = 1 << 16;

/** The keys of units that were read lately, each at the place that the last bits of the unit's number say: the next one with the same takes it. */
export class RecentKeys {
  readonly #read: (unit: number) => string;
  readonly #units: Int32Array;
  readonly #keys: string[];

  /** `units`: how many there are; `read` gives the key of one. */
  constructor(units: number, read: (unit: number) => string) {
    this.#read = read;
    this.#units = new Int32Array(Math.min(MOST, 1 << (32 - Math.clz32(units)))).fill(-1);
    this.#keys = new Array<string>(this.#units.length).fill('');
  }

  of(unit: number): string {
    const place = unit & (this.#units.length - 1);
    if (this.#units[place] !== unit) {
      this.#keys[place] = this.#read(unit);
      this.#units[place] = unit;
    }
    return this.#keys[place]!;
  }
}
