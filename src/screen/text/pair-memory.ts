const FEWEST_SLOTS = 1 << 12;
/** Pairs after which all are forgotten. */
const MOST_PAIRS = 1 << 19;

/** What was found of words (by their hash) and a listed name together, most often that they are nothing; or of any two numbers. */
export class PairMemory<T> {
  /** Hash of the words, number of the name plus one, place of the value plus one or 0 for nothing. */
  #slots = new Uint32Array(FEWEST_SLOTS * 3);
  #values: T[] = [];
  #count = 0;
  readonly #most: number;

  constructor(most = MOST_PAIRS) {
    this.#most = most;
  }

  clear(): void {
    this.#slots = new Uint32Array(FEWEST_SLOTS * 3);
    this.#values = [];
    this.#count = 0;
  }

  /** The value, undefined where it is nothing, or `null` where the pair is not known. */
  get(hash: number, name: number): T | undefined | null {
    const slots = this.#slots;
    const at = this.#slotOf(slots, hash, name);
    if (slots[at + 1] === 0) return null;
    const value = slots[at + 2]!;
    return value === 0 ? undefined : this.#values[value - 1];
  }

  set(hash: number, name: number, value: T | undefined): void {
    if (this.#count >= this.#most) this.clear();
    if (this.#count * 6 > this.#slots.length) this.#grow();
    const at = this.#slotOf(this.#slots, hash, name);
    if (this.#slots[at + 1] === 0) this.#count += 1;
    this.#slots[at] = hash;
    this.#slots[at + 1] = name + 1;
    this.#slots[at + 2] = value === undefined ? 0 : this.#values.push(value);
  }

  /** Where the pair is, or may be put. */
  #slotOf(slots: Uint32Array, hash: number, name: number): number {
    const mask = slots.length / 3 - 1;
    for (let slot = (hash ^ Math.imul(name, 0x9e3779b1)) & mask; ; slot = (slot + 1) & mask) {
      const at = slot * 3;
      if (slots[at + 1] === 0 || (slots[at] === hash && slots[at + 1] === name + 1)) return at;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 3) {
      if (old[at + 1] === 0) continue;
      this.#slots.set(old.subarray(at, at + 3), this.#slotOf(this.#slots, old[at]!, old[at + 1]! - 1));
    }
  }
}
