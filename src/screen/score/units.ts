import { hasSoundCode } from '../name/sound-codes.ts';
import { keySimilarity } from './key-similarity.ts';
import { rawLikeness, rawSlipsOf } from './raw-slips.ts';
import type { RememberedLikes } from './remembered-likes.ts';

/** Takes note of a unit that is like something of a query, and how like. */
export type NoteLike = (unit: number, similarity: number) => void;

/** The keys that listed names are made of, by number. */
export interface Units {
  readonly count: number;
  /**
   * What parts of queries were like among these units, where there are so many that it is worth to remember: by the number of a remembered word, or all that the
   * likenesses of a part hang on. One knowledge looks up in it.
   */
  readonly memory?: RememberedLikes<number | string>;
  /** The same of neighbouring words of queries written together, by all that their likenesses hang on. */
  readonly jointMemory?: RememberedLikes<string>;
  /** First letter of a word's unit (a UTF-16 unit); of an initial's the same, negative; 0 for concepts and numbers. */
  firstOf(unit: number): number;
  find(key: string): number | undefined;
  keyOf(unit: number): string;
  /** Calls `visit` with every word unit that is like `key`, the equal one too. */
  similar(key: string, visit: (unit: number, similarity: number) => void): void;
  /** Calls `visit` with every word unit that a word in Latin letters may have been before a slip (see `rawSlipsOf`). Absent where names are looked for in text. */
  slipped?(word: string, visit: (unit: number, similarity: number) => void): void;
  /** Calls `visit` with every word unit that has this code (see `codesOf`). */
  withCode(code: string, visit: (unit: number) => void): void;
  /** The same for words of one alphabet, which have other vowels. Absent where names are looked for in text. */
  spoken?(code: string, visit: (unit: number) => void): void;
}

/** The units of a few names, compared one by one: for `compareNames`. Gives what the index's dictionary gives. */
export class FewUnits implements Units {
  readonly #keys: string[] = [];
  readonly #numbers = new Map<string, number>();

  get count(): number {
    return this.#keys.length;
  }

  unitOf(key: string): number {
    let unit = this.#numbers.get(key);
    if (unit === undefined) {
      unit = this.#keys.length;
      this.#keys.push(key);
      this.#numbers.set(key, unit);
    }
    return unit;
  }

  firstOf(unit: number): number {
    return firstLetter(this.#keys[unit]!);
  }

  find(key: string): number | undefined {
    return this.#numbers.get(key);
  }

  keyOf(unit: number): string {
    return this.#keys[unit]!;
  }

  similar(key: string, visit: (unit: number, similarity: number) => void): void {
    for (const [unit, other] of this.#keys.entries()) {
      if (!isWordKey(other)) continue;
      const similarity = keySimilarity(key, other);
      if (similarity > 0) visit(unit, similarity);
    }
  }

  slipped(word: string, visit: (unit: number, similarity: number) => void): void {
    const slips = rawSlipsOf(word);
    for (const [unit, other] of this.#keys.entries()) {
      const similarity = isWordKey(other) ? rawLikeness(slips, other) : 0;
      if (similarity > 0) visit(unit, similarity);
    }
  }

  withCode(code: string, visit: (unit: number) => void): void {
    for (const [unit, other] of this.#keys.entries()) if (isWordKey(other) && hasSoundCode(other, code)) visit(unit);
  }

  spoken(code: string, visit: (unit: number) => void): void {
    this.withCode(code, visit);
  }
}

/** Signs before keys that are no spelled words: concepts #, numbers =, initials ., codes ~ and %, acronyms ^, given names @, Han as written &, identifiers !. */
export const SIGNS: ReadonlySet<number> = new Set(Array.from('#=.~%^@!&', (sign) => sign.charCodeAt(0)));

export function isWordKey(key: string): boolean {
  return !SIGNS.has(key.charCodeAt(0));
}

export function firstLetter(key: string): number {
  if (key.charCodeAt(0) === 0x2e) return -key.charCodeAt(1);
  return isWordKey(key) ? key.charCodeAt(0) : 0;
}
