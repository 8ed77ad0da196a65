import type { NameKnowledge } from '../knowledge.ts';
import { KEY_START, keyStep, type AnchorUnits } from './anchor-units.ts';
import { CODE_LETTERS, codeOfHash, codeOfKey } from './key-code.ts';
import { WordFilter, hashStep } from './word-filter.ts';
import { MOST_ANCHORS, MOST_CODES, WORD } from './word-kinds.ts';

const SIGN_OF_NUMBER = 0x3d;

/** What a plain word can be in a name, as entries of words have it; made from keys as bytes. Used again for each word. */
export class PlainEntry {
  /** Bits of {@link WORD}. */
  kinds = 0;
  anchors = 0;
  codes = 0;
  readonly anchor = new Uint32Array(MOST_ANCHORS);
  readonly code = new Uint32Array(MOST_CODES);

  readonly #units: AnchorUnits;
  readonly #givenNames: NameKnowledge['givenNames'];
  /** Keys of given names. */
  readonly #given: WordFilter;

  constructor({ givenNames }: NameKnowledge, units: AnchorUnits) {
    this.#units = units;
    this.#givenNames = givenNames;
    this.#given = new WordFilter(givenNames.keys());
  }

  clear(): void {
    this.kinds = this.anchors = this.codes = 0;
  }

  /** Adds the number of the digits `word[from..to)`. `key`: room for its key. */
  addNumber(word: Uint16Array, from: number, to: number, key: Uint8Array): void {
    this.kinds |= WORD.number;
    let first = from;
    while (first + 1 < to && word[first] === 0x30) first += 1;
    let size = 1;
    key[0] = SIGN_OF_NUMBER;
    let hash = keyStep(KEY_START, SIGN_OF_NUMBER);
    for (let at = first; at < to; at += 1) {
      key[size++] = word[at]!;
      hash = keyStep(hash, word[at]!);
    }
    this.#addCode(codeOfHash(hash));
    this.#addAnchor(this.#units.find(hash, key, size));
  }

  /** Adds code and anchor of the key of so many bytes, and the codes of the given name that it is; gives the key's hash. */
  addKey(key: Uint8Array, size: number, withCode: boolean): number {
    let hash = KEY_START;
    let word = 0;
    let code = size === 0 ? codeOfHash(hash) : 0;
    for (let at = 0; at < size; at += 1) {
      hash = keyStep(hash, key[at]!);
      word = hashStep(word, key[at]!);
      if (at + 1 === CODE_LETTERS || (at + 1 === size && size < CODE_LETTERS)) code = codeOfHash(hash);
    }
    if (withCode) this.#addCode(code);
    this.#addAnchor(this.#units.find(hash, key, size));
    if (this.#given.mayHave(word))
      for (const given of this.#givenNames.get(String.fromCharCode(...key.subarray(0, size))) ?? []) this.#addCode(codeOfKey(given));
    return word;
  }

  /** Adds the key of a base form of the word whose own key has the hash `own`. */
  addForm(key: Uint8Array, size: number, own: number): void {
    let word = 0;
    // Short forms are few: those that the word itself is not have a code of their own.
    if (size < CODE_LETTERS) for (let at = 0; at < size; at += 1) word = hashStep(word, key[at]!);
    this.addKey(key, size, size < CODE_LETTERS && word !== own);
  }

  #addCode(code: number): void {
    for (let n = 0; n < this.codes; n += 1) if (this.code[n] === code) return;
    if (this.codes < MOST_CODES) this.code[this.codes++] = code;
  }

  #addAnchor(unit: number): void {
    if (unit < 0) return;
    for (let n = 0; n < this.anchors; n += 1) if (this.anchor[n] === unit) return;
    if (this.anchors === MOST_ANCHORS) return;
    this.anchor[this.anchors++] = unit;
    if (this.#units.isRare(unit)) this.kinds |= WORD.rare;
  }
}
