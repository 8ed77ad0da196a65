import { bullets } from '../mask-contacts.ts';

/** A shorter name, in code units, is none. */
const SHORTEST = 2;

/**
 * A function that gives a line with these names as bullets, wherever they stand in it, also where two overlap. Linear in the line and in the names, however many
 * there are and however they begin: all are looked for at once (Aho, Corasick 1975).
 */
export function nameMask(names: readonly string[]): (line: string) => string {
  const wanted = names.filter(({ length }) => length >= SHORTEST);
  if (wanted.length === 0) return (line) => line;
  const trie = new NameTrie(wanted);
  return (line) => {
    let masked = '';
    let done = 0;
    for (const { start, end } of joined(trie.endsIn(line))) {
      masked += line.slice(done, start) + bullets(line.slice(start, end));
      done = end;
    }
    return masked + line.slice(done);
  };
}

interface Found {
  start: number;
  readonly end: number;
}

/** What finds cover, those that overlap as one; both in the order of their ends. */
function joined(finds: readonly Found[]): readonly Found[] {
  const covered: Found[] = [];
  for (const { start, end } of finds.toReversed()) {
    const next = covered.at(-1);
    if (next !== undefined && end > next.start) next.start = Math.min(next.start, start);
    else covered.push({ start, end });
  }
  return covered.reverse();
}

/** Names by their code units; state 0 is the beginning, and a state is made after the one it goes on from. */
class NameTrie {
  /** Numbers of the code units of names, from 1. */
  readonly #classes = new Map<number, number>();
  /** Next state by state × classes + class. */
  readonly #next = new Map<number, number>();
  /** The state of the longest proper suffix that some name begins with. */
  readonly #fail: number[] = [0];
  /** Length of the longest name that ends in a state, 0 where none does. */
  readonly #longest: number[] = [0];

  constructor(names: readonly string[]) {
    for (const name of names)
      for (let at = 0; at < name.length; at += 1) {
        const unit = name.charCodeAt(at);
        if (!this.#classes.has(unit)) this.#classes.set(unit, this.#classes.size + 1);
      }
    this.#link(names);
  }

  /** The longest name that ends at each place of a line, in the order of their ends. */
  endsIn(line: string): readonly Found[] {
    const found: Found[] = [];
    let state = 0;
    for (let at = 0; at < line.length; at += 1) {
      const letter = this.#classes.get(line.charCodeAt(at));
      state = letter === undefined ? 0 : this.#step(state, letter);
      const length = this.#longest[state] ?? 0;
      if (length > 0) found.push({ start: at + 1 - length, end: at + 1 });
    }
    return found;
  }

  /** Breadth first, a letter of all names at a time: a state falls back to one made before. */
  #link(names: readonly string[]): void {
    let under = names.map((name) => ({ name, state: 0 }));
    for (let depth = 0; under.length > 0; depth += 1) {
      under = under.flatMap(({ name, state }) => {
        if (depth === name.length) return [];
        const letter = this.#classes.get(name.charCodeAt(depth)) ?? 0;
        const next = this.#next.get(this.#key(state, letter)) ?? this.#made(state, letter);
        if (depth + 1 === name.length) this.#longest[next] = depth + 1;
        return [{ name, state: next }];
      });
    }
  }

  #key(state: number, letter: number): number {
    return state * (this.#classes.size + 1) + letter;
  }

  #made(state: number, letter: number): number {
    const made = this.#fail.length;
    const back = state === 0 ? 0 : this.#step(this.#fail[state] ?? 0, letter);
    this.#next.set(this.#key(state, letter), made);
    this.#fail.push(back);
    this.#longest.push(this.#longest[back] ?? 0);
    return made;
  }

  #step(from: number, letter: number): number {
    for (let state = from; ; state = this.#fail[state] ?? 0) {
      const next = this.#next.get(this.#key(state, letter));
      if (next !== undefined || state === 0) return next ?? 0;
    }
  }
}
