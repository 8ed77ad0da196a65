/** Cells of the smallest table, and of the largest: 128 MB, in which ten million notices find room. */
const FEWEST = 1 << 16;
const MOST = 1 << 26;
const HIGHEST = 0x7fff;
/** The bit of a cell that says that a shingle of it stands for a text. */
const POSTED = 0x8000;

/**
 * In how many texts a shingle occurs, and whether it may stand for one: counters by the low bits of its hash, so that two shingles may count as one and a
 * number is at least the true one.
 * The table doubles while it fills; what had met before stays together, which is little: it doubles when half of its cells are in use.
 */
export class Frequencies {
  #cells: Uint16Array<ArrayBuffer>;
  #used: number;
  /** Texts counted. */
  texts: number;

  constructor(cells: Uint16Array<ArrayBuffer> = new Uint16Array(FEWEST), texts = 0) {
    this.#cells = cells;
    this.texts = texts;
    let used = 0;
    // Ten times as fast as an iterator: there are tens of millions.
    for (let at = 0; at < cells.length; at += 1) if (cells[at]! > 0) used += 1;
    this.#used = used;
  }

  of(hash: number): number {
    return this.#cells[hash & (this.#cells.length - 1)]! & HIGHEST;
  }

  /** False where the shingle stands for no text: most do not, and need not be looked for. */
  isPosted(hash: number): boolean {
    return this.#cells[hash & (this.#cells.length - 1)]! >= POSTED;
  }

  /** Says that the shingle stands for a text that is then counted. */
  post(hash: number): void {
    this.#cells[hash & (this.#cells.length - 1)]! |= POSTED;
  }

  /** Counts one text; its first `count` hashes are different ones. */
  add(hashes: Uint32Array, count: number): void {
    const cells = this.#cells;
    const mask = cells.length - 1;
    let used = this.#used;
    for (let n = 0; n < count; n += 1) {
      const at = hashes[n]! & mask;
      const before = cells[at]!;
      const times = before & HIGHEST;
      if (times === 0) used += 1;
      if (times < HIGHEST) cells[at] = before + 1;
    }
    this.#used = used;
    this.texts += 1;
    while (this.#used * 2 > this.#cells.length && this.#cells.length < MOST) this.#double();
  }

  /** The counters as they are kept. */
  cells(): Uint16Array<ArrayBuffer> {
    return this.#cells;
  }

  #double(): void {
    const wider = new Uint16Array(this.#cells.length * 2);
    wider.set(this.#cells);
    wider.set(this.#cells, this.#cells.length);
    this.#cells = wider;
    this.#used *= 2;
  }
}
