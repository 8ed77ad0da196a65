import { bitsSet, signatureOf } from '../index/deletions.ts';
import type { Dictionary } from '../index/dictionary.ts';
import { codesOf } from '../name/sound-codes.ts';
import { allowedEdits, keySimilarity } from '../score/key-similarity.ts';
import { isWordKey } from '../score/units.ts';

/** Length of a unit that is no word. */
const NO_WORD = 1;

/** What the units of an index look like, as numbers, each worked out when it is first asked for: most that are unlike a word are told apart without their letters. */
export class UnitLooks {
  readonly #dictionary: Dictionary;
  /** Letters of a word and one, {@link NO_WORD}, or 0 for a unit not asked for yet. */
  readonly #lengths: Uint8Array;
  readonly #signatures: Int32Array;
  /** {@link soundMask} of a word's codes; 0 where not asked for yet. */
  readonly #sounds: Int32Array;

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
    this.#lengths = new Uint8Array(dictionary.count);
    this.#signatures = new Int32Array(dictionary.count);
    this.#sounds = new Int32Array(dictionary.count);
  }

  isWord(unit: number): boolean {
    const length = this.#lengths[unit]!;
    return (length === 0 ? this.#look(unit) : length) !== NO_WORD;
  }

  /** For words: equal, alike, or one the beginning or end of the other, since two words may be written together. */
  isLike(unit: number, other: string, signature: number): boolean {
    const length = this.#lengths[unit]! - 1;
    const own = this.#signatures[unit]!;
    const edits = allowedEdits(Math.min(length, other.length));
    const differing = bitsSet(own ^ signature);
    const alike = Math.abs(length - other.length) <= edits && differing <= 2 * edits;
    const within = length > other.length ? (signature & ~own) === 0 : (own & ~signature) === 0;
    if (!alike && !within) return false;
    const key = this.#dictionary.keyOf(unit);
    if (key === other || (alike && edits > 0 && keySimilarity(key, other) > 0)) return true;
    if (!within || length === other.length) return false;
    const [long, short] = length > other.length ? [key, other] : [other, key];
    return long.startsWith(short) || long.endsWith(short);
  }

  /** For words: whether it has one of the codes of sound, whose {@link soundMask} is `mask`. */
  soundsLike(unit: number, codes: readonly string[], mask: number): boolean {
    let own = this.#sounds[unit]!;
    if (own === 0) this.#sounds[unit] = own = soundMask(codesOf(this.#dictionary.keyOf(unit)));
    return (own & mask & ASKED_INVERSE) !== 0 && codesOf(this.#dictionary.keyOf(unit)).some((code) => codes.includes(code));
  }

  #look(unit: number): number {
    const key = this.#dictionary.keyOf(unit);
    this.#signatures[unit] = signatureOf(key);
    return (this.#lengths[unit] = isWordKey(key) ? Math.min(255, key.length + 1) : NO_WORD);
  }
}

/** Set in every mask, so that none is 0. */
const ASKED = 1;
const ASKED_INVERSE = ~ASKED;

/** A bit for each code; two codes may share one. */
export function soundMask(codes: readonly string[]): number {
  let mask = ASKED;
  for (const code of codes) {
    let hash = 0;
    for (let at = 0; at < code.length; at += 1) hash = Math.imul(hash ^ code.charCodeAt(at), 0x01000193);
    mask |= 1 << (1 + ((hash >>> 8) % 31));
  }
  return mask;
}
