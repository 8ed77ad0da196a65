import { ownSlice } from './own-slice.ts';

/** What a UTF-16 unit does in a word. */
const PARTS = 0;
const LETTER = 1;
/** Digits and other numbers begin words too, yet follow no apostrophe. */
const NUMBER = 2;
const MARK = 3;
const APOSTROPHE = 4;
const SURROGATE = 5;

/**
 * What was once made of each word, found again by the characters of a text without a string being made of each: a word is a letter or number and what letters, marks,
 * numbers, and apostrophes before letters follow it. Forgets all when it has become too many. Linear in the text.
 */
export class WordMemory<T> {
  readonly #make: (word: string) => T;
  readonly #most: number;
  /** Place in `#words` plus one, by hash. */
  readonly #slots: Int32Array;
  readonly #words: string[] = [];
  readonly #values: T[] = [];

  /** `most`: words that are remembered. */
  constructor(most: number, make: (word: string) => T) {
    this.#most = most;
    this.#make = make;
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(most * 3)));
  }

  /** What is made of the word that is all of `word`. */
  of(word: string): T {
    let hash = BASIS;
    for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME);
    return this.#at(hash, word, 0, word.length);
  }

  /** Visits the words of a text in their order, with where they stand. */
  each(text: string, visit: (value: T, start: number, end: number) => void): void {
    const kinds = unitKinds();
    for (let at = 0; at < text.length;) {
      const code = text.charCodeAt(at);
      const kind = kinds[code]!;
      if (kind === PARTS || kind === MARK || kind === APOSTROPHE) {
        at += 1;
        continue;
      }
      const start = at;
      let hash = BASIS;
      while (at < text.length) {
        const unit = text.charCodeAt(at);
        const is = kinds[unit]!;
        // Nearly always; all others are asked apart.
        const units = is === LETTER || is === NUMBER ? 1 : is === PARTS ? 0 : unitsOf(kinds, text, at, at === start);
        if (units === 0) break;
        hash = Math.imul(hash ^ unit, PRIME);
        if (units === 2) hash = Math.imul(hash ^ text.charCodeAt(at + 1), PRIME);
        at += units;
      }
      if (at === start) at += 1;
      else visit(this.#at(hash, text, start, at), start, at);
    }
  }

  forget(): void {
    this.#slots.fill(0);
    this.#words.length = this.#values.length = 0;
  }

  #at(hash: number, text: string, start: number, end: number): T {
    const mask = this.#slots.length - 1;
    const words = this.#words;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let known = this.#slots[slot]!; known !== 0; known = this.#slots[slot]!) {
      const word = words[known - 1]!;
      if (word.length === end - start && text.startsWith(word, start)) return this.#values[known - 1]!;
      slot = (slot + 1) & mask;
    }
    const word = ownSlice(text, start, end);
    const value = this.#make(word);
    if (words.length >= this.#most) {
      this.forget();
      slot = (hash ^ (hash >>> 15)) & mask;
    }
    words.push(word);
    this.#values.push(value);
    this.#slots[slot] = words.length;
    return value;
  }
}

/** UTF-16 units at `at` that belong to a word, as its first ones or further ones; 0 where none do. */
function unitsOf(kinds: Uint8Array, text: string, at: number, first: boolean): number {
  const kind = kinds[text.charCodeAt(at)]!;
  if (kind === MARK) return first ? 0 : 1;
  if (kind === APOSTROPHE) return !first && isLetterAt(kinds, text, at + 1) ? 1 : 0;
  if (kind !== SURROGATE) return 0;
  const char = String.fromCodePoint(text.codePointAt(at)!);
  return (first ? ASTRAL_FIRST : ASTRAL).test(char) ? 2 : 0;
}

function isLetterAt(kinds: Uint8Array, text: string, at: number): boolean {
  const kind = kinds[text.charCodeAt(at)];
  return kind === LETTER || (kind === SURROGATE && /^\p{L}/u.test(String.fromCodePoint(text.codePointAt(at)!)));
}

let table: Uint8Array | undefined;

function unitKinds(): Uint8Array {
  if (table !== undefined) return table;
  table = new Uint8Array(1 << 16);
  for (let code = 0; code < table.length; code += 1) {
    const char = String.fromCharCode(code);
    table[code] =
      code >= 0xd800 && code < 0xe000
        ? SURROGATE
        : /\p{L}/u.test(char)
          ? LETTER
          : /\p{N}/u.test(char)
            ? NUMBER
            : /\p{M}/u.test(char)
              ? MARK
              : /['’]/.test(char)
                ? APOSTROPHE
                : PARTS;
  }
  return table;
}

const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;
const ASTRAL_FIRST = /^[\p{L}\p{N}]$/u;
const ASTRAL = /^[\p{L}\p{M}\p{N}]$/u;
