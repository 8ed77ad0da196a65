/** What was worked out lately, by number. Bounded; forgets all at once. */
export class Recent<Value> {
  readonly #most: number;
  #known = new Map<number, Value>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: number): Value | undefined {
    return this.#known.get(key);
  }

  /** Gives the value. */
  set(key: number, value: Value): Value {
    if (this.#known.size >= this.#most) this.#known = new Map();
    this.#known.set(key, value);
    return value;
  }
}
