/** What was worked out lately, by number or name. Bounded; forgets all at once. */
export class Recent<Key extends number | string, Value> {
  readonly #most: number;
  #known = new Map<Key, Value>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: Key): Value | undefined {
    return this.#known.get(key);
  }

  /** Gives the value. */
  set(key: Key, value: Value): Value {
    if (this.#known.size >= this.#most) this.#known = new Map();
    this.#known.set(key, value);
    return value;
  }
}
