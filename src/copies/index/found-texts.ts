/** Texts found for a number of keys, in memory that is used again: which key, and the text. */
export class FoundTexts {
  size = 0;
  which = new Uint32Array(1 << 12);
  texts = new Uint32Array(1 << 12);
  readonly #most: number;
  #times = new Uint32Array(1 << 10);
  #places = new Int32Array(1 << 10);
  #firsts = new Uint32Array(1 << 10);

  /** Of one key at most so many; what finds no room is left out. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Forgets all; for so many keys. */
  clear(keys: number): void {
    this.size = 0;
    if (this.#times.length < keys) this.#times = new Uint32Array(keys * 2);
    else this.#times.fill(0, 0, keys);
  }

  /** Room for a number for each key, which lasts until it is asked for again. */
  places(keys: number): Int32Array {
    if (this.#places.length < keys) this.#places = new Int32Array(keys * 2);
    return this.#places;
  }

  /** The same, for a key. */
  firsts(keys: number): Uint32Array {
    if (this.#firsts.length < keys) this.#firsts = new Uint32Array(keys * 2);
    return this.#firsts;
  }

  /** False where no more of this key finds room. */
  add(which: number, text: number): boolean {
    if (this.#times[which]! >= this.#most) return false;
    this.#times[which]! += 1;
    const at = this.size;
    if (at === this.texts.length) this.#grow();
    this.which[at] = which;
    this.texts[at] = text;
    this.size = at + 1;
    return true;
  }

  #grow(): void {
    const wider = (old: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
      const made = new Uint32Array(old.length * 2);
      made.set(old);
      return made;
    };
    this.which = wider(this.which);
    this.texts = wider(this.texts);
  }
}
