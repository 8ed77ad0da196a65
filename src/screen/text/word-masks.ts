import { mixed } from './key-code.ts';

/** What a UTF-16 unit does in a word. */
const PARTS = 0;
const LETTER = 1;
/** Digits and other numbers begin words too, yet follow no apostrophe. */
const NUMBER = 2;
const MARK = 3;
const APOSTROPHE = 4;
const SURROGATE = 5;
/** Numbers of a slot. */
const SLOT = 4;

/** Of 64 bits, a few. */
export interface Mask {
  readonly low: number;
  readonly high: number;
}

/**
 * Finds the words of texts that may be of some few: each word has a mask, worked out once, and only words whose masks share a bit with the one asked for are shown. A word
 * is known by two hashes of its UTF-16 units, so that nothing else of it is kept or looked at: a word is a letter or number and what letters, marks, numbers, and
 * apostrophes before letters follow it. Forgets all when words have become too many. Linear in the text.
 */
export class WordMasks {
  readonly #make: (word: string) => Mask;
  readonly #most: number;
  /** By one hash of a word: the other, never 0, and both halves of the mask; one more for lines of the cache. */
  readonly #slots: Int32Array;
  #count = 0;

  /** `most`: words that are remembered, 32 to 64 bytes each. */
  constructor(most: number, make: (word: string) => Mask) {
    this.#most = most;
    this.#make = make;
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(most * 2)) * SLOT);
  }

  /** Visits the words of a text in their order that have a bit of the mask, with where they stand. */
  each(text: string, { low, high }: Mask, visit: (start: number, end: number) => void): void {
    const kinds = unitKinds();
    const slots = this.#slots;
    for (let at = 0; at < text.length;) {
      const code = text.charCodeAt(at);
      const kind = kinds[code]!;
      if (kind === PARTS || kind === MARK || kind === APOSTROPHE) {
        at += 1;
        continue;
      }
      const start = at;
      let hash = BASIS;
      let other = 0;
      while (at < text.length) {
        const unit = text.charCodeAt(at);
        const is = kinds[unit]!;
        // Nearly always; all others are asked apart.
        const units = is === LETTER || is === NUMBER ? 1 : is === PARTS ? 0 : unitsOf(kinds, text, at, at === start);
        if (units === 0) break;
        hash = Math.imul(hash ^ unit, PRIME);
        other = Math.imul(other, OTHER_PRIME) + unit;
        if (units === 2) {
          hash = Math.imul(hash ^ text.charCodeAt(at + 1), PRIME);
          other = Math.imul(other, OTHER_PRIME) + text.charCodeAt(at + 1);
        }
        at += units;
      }
      if (at === start) {
        at += 1;
        continue;
      }
      const check = other === 0 ? 1 : other | 0;
      let slot = placeOf(slots, hash, check);
      if (slots[slot] !== check) slot = this.#add(slot, hash, check, text.slice(start, at));
      if (((slots[slot + 1]! & low) | (slots[slot + 2]! & high)) !== 0) visit(start, at);
    }
  }

  #add(place: number, hash: number, check: number, word: string): number {
    const { low, high } = this.#make(word);
    const slots = this.#slots;
    let slot = place;
    if (this.#count >= this.#most) {
      slots.fill(0);
      this.#count = 0;
      slot = placeOf(slots, hash, check);
    }
    this.#count += 1;
    slots[slot] = check;
    slots[slot + 1] = low;
    slots[slot + 2] = high;
    return slot;
  }
}

/** The mask of some keys: a bit for each, which others may share. */
export function maskOf(keys: Iterable<string>): Mask {
  let low = 0;
  let high = 0;
  for (const key of keys) {
    let hash = BASIS;
    for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), PRIME);
    const bit = mixed(hash) >>> 26;
    if (bit < 32) low |= 1 << bit;
    else high |= 1 << (bit & 31);
  }
  return { low, high };
}

/** Where a word is, or may be put. */
function placeOf(slots: Int32Array, hash: number, check: number): number {
  const mask = slots.length - SLOT;
  let slot = Math.imul(hash ^ (hash >>> 15), SLOT) & mask;
  while (slots[slot] !== check && slots[slot] !== 0) slot = (slot + SLOT) & mask;
  return slot;
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
const OTHER_PRIME = 0x5bd1e995;
const ASTRAL_FIRST = /^[\p{L}\p{N}]$/u;
const ASTRAL = /^[\p{L}\p{M}\p{N}]$/u;
