/**
 * One word that is set against many others, written as bytes: says for each, in a few steps a letter, whether so few edits (a letter more, less or
 * other, or two neighbours exchanged) may make it of the word. Exact: what it lets pass is within them. Hyyrö's bit-parallel form of the optimal string
 * alignment; at most 31 letters.
 */
export class EditFilter {
  /** Places of each letter in the word, as bits. */
  readonly #places = new Int32Array(256);
  #word = '';
  #usable = false;

  /** The word to set others against, from now on. */
  set(word: string): void {
    for (let at = 0; at < this.#word.length; at += 1) this.#places[this.#word.charCodeAt(at) & 0xff] = 0;
    this.#word = word;
    this.#usable = word.length > 0 && word.length <= MOST_LETTERS;
    for (let at = 0; at < word.length; at += 1) {
      const code = word.charCodeAt(at);
      if (code > 0x7f) this.#usable = false;
      this.#places[code & 0xff]! |= 1 << at;
    }
  }

  /** May `bytes.subarray(start, end)` be made of the word by at most so many edits? True also where either is not plain ASCII: then look closer. */
  passes(bytes: Uint8Array, start: number, end: number, edits: number): boolean {
    if (!this.#usable) return true;
    const places = this.#places;
    const last = 1 << (this.#word.length - 1);
    let up = -1;
    let down = 0;
    let diagonal = 0;
    let before = 0;
    let distance = this.#word.length;
    for (let at = start; at < end; at += 1) {
      const code = bytes[at]!;
      if (code > 0x7f) return true;
      const here = places[code]!;
      const exchanged = ((~diagonal & here) << 1) & before;
      diagonal = ((((here & up) + up) | 0) ^ up) | here | down | exchanged;
      let more = down | ~(diagonal | up);
      let less = diagonal & up;
      if ((more & last) !== 0) distance += 1;
      else if ((less & last) !== 0) {
        distance -= 1;
      }
      // Each letter to come takes away one edit at most.
      if (distance - (end - at - 1) > edits) return false;
      more = (more << 1) | 1;
      less <<= 1;
      up = less | ~(diagonal | more);
      down = more & diagonal;
      before = here;
    }
    return distance <= edits;
  }
}

const MOST_LETTERS = 31;
