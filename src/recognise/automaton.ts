import { CLASS } from './alphabet.ts';

/** Anchors in one Aho–Corasick automaton in typed arrays; what an anchor means is the caller's business. */
export interface Automaton {
  /** Transitions of the states 0 (nothing seen) and 1 (a word begins) by class, complete with fallbacks. */
  readonly dense: Int32Array;
  /** Open-addressed table of all other transitions: key (state × size + class), next state; key 0 is empty. */
  readonly table: Int32Array;
  /** Number of entries of the table minus one; a power of two minus one. */
  readonly mask: number;
  readonly fail: Int32Array;
  /** First match that a state reports, itself or one of its suffixes, or -1. */
  readonly report: Int32Array;
  /** For each match: the anchor, the next match of the same state or of its suffixes, or -1. */
  readonly matchAnchor: Int32Array;
  readonly matchNext: Int32Array;
  readonly size: number;
  /** Memory of the arrays in bytes. */
  readonly bytes: number;
}

const WORD_START_STATE = 1;

/** Builds the automaton of anchors, each a sequence of classes. The index of an anchor in the list is what a match reports. */
export function buildAutomaton(anchors: readonly (readonly number[])[], size: number): Automaton {
  const total = anchors.reduce((sum, anchor) => sum + anchor.length, 2);
  if (total * size > 0x7fff_ffff) throw new RangeError('the catalogue has too many phrases for one automaton');
  const edges = new EdgeTable(total, size);
  const classOf = new Int32Array(total);
  const parent = new Int32Array(total);
  const firstChild = new Int32Array(total).fill(-1);
  const sibling = new Int32Array(total).fill(-1);
  const own = new Int32Array(total).fill(-1);
  const matchNext = new Int32Array(anchors.length).fill(-1);
  let states = 1;
  const child = (state: number, letter: number): number => {
    const known = edges.get(state, letter);
    if (known > 0) return known;
    const made = states;
    states += 1;
    edges.set(state, letter, made);
    classOf[made] = letter;
    parent[made] = state;
    sibling[made] = firstChild[state] ?? -1;
    firstChild[state] = made;
    return made;
  };
  child(0, CLASS.wordStart);
  for (const [index, anchor] of anchors.entries()) {
    let state = 0;
    for (const letter of anchor) state = child(state, letter);
    matchNext[index] = own[state] ?? -1;
    own[state] = index;
  }
  const fail = new Int32Array(states);
  const report = own.slice(0, states);
  const matchAnchor = Int32Array.from(anchors, (_, index) => index);
  linkSuffixes({ edges, classOf, parent, firstChild, sibling, fail, report, matchNext });
  const dense = new Int32Array(2 * size);
  for (let letter = 0; letter < size; letter += 1) {
    dense[letter] = edges.get(0, letter);
    dense[size + letter] = edges.get(WORD_START_STATE, letter) || edges.get(0, letter);
  }
  const { table, mask } = edges;
  const bytes = [dense, table, fail, report, matchAnchor, matchNext].reduce((sum, array) => sum + array.byteLength, 0);
  return { dense, table, mask, fail, report, matchAnchor, matchNext, size, bytes };
}

interface Trie {
  readonly edges: EdgeTable;
  readonly classOf: Int32Array;
  readonly parent: Int32Array;
  readonly firstChild: Int32Array;
  readonly sibling: Int32Array;
  readonly fail: Int32Array;
  readonly report: Int32Array;
  readonly matchNext: Int32Array;
}

/** Breadth first: each state falls back to its longest proper suffix in the trie, and reports that suffix's matches after its own. */
function linkSuffixes({ edges, classOf, firstChild, sibling, fail, report, matchNext }: Trie): void {
  const queue: number[] = [0];
  for (let head = 0; head < queue.length; head += 1) {
    const state = queue[head] ?? 0;
    for (let next = firstChild[state] ?? -1; next !== -1; next = sibling[next] ?? -1) {
      queue.push(next);
      const letter = classOf[next] ?? 0;
      let back = state;
      let found = 0;
      while (back !== 0 && found === 0) {
        back = fail[back] ?? 0;
        found = edges.get(back, letter);
      }
      fail[next] = found;
      const suffix = report[found] ?? -1;
      if (suffix === -1) continue;
      if (report[next] === -1) report[next] = suffix;
      else {
        let last = report[next] ?? 0;
        while (matchNext[last] !== -1) last = matchNext[last] ?? 0;
        matchNext[last] = suffix;
      }
    }
  }
}

/** Where the search for an edge begins in the table: an even index, the key there, the next state behind it. */
export function edgeSlot(key: number, mask: number): number {
  return ((Math.imul(key, 0x9e37_79b1) >>> 7) & mask) << 1;
}

export function nextSlot(slot: number, mask: number): number {
  return (((slot >> 1) + 1) & mask) << 1;
}

class EdgeTable {
  readonly table: Int32Array;
  readonly mask: number;
  readonly #size: number;

  constructor(edges: number, size: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(4, edges * 2)));
    this.table = new Int32Array(slots * 2);
    this.mask = slots - 1;
    this.#size = size;
  }

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
