import type { ListedNames } from './listed-names.ts';

/** Names by the words of a piece of text that they may stand at. */
export type NamesAtWords = ReadonlyMap<number, ReadonlySet<number>>;

/** What a text may hold of names that could stand only because another name of their party does: most texts have no such name. */
export class UnsureNames {
  readonly #names: ListedNames;
  /** Where a piece of text begins, a word of it and a name, one after another. */
  readonly #all: number[] = [];

  constructor(names: ListedNames) {
    this.#names = names;
  }

  add(from: number, word: number, name: number): void {
    this.#all.push(from, word, name);
  }

  touches(parties: ReadonlySet<number>): boolean {
    if (parties.size === 0) return false;
    for (let at = 2; at < this.#all.length; at += 3) if (parties.has(this.#names.party[this.#all[at]!]!)) return true;
    return false;
  }

  /** Those of these parties, by the pieces of the text. */
  of(parties: ReadonlySet<number>): ReadonlyMap<number, NamesAtWords> {
    const pieces = new Map<number, Map<number, Set<number>>>();
    for (let at = 0; at < this.#all.length; at += 3) {
      const from = this.#all[at]!;
      const word = this.#all[at + 1]!;
      const name = this.#all[at + 2]!;
      if (!parties.has(this.#names.party[name]!)) continue;
      const piece = pieces.get(from) ?? new Map<number, Set<number>>();
      pieces.set(from, piece);
      piece.set(word, (piece.get(word) ?? new Set<number>()).add(name));
    }
    return pieces;
  }
}
