import { CLASS } from './alphabet.ts';
import { EdgeTable } from './edge-table.ts';

/**
 * Anchors in one Aho–Corasick automaton in typed arrays; what an anchor means is the caller's business. State 0 is the beginning; the states
 * below `hot` are those of the first letters of words, where ordinary text spends its time: they have whole rows of transitions.
 */
export interface Automaton {
  readonly hot: number;
  /** Classes below this one have a place in `rows`. */
  readonly narrow: number;
  /** Next state of hot states by class, fallbacks followed: `rows[state * narrow + class]`. */
  readonly rows: Uint16Array | Int32Array;
  /** Next state of state 0 by any class. */
  readonly first: Int32Array;
  /** All other transitions, see {@link EdgeTable}. */
  readonly edges: Int32Array;
  readonly mask: number;
  /** Number of classes: an edge's key is state × size + class. */
  readonly size: number;
  readonly fail: Int32Array;
  /** Bits of the classes (modulo 32) that a state has transitions for in `edges`: nearly every vain search ends here. */
  readonly mayHave: Int32Array;
  /** First match that a state reports, its own or that of a suffix, or -1. */
  readonly report: Int32Array;
  /** For each anchor: the next one that the same state or its suffixes report, or -1. */
  readonly nextMatch: Int32Array;
  /** Memory of the arrays in bytes. */
  readonly bytes: number;
}

/** Letters of a word whose states are hot. */
const HOT_LETTERS = 3;

/** Builds the automaton of anchors, each a sequence of classes. The index of an anchor in the list is what a match reports. */
export function buildAutomaton(anchors: readonly (readonly number[])[], size: number, narrow: number): Automaton {
  const trie = new Trie(anchors, size);
  const { fail, report, nextMatch } = trie.linked();
  const { order, hot } = trie.hotFirst();
  const idOf = new Int32Array(order.length);
  for (const [id, state] of order.entries()) idOf[state] = id;
  const first = Int32Array.from({ length: size }, (_, letter) => idOf[trie.step(0, letter, fail)] ?? 0);
  const rows = order.length <= 0x1_0000 ? new Uint16Array(hot * narrow) : new Int32Array(hot * narrow);
  const edges = new EdgeTable(order.length, size);
  const mayHave = new Int32Array(order.length);
  for (const [id, state] of order.entries()) {
    if (id < hot) fillRow(id, state);
    if (id === 0) continue;
    for (const child of trie.childrenOf(state)) {
      const letter = trie.letterOf(child);
      if (id < hot && letter < narrow) continue;
      edges.set(id, letter, idOf[child] ?? 0);
      mayHave[id] = (mayHave[id] ?? 0) | (1 << (letter & 31));
    }
  }
  function fillRow(id: number, state: number): void {
    const back = idOf[fail[state] ?? 0] ?? 0;
    if (id > 0 && back < id) {
      // a state differs from the one it falls back to by its own children; that one is nearer to the beginning and has its row
      rows.copyWithin(id * narrow, back * narrow, (back + 1) * narrow);
      for (const child of trie.childrenOf(state))
        if (trie.letterOf(child) < narrow) rows[id * narrow + trie.letterOf(child)] = idOf[child] ?? 0;
    } else for (let letter = 0; letter < narrow; letter += 1) rows[id * narrow + letter] = idOf[trie.step(state, letter, fail)] ?? 0;
  }
  const arrays = {
    rows,
    first,
    edges: edges.table,
    mayHave,
    fail: Int32Array.from(order, (state) => idOf[fail[state] ?? 0] ?? 0),
    report: Int32Array.from(order, (state) => report[state] ?? -1),
    nextMatch,
  };
  const bytes = Object.values(arrays).reduce((sum, { byteLength }) => sum + byteLength, 0);
  return { ...arrays, hot, narrow, size, mask: edges.mask, bytes };
}

class Trie {
  readonly #edges: EdgeTable;
  readonly #letter: number[] = [-1];
  readonly #depth: number[] = [0];
  readonly #inWord: boolean[] = [false];
  readonly #firstChild: number[] = [-1];
  readonly #sibling: number[] = [-1];
  readonly #own: number[] = [-1];
  readonly #nextMatch: Int32Array;

  constructor(anchors: readonly (readonly number[])[], size: number) {
    const most = anchors.reduce((sum, anchor) => sum + anchor.length, 2);
    if (most * size > 0x7fff_ffff) throw new RangeError('the catalogue has too many phrases for one automaton');
    this.#edges = new EdgeTable(most, size);
    this.#nextMatch = new Int32Array(anchors.length).fill(-1);
    this.#child(0, CLASS.wordStart);
    for (const [index, anchor] of anchors.entries()) {
      let state = 0;
      for (const letter of anchor) state = this.#child(state, letter);
      this.#nextMatch[index] = this.#own[state] ?? -1;
      this.#own[state] = index;
    }
  }

  letterOf(state: number): number {
    return this.#letter[state] ?? 0;
  }

  *childrenOf(state: number): Generator<number> {
    for (let child = this.#firstChild[state] ?? -1; child !== -1; child = this.#sibling[child] ?? -1) yield child;
  }

  /** The state after one more class, falling back to suffixes as needed. */
  step(state: number, letter: number, fail: Int32Array): number {
    for (let at = state; ; at = fail[at] ?? 0) {
      const next = this.#edges.get(at, letter);
      if (next !== 0 || at === 0) return next;
    }
  }

  /** Breadth first: each state falls back to its longest proper suffix in the trie, and reports that suffix's matches after its own. */
  linked(): { readonly fail: Int32Array; readonly report: Int32Array; readonly nextMatch: Int32Array } {
    const fail = new Int32Array(this.#letter.length);
    const report = Int32Array.from(this.#own);
    const nextMatch = this.#nextMatch;
    const queue: number[] = [0];
    for (let head = 0; head < queue.length; head += 1) {
      const state = queue[head] ?? 0;
      for (let child = this.#firstChild[state] ?? -1; child !== -1; child = this.#sibling[child] ?? -1) {
        queue.push(child);
        const back = state === 0 ? 0 : this.step(fail[state] ?? 0, this.letterOf(child), fail);
        fail[child] = back;
        const suffix = report[back] ?? -1;
        if (suffix === -1) continue;
        if (report[child] === -1) report[child] = suffix;
        else {
          let last = report[child] ?? 0;
          while (nextMatch[last] !== -1) last = nextMatch[last] ?? 0;
          nextMatch[last] = suffix;
        }
      }
    }
    return { fail, report, nextMatch };
  }

  /** All states, state 0 and the hot ones first; and how many those are. */
  hotFirst(): { readonly order: Int32Array; readonly hot: number } {
    const isHot = (state: number): boolean => state === 0 || (this.#inWord[state] === true && (this.#depth[state] ?? 0) <= HOT_LETTERS + 1);
    const states = Array.from(this.#letter, (_, state) => state);
    const hotStates = states.filter(isHot).toSorted((a, b) => (this.#depth[a] ?? 0) - (this.#depth[b] ?? 0));
    return { order: Int32Array.from([...hotStates, ...states.filter((state) => !isHot(state))]), hot: hotStates.length };
  }

  #child(state: number, letter: number): number {
    const known = this.#edges.get(state, letter);
    if (known > 0) return known;
    const made = this.#letter.length;
    this.#edges.set(state, letter, made);
    this.#letter.push(letter);
    this.#depth.push((this.#depth[state] ?? 0) + 1);
    this.#inWord.push(state === 0 ? letter === CLASS.wordStart : this.#inWord[state] === true);
    this.#sibling.push(this.#firstChild[state] ?? -1);
    this.#firstChild.push(-1);
    this.#firstChild[state] = made;
    this.#own.push(-1);
    return made;
  }
}
