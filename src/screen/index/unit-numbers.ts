import { isWordKey } from '../score/units.ts';
import { PREFIX, hashOf } from './deletions.ts';
import { GrowingBytes } from './growing-array.ts';

/** Gives keys numbers while an index is built; `settle` puts them in the order of the keys, which brings words that begin alike together. */
export class UnitNumbers {
  readonly #keys: string[] = [];
  readonly #numbers = new Map<string, number>();

  get keys(): readonly string[] {
    return this.#keys;
  }

  of(key: string): number {
    let unit = this.#numbers.get(key);
    if (unit === undefined) {
      unit = this.#keys.length;
      this.#keys.push(key);
      this.#numbers.set(key, unit);
    }
    return unit;
  }

  /** Orders the keys. Gives the new number at each old one; `of` no longer serves. */
  settle(): Uint32Array {
    this.#keys.sort();
    const moved = new Uint32Array(this.#keys.length);
    for (const [unit, key] of this.#keys.entries()) moved[this.#numbers.get(key)!] = unit;
    this.#numbers.clear();
    return moved;
  }

  /** Keys as bytes with a table of their hashes, and 1 for each that is the first of those with the same first letters. */
  pack(): {
    readonly unitOffsets: Uint32Array;
    readonly unitBytes: Uint8Array;
    readonly unitHash: Uint32Array;
    readonly unitBegins: Uint8Array;
  } {
    const offsets = new Uint32Array(this.#keys.length + 1);
    const begins = new Uint8Array(this.#keys.length);
    const bytes = new GrowingBytes();
    let size = 1024;
    while (size < this.#keys.length * 1.5) size *= 2;
    const hash = new Uint32Array(size);
    let before = '';
    for (const [unit, key] of this.#keys.entries()) {
      offsets[unit] = bytes.length;
      bytes.pushAll(Buffer.from(key, 'utf8'));
      let at = hashOf(key) & (size - 1);
      while (hash[at] !== 0) at = (at + 1) & (size - 1);
      hash[at] = unit + 1;
      const prefix = key.slice(0, PREFIX);
      if (prefix.length < PREFIX || prefix !== before || !isWordKey(key)) begins[unit] = 1;
      before = prefix;
    }
    offsets[this.#keys.length] = bytes.length;
    return { unitOffsets: offsets, unitBytes: bytes.view(), unitHash: hash, unitBegins: begins };
  }
}
