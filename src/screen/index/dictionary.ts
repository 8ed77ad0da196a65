import { allowedEdits, keySimilarity } from '../score/key-similarity.ts';
import { codesOf } from '../name/sound-codes.ts';
import { SIGNS, firstLetter, type Units } from '../score/units.ts';
import { bitsSet, eachDeletion, hashOf, signatureOf } from './deletions.ts';
import { SOUNDS } from '../name/initials.ts';
import type { SectionName } from './sections.ts';

/** Words whose likenesses are remembered between queries. */
const REMEMBERED = 40_000;

/** The units of an index: exact look-up by hash, like words by shared deletions, words by codes. Read-only over the index's bytes. */
export class Dictionary implements Units {
  readonly count: number;
  readonly #offsets: Uint32Array;
  readonly #bytes: Uint8Array;
  readonly #hash: Uint32Array;
  readonly #deleteBuckets: Uint32Array;
  readonly #deleteUnits: Uint32Array;
  readonly #codeBuckets: Uint32Array;
  readonly #codeUnits: Uint32Array;
  readonly #keys: (string | undefined)[];
  readonly #seen: Uint32Array;
  #round = 0;
  #remembered = new Map<string, { readonly units: readonly number[]; readonly similarities: readonly number[] }>();
  readonly #signatures: Int32Array;

  constructor(array: (name: SectionName) => Uint32Array, raw: (name: SectionName) => Uint8Array) {
    this.#offsets = array('unitOffsets');
    this.#bytes = raw('unitBytes');
    this.#hash = array('unitHash');
    this.#deleteBuckets = array('deleteBuckets');
    this.#deleteUnits = array('deleteUnits');
    this.#codeBuckets = array('codeBuckets');
    this.#codeUnits = array('codeUnits');
    this.count = this.#offsets.length - 1;
    this.#keys = new Array<string | undefined>(this.count);
    this.#seen = new Uint32Array(this.count);
    this.#signatures = new Int32Array(this.count);
  }

  keyOf(unit: number): string {
    let key = this.#keys[unit];
    if (key === undefined) {
      key = Buffer.from(this.#bytes.slice(this.#offsets[unit], this.#offsets[unit + 1])).toString('utf8');
      this.#keys[unit] = key;
      this.#signatures[unit] = signatureOf(key);
    }
    return key;
  }

  firstOf(unit: number): number {
    const code = this.#bytes[this.#offsets[unit]!]!;
    if (code === 0x2e) return -this.#bytes[this.#offsets[unit]! + 1]!;
    return code < 0x80 ? (SIGNS.has(code) ? 0 : code) : firstLetter(this.keyOf(unit));
  }

  find(key: string): number | undefined {
    const mask = this.#hash.length - 1;
    for (let at = hashOf(key, -1, -1) & mask; ; at = (at + 1) & mask) {
      const unit = this.#hash[at]!;
      if (unit === 0) return undefined;
      if (this.#equals(unit - 1, key)) return unit - 1;
    }
  }

  /** Units of initials. */
  initials(): readonly number[] {
    return SOUNDS.flatMap((sound) => this.find(`.${sound}`) ?? []);
  }

  #equals(unit: number, key: string): boolean {
    const start = this.#offsets[unit]!;
    if (this.#offsets[unit + 1]! - start !== key.length) return this.keyOf(unit) === key;
    for (let at = 0; at < key.length; at += 1) if (this.#bytes[start + at] !== key.charCodeAt(at)) return this.keyOf(unit) === key;
    return true;
  }

  similar(key: string, visit: (unit: number, similarity: number) => void): void {
    let known = this.#remembered.get(key);
    if (known === undefined) {
      known = this.#similarTo(key);
      if (this.#remembered.size >= REMEMBERED) this.#remembered = new Map();
      this.#remembered.set(key, known);
    }
    for (let n = 0; n < known.units.length; n += 1) visit(known.units[n]!, known.similarities[n]!);
  }

  #similarTo(key: string): { readonly units: readonly number[]; readonly similarities: readonly number[] } {
    const units: number[] = [];
    const similarities: number[] = [];
    const signature = signatureOf(key);
    const edits = allowedEdits(key.length);
    const mask = this.#deleteBuckets.length - 2;
    this.#round += 1;
    const round = this.#round;
    eachDeletion(key, (hash) => {
      const bucket = hash & mask;
      for (let at = this.#deleteBuckets[bucket]!; at < this.#deleteBuckets[bucket + 1]!; at += 1) {
        const unit = this.#deleteUnits[at]!;
        if (this.#seen[unit] === round) continue;
        this.#seen[unit] = round;
        const length = this.#offsets[unit + 1]! - this.#offsets[unit]!;
        if (length > key.length + edits || key.length > length + edits) continue;
        const other = this.keyOf(unit);
        if (bitsSet(signature ^ this.#signatures[unit]!) > 2 * edits) continue;
        const similarity = keySimilarity(key, other);
        if (similarity === 0) continue;
        units.push(unit);
        similarities.push(similarity);
      }
    });
    return { units, similarities };
  }

  withCode(code: string, visit: (unit: number) => void): void {
    const mask = this.#codeBuckets.length - 2;
    const bucket = hashOf(code, -1, -1) & mask;
    for (let at = this.#codeBuckets[bucket]!; at < this.#codeBuckets[bucket + 1]!; at += 1) {
      const unit = this.#codeUnits[at]!;
      if (codesOf(this.keyOf(unit)).includes(code)) visit(unit);
    }
  }
}
