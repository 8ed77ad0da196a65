/** Units that are like a part of a queried name, and how like. */
export interface PartLikes {
  readonly units: readonly number[];
  readonly similarities: readonly number[];
}

/** Most parts that are remembered: 500 bytes each, more or less. */
const MOST = 8_000;

/**
 * What parts of names were like, so that a word that comes again (given names do, and surnames in a customer's file) is not looked up again. Bounded; forgets all
 * at once.
 */
export class PartMemory {
  readonly #most: number;
  #known = new Map<number | string, PartLikes>();

  constructor(most = MOST) {
    this.#most = most;
  }

  /** `part` is the number of a remembered word, or all that its likenesses hang on. */
  get(part: number | string): PartLikes | undefined {
    return this.#known.get(part);
  }

  set(part: number | string, likes: PartLikes): void {
    if (this.#known.size >= this.#most) this.#known = new Map();
    this.#known.set(part, likes);
  }
}
