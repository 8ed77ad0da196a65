import { bitsSet, signatureOf } from '../index/deletions.ts';
import type { Dictionary } from '../index/dictionary.ts';
import { eachUnit } from '../index/postings.ts';
import { mayBePatronymicKey } from '../name/patronymic.ts';
import { hasSoundCode } from '../name/sound-codes.ts';
import { keySimilarity } from '../score/key-similarity.ts';
import { isWordKey, type Units } from '../score/units.ts';

/** The units of one listed name, compared one by one: what `FewUnits` gives for a name by itself. */
export class UnitsOfName implements Units {
  readonly #dictionary: Dictionary;
  #units: readonly number[] = [];
  #keys: readonly string[] = [];
  #signatures: readonly number[] = [];
  #offset = -1;

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
  }

  get count(): number {
    return this.#dictionary.count;
  }

  select(data: Uint32Array, offset: number): void {
    if (this.#offset === offset) return;
    this.#offset = offset;
    const units = new Set<number>();
    eachUnit(data, offset, (unit) => units.add(unit));
    this.#units = [...units];
    this.#keys = this.#units.map((unit) => this.#dictionary.keyOf(unit));
    this.#signatures = this.#keys.map((key) => (isWordKey(key) ? signatureOf(key) : NO_WORD));
  }

  /** Whether a part of the name may be its bearer's father's. */
  get mayHavePatronymic(): boolean {
    return this.#keys.some(mayBePatronymicKey);
  }

  firstOf(unit: number): number {
    return this.#dictionary.firstOf(unit);
  }

  find(key: string): number | undefined {
    const at = this.#keys.indexOf(key);
    return at < 0 ? undefined : this.#units[at];
  }

  keyOf(unit: number): string {
    return this.#dictionary.keyOf(unit);
  }

  similar(key: string, visit: (unit: number, similarity: number) => void): void {
    const signature = signatureOf(key);
    for (let n = 0; n < this.#units.length; n += 1) {
      const other = this.#keys[n]!;
      if (this.#signatures[n] === NO_WORD || bitsSet(signature ^ this.#signatures[n]!) > MOST_BITS) continue;
      const similarity = keySimilarity(key, other);
      if (similarity > 0) visit(this.#units[n]!, similarity);
    }
  }

  withCode(code: string, visit: (unit: number) => void): void {
    for (let n = 0; n < this.#units.length; n += 1)
      if (this.#signatures[n] !== NO_WORD && hasSoundCode(this.#keys[n]!, code)) visit(this.#units[n]!);
  }
}

/** Stands for the letters of a key that is no word: no letters at all. */
const NO_WORD = 0;
/** Letters in which two words that are alike can differ: two edits, two letters each. */
const MOST_BITS = 4;
