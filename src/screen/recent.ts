/**
 * What was worked out lately, by number or name; at most so much. In two halves: where the newer one is full, the older one is forgotten but for what was asked for meanwhile, so that
 * what comes again and again stays.
 */
export class Recent<Key extends number | string, Value> {
  readonly #half: number;
  #newer = new Map<Key, Value>();
  #older = new Map<Key, Value>();

  constructor(most: number) {
    this.#half = Math.ceil(most / 2);
  }

  get(key: Key): Value | undefined {
    const known = this.#newer.get(key);
    if (known !== undefined || this.#older.size === 0) return known;
    const older = this.#older.get(key);
    return older === undefined ? undefined : this.set(key, older);
  }

  clear(): void {
    this.#newer = new Map();
    this.#older = new Map();
  }

  /** Gives the value. */
  set(key: Key, value: Value): Value {
    if (this.#newer.size >= this.#half) {
      this.#older = this.#newer;
      this.#newer = new Map();
    }
    this.#newer.set(key, value);
    return value;
  }
}
