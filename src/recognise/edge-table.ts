/** Where the search for an edge begins in a table: an even index, the key there, the next state behind it. */
export function edgeSlot(key: number, mask: number): number {
  return ((Math.imul(key, 0x9e37_79b1) >>> 7) & mask) << 1;
}

export function nextSlot(slot: number, mask: number): number {
  return (((slot >> 1) + 1) & mask) << 1;
}

/** Transitions of a trie in one open-addressed table: key (state × size + class) and next state side by side; key 0 is empty, so state 0 has no class 0. */
export class EdgeTable {
  readonly table: Int32Array;
  readonly mask: number;
  readonly #size: number;

  /** A table for at most so many edges over so many classes. */
  constructor(edges: number, size: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(4, edges * 1.5)));
    this.table = new Int32Array(slots * 2);
    this.mask = slots - 1;
    this.#size = size;
  }

  /** The next state, or 0 where there is none. */
  get(state: number, letter: number): number {
    const key = state * this.#size + letter;
    let slot = edgeSlot(key, this.mask);
    while (this.table[slot] !== key && this.table[slot] !== 0) slot = nextSlot(slot, this.mask);
    return this.table[slot] === key ? (this.table[slot + 1] ?? 0) : 0;
  }

  set(state: number, letter: number, next: number): void {
    const key = state * this.#size + letter;
    let slot = edgeSlot(key, this.mask);
    while (this.table[slot] !== 0) slot = nextSlot(slot, this.mask);
    this.table[slot] = key;
    this.table[slot + 1] = next;
  }
}
