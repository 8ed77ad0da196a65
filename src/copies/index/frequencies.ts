/** Cells of the smallest table, half a megabyte, and of the largest: 128 MB, in which ten million notices find room. */
const FEWEST = 1 << 18;
const MOST = 1 << 26;
const GROWTH = 8;
const HIGHEST = 0x7fff;
/** The bit of a cell that says that a shingle of it stands for a text. */
const POSTED = 0x8000;

/**
 * In how many texts a shingle occurs, and whether it may stand for one: counters by the low bits of its hash, so that two shingles may count as one and a
 * number is at least the true one.
 * The table grows when it has half as many different shingles as cells; what had met before stays together, which is little: it grows eightfold, three times.
 */
export class Frequencies {
  #cells: Uint16Array<ArrayBuffer>;
  /** Cells that count something: more than there are shingles, since a table that grew says again in each part what it said before. */
  #used: number;
  #distinct: number;
  /** What shingles weigh by the times that they occur, and among how many texts that was worked out. */
  readonly #weights = new Float64Array(HIGHEST + 1);
  readonly #weighed = new Uint32Array(HIGHEST + 1).fill(0xffff_ffff);
  /** Texts counted. */
  texts: number;

  /** `distinct`: about how many different shingles were counted; by default as many as cells that count something. */
  constructor(cells: Uint16Array<ArrayBuffer> = new Uint16Array(FEWEST), texts = 0, distinct?: number) {
    this.#cells = cells;
    this.texts = texts;
    let used = 0;
    // Ten times as fast as an iterator: there are tens of millions.
    for (let at = 0; at < cells.length; at += 1) if ((cells[at]! & HIGHEST) > 0) used += 1;
    this.#used = used;
    this.#distinct = distinct ?? used;
  }

  /** About how many different shingles were counted. */
  get distinct(): number {
    return Math.round(this.#distinct);
  }

  of(hash: number): number {
    return this.#cells[hash & (this.#cells.length - 1)]! & HIGHEST;
  }

  /** How much a shingle says: the square of its inverse document frequency, in bits. */
  weightOf(hash: number): number {
    return this.weightAt(this.of(hash));
  }

  /** The same of one that so many texts have. */
  weightAt(times: number): number {
    if (this.#weighed[times] === this.texts) return this.#weights[times]!;
    const bits = Math.log2(1 + this.texts / Math.max(1, times));
    this.#weighed[times] = this.texts;
    return (this.#weights[times] = bits * bits);
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
    let found = 0;
    for (let n = 0; n < count; n += 1) {
      const at = hashes[n]! & mask;
      const before = cells[at]!;
      const times = before & HIGHEST;
      if (times === 0) found += 1;
      if (times < HIGHEST) cells[at] = before + 1;
    }
    // of the new ones only those are seen that meet a free cell
    this.#distinct += (found * cells.length) / Math.max(1, cells.length - this.#used);
    this.#used += found;
    this.texts += 1;
    while (this.#distinct * 2 > this.#cells.length && this.#cells.length < MOST) this.#grow();
  }

  /** The counters as they are kept. */
  cells(): Uint16Array<ArrayBuffer> {
    return this.#cells;
  }

  #grow(): void {
    const { length } = this.#cells;
    const times = Math.min(GROWTH, MOST / length);
    const wider = new Uint16Array(length * times);
    for (let part = 0; part < times; part += 1) wider.set(this.#cells, part * length);
    this.#cells = wider;
    this.#used *= times;
  }
}
